import { Alert, Button } from 'antd'
import { useFormat } from '../../../app/use-format'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import type { SaveSnapshot } from './autosave'
import type { ReportDraft } from './report-draft'
import { FILES, paragraphsIn } from './report-parts'
import { reportsText } from './reports-text'

interface SaveNoticesProps {
  readonly draft: ReportDraft
  readonly saving: SaveSnapshot
  readonly titleOf: (key: string) => string
}

/** What the writer has to know or to choose about saving. */
export function SaveNotices({ draft, saving, titleOf }: SaveNoticesProps) {
  const t = useText(reportsText)
  const format = useFormat()
  const { state, hasMerged, restoredAt } = saving
  return (
    <>
      {restoredAt !== null && (
        <Alert
          type="info"
          showIcon
          closable
          className="problem"
          role="status"
          title={t('restored', { at: format.dateTime(restoredAt) })}
        />
      )}
      {hasMerged && state.kind !== 'conflict' && (
        <Alert type="info" showIcon closable className="problem" role="status" title={t('merged')} />
      )}
      {state.kind === 'failed' && <ProblemAlert error={state.error} />}
      {state.kind === 'conflict' && <Conflict draft={draft} parts={state.parts} titleOf={titleOf} />}
    </>
  )
}

interface ConflictProps extends Pick<SaveNoticesProps, 'draft' | 'titleOf'> {
  readonly parts: readonly string[]
}

/** Somebody else wrote in the same parts: theirs is shown, one's own stays in the fields. */
function Conflict({ draft, parts, titleOf }: ConflictProps) {
  const t = useText(reportsText)
  const { autosave } = draft
  const named = (key: string) => (key === FILES ? t('files') : titleOf(key))
  const theirs = autosave.theirs()
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="problem"
      title={t('conflict', { titles: parts.map(named).join('、') })}
      description={
        <>
          {parts
            .filter((key) => key !== FILES)
            .map((key) => (
              <details key={key} className="report-theirs">
                <summary>{t('conflict_theirs', { title: named(key) })}</summary>
                {paragraphsIn(theirs, key).map(({ text }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing but their place.
                  <p key={place}>{text}</p>
                ))}
              </details>
            ))}
          <p className="duty-after">
            <Button type="primary" onClick={() => autosave.resolve('both')}>
              {t('keep_both')}
            </Button>
            <Button onClick={() => autosave.resolve('mine')}>{t('keep_mine')}</Button>
            <span className="soft">{t('keep_both_hint')}</span>
          </p>
        </>
      }
    />
  )
}
