import { Steps } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { ActivityOut, ActivityState } from '../volunteering-types'
import { activityActsText } from './activities-text'

const STEPS = ['draft', 'published', 'in_progress', 'completed', 'settled'] as const

const AT: Readonly<Record<ActivityState, number>> = {
  draft: 0,
  published: 1,
  in_progress: 2,
  completed: 3,
  settled: 4,
  cancelled: 0,
}

/** From when it can be started or completed, while that lies ahead. */
function useNextFrom({ state, shifts, ends_at }: ActivityOut): string | null {
  const t = useText(activityActsText)
  const format = useFormat()
  if (state !== 'published' && state !== 'in_progress') return null
  const openings = shifts
    .filter(({ cancelled_at }) => cancelled_at === null)
    .map(({ starts_at, opens_minutes }) => Date.parse(starts_at) - opens_minutes * 60_000)
  const from = state === 'published' ? Math.min(...openings) : Date.parse(ends_at)
  if (!Number.isFinite(from) || from <= Date.now()) return null
  return t('step_from', { at: format.dateTime(new Date(from).toISOString()) })
}

/** How far it is, and what is awaited. */
export function ActivitySteps({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(activityActsText)
  const { state, confirmed_count, published_at } = activity
  const isCancelled = state === 'cancelled'
  const at = isCancelled && published_at !== null ? 1 : AT[state]
  const opens = useNextFrom(activity)
  const status = isCancelled ? 'error' : state === 'settled' ? 'finish' : 'process'
  return (
    <section aria-label={t('steps')} className="vol-steps">
      <Steps
        size="small"
        current={at}
        status={status}
        items={STEPS.map((step, index) => ({
          title: t(`step_${step}`),
          ...(index === at && { content: t(`turn_${state}`, { count: confirmed_count }) }),
          ...(index === at + 1 && opens !== null && { content: opens }),
        }))}
      />
    </section>
  )
}
