import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import { fieldsText } from '../../../records/fields-text'
import { planText } from '../plan/plan-text'
import type { ActivityNoticeOut } from '../volunteering-types'
import { activityText } from './activities-text'

/** What those signed up were told, the latest first. */
export function ActivityNotices({ notices }: { readonly notices: readonly ActivityNoticeOut[] }) {
  const t = useText(activityText)
  const format = useFormat()
  return (
    <section aria-labelledby="vol-notices">
      <h2 id="vol-notices">{t('notices')}</h2>
      <ul className="vol-notices">
        {notices.map((notice) => (
          <li key={notice.id}>
            <p>
              <NoticeHead notice={notice} />{' '}
              <span className="soft">{format.dateTime(notice.created_at)}</span>
            </p>
            <NoticeFacts facts={notice.facts} />
            {notice.reason !== null && <p className="soft">{notice.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoticeHead({ notice: { kind, name } }: { readonly notice: ActivityNoticeOut }) {
  const t = useText(activityText)
  const what = t(`notice_${kind}`)
  return name === null ? what : t('notice_to', { what, name })
}

function NoticeFacts({ facts }: Pick<ActivityNoticeOut, 'facts'>) {
  const t = useText(activityText)
  const { code: nameOf } = useText(fieldsText)
  const shown = useFactValue()
  return inOrder(facts).map(([field, value]) => {
    const [before, after] = Array.isArray(value) ? value : [value, value]
    const values = { field: nameOf(field), before: shown(field, before), after: shown(field, after) }
    return (
      <p key={field} className="soft">
        {t(before === after ? 'notice_which' : 'notice_fact', values)}
      </p>
    )
  })
}

/** The value of a field as people say it. */
function useFactValue() {
  const t = useText(activityText)
  const { code: placeKind } = useText(planText)
  const format = useFormat()
  const nothing = (field: string) => (field === 'capacity' ? t('value_no_limit') : NOTHING)
  return (field: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(`value_${value}`)
    if (value === null || value === '') return nothing(field)
    if (field === 'place_kind') return placeKind(String(value))
    return isInstant(value) ? format.dateTime(value) : String(value)
  }
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)
}

/** What people look for first: which shift, from when, until when. */
const FIRST = ['shift', 'title', 'starts_at', 'ends_at']

function inOrder(facts: ActivityNoticeOut['facts']): readonly [string, unknown][] {
  const placeOf = (field: string) => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length)
  return Object.entries(facts).sort(([one], [other]) => placeOf(one) - placeOf(other))
}
