import type { OwnNoticeOut } from '@/shared/api/schema.gen'
import { activityText } from '../../app/activity-text'
import { useFormat } from '../../app/use-format'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'

/** What those signed up are told, newest first. */
export function Notices({ notices }: { readonly notices: readonly OwnNoticeOut[] }) {
  const t = useText(activityText)
  if (notices.length === 0) return null
  const newestFirst = [...notices].sort((one, other) => other.created_at.localeCompare(one.created_at))
  return (
    <section className="notice" aria-label={t('notices')}>
      {newestFirst.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function Notice({ notice: { kind, facts, reason, created_at } }: { readonly notice: OwnNoticeOut }) {
  const t = useText(activityText)
  const format = useFormat(useWho().settings.time_zone)
  const nothing = (field: string) => (field === 'capacity' ? t('value_no_limit') : '—')
  const shown = (field: string, value: unknown) => {
    if (typeof value === 'boolean') return t(`value_${value}`)
    if (value === null || value === '') return nothing(field)
    if (field === 'place_kind') return t.code(`place_${value}`)
    return isInstant(value) ? format.dateTime(value) : String(value)
  }
  return (
    <div className="told">
      <strong>{t(`notice_${kind}`)}</strong> <span className="soft">{format.dateTime(created_at)}</span>
      {inOrder(facts).map(([field, value]) => {
        const [before, after] = Array.isArray(value) ? value : [value, value]
        return (
          <p key={field}>
            {t(before === after ? 'notice_about' : 'notice_fact', {
              field: fieldName(t.code(`field_${field}`), field),
              before: shown(field, before),
              after: shown(field, after),
            })}
          </p>
        )
      })}
      {reason !== null && <p>{reason}</p>}
    </div>
  )
}

/** What people look for first: which shift, from when, until when. */
const FIRST = ['shift', 'title', 'starts_at', 'ends_at']

function inOrder(facts: OwnNoticeOut['facts']): readonly [string, unknown][] {
  const placeOf = (field: string) => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length)
  return Object.entries(facts).sort(([one], [other]) => placeOf(one) - placeOf(other))
}

function fieldName(text: string, field: string): string {
  return text === `field_${field}` ? field : text
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)
}
