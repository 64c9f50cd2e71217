import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import { fieldsText } from '../../../records/fields-text'
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
              {t(`notice_${notice.kind}`)} <span className="soft">{format.dateTime(notice.created_at)}</span>
            </p>
            <NoticeFacts facts={notice.facts} />
            {notice.reason !== null && <p className="soft">{notice.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoticeFacts({ facts }: Pick<ActivityNoticeOut, 'facts'>) {
  const t = useText(activityText)
  const { code: nameOf } = useText(fieldsText)
  const format = useFormat()
  const shown = (value: unknown) => {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return format.dateTime(value)
    return value === null || value === '' ? NOTHING : String(value)
  }
  return Object.entries(facts).map(([field, value]) => {
    const [before, after] = Array.isArray(value) ? value : [null, value]
    const values = { field: nameOf(field), before: shown(before), after: shown(after) }
    return (
      <p key={field} className="soft">
        {t(before === after ? 'notice_which' : 'notice_fact', values)}
      </p>
    )
  })
}
