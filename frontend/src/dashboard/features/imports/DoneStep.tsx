import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ImportOut } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { kindOf } from './import-kinds'
import { resultText } from './imports-text'

export function DoneStep({ imported }: { readonly imported: ImportOut }) {
  const t = useText(resultText)
  const { kind, rows_new, rows_changed, rows_same } = imported
  return (
    <section className="imports-done" aria-labelledby="imports-done-title">
      <h2 id="imports-done-title">
        <CheckCircleOutlined aria-hidden className="imports-done-icon" /> {t('done_title')}
      </h2>
      <p className="imports-sentence">
        {t(`done_${kind}`, { new: rows_new, changed: rows_changed, same: rows_same })}
      </p>
      <p className="imports-links">
        <ImportedLink imported={imported} />
        <Link to="/imports/new" search={{ kind: nextKind(kind) }}>
          {t('next')}
        </Link>
      </p>
    </section>
  )
}

function ImportedLink({ imported: { kind, organisation_id } }: { readonly imported: ImportOut }) {
  const t = useText(resultText)
  if (kind === 'members') {
    return (
      <Link to="/members" search={{ organisation_id }}>
        {t('see_members')}
      </Link>
    )
  }
  if (kindOf(kind) === 'hours') {
    return (
      <Link to="/volunteering/hours" search={{ kind: 'late_entry', organisation_id }}>
        {t('see_hours')}
      </Link>
    )
  }
  if (kind === 'duty_results') return <Link to="/duty">{t('see_duty_results')}</Link>
  return (
    <Link to="/organisations" search={{ selected: organisation_id }}>
      {t(`see_${kind}`)}
    </Link>
  )
}

const NEXT: Readonly<Partial<Record<ImportOut['kind'], ImportOut['kind']>>> = {
  organisations: 'members',
  members: 'secretaries',
}

/** The tree comes first, then who is in it, then who leads it; old lists are imported one after another. */
function nextKind(kind: ImportOut['kind']): ImportOut['kind'] {
  return NEXT[kind] ?? kind
}
