import { useText } from '../../../i18n/use-text'
import { fieldsText } from '../../../records/fields-text'
import { auditText } from './audit-text'
import { type Change, changesOf } from './changes-of'
import { useValueWords } from './use-value-words'

/** Before and after of every column that an act changed. */
export function AuditChanges({ changes }: { readonly changes: Readonly<Record<string, unknown>> }) {
  const t = useText(auditText)
  const rows = changesOf(changes)
  if (rows.length === 0) return <p className="soft">{t('changes_none')}</p>
  return (
    <table className="history-changes system-changes">
      <caption className="unseen">{t('changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((change) => (
          <ChangeRow key={change.field} change={change} />
        ))}
      </tbody>
    </table>
  )
}

function ChangeRow({ change: { field, before, after, isHidden } }: { readonly change: Change }) {
  const t = useText(auditText)
  const { code: nameOf } = useText(fieldsText)
  const text = useValueWords()
  return (
    <tr>
      <th scope="row">{nameOf(field)}</th>
      {isHidden ? (
        <td colSpan={2} className="soft">
          {t('hidden')}
        </td>
      ) : (
        <>
          <td className="soft">{text(field, before)}</td>
          <td>{text(field, after)}</td>
        </>
      )}
    </tr>
  )
}
