import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Radio, Segmented } from 'antd'
import { useState } from 'react'
import { useFormat } from '../../../app/use-format'
import { ListFace } from '../../../components/ListFace'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import { activityQuery, earlierActivitiesQuery } from '../activities/activity-queries'
import type { ActivityOut } from '../volunteering-types'
import { planText } from './plan-text'

interface EarlierChoiceProps {
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly id?: string
}

/** Templates or the latest activities, one of which is chosen. */
export function EarlierChoice({ value, onChange, id }: EarlierChoiceProps) {
  const t = useText(planText)
  const [kind, setKind] = useState<'templates' | 'latest'>('latest')
  const [typed, setTyped] = useState('')
  const list = useQuery({
    ...earlierActivitiesQuery(kind, useDebounced(typed.trim(), 200)),
    placeholderData: keepPreviousData,
  })
  const { data: chosen } = useQuery({ ...activityQuery(value ?? ''), enabled: value !== undefined })
  const activities = withChosen(list.data?.items ?? [], chosen)
  return (
    <div className="vol-earlier" id={id}>
      <div className="vol-earlier-tools">
        <Segmented
          aria-label={t('from')}
          value={kind}
          options={[
            { value: 'latest', label: t('latest') },
            { value: 'templates', label: t('templates') },
          ]}
          onChange={setKind}
        />
        <Input
          allowClear
          aria-label={t('from_search')}
          placeholder={t('from_search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <ListFace list={list} isEmpty={activities.length === 0} empty={{ title: t('from_none') }}>
        <Radio.Group
          className="vol-earlier-list"
          aria-label={t('from')}
          value={value ?? null}
          onChange={({ target }) => onChange?.(target.value)}
          options={activities.map((activity) => ({
            value: activity.id,
            label: <Earlier activity={activity} />,
          }))}
        />
      </ListFace>
    </div>
  )
}

function withChosen(found: readonly ActivityOut[], chosen: ActivityOut | undefined) {
  if (chosen === undefined || found.some(({ id }) => id === chosen.id)) return found
  return [chosen, ...found]
}

function Earlier({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(planText)
  const format = useFormat()
  const { title, starts_at, place, shifts } = activity
  return (
    <span className="vol-earlier-item">
      <strong>{title}</strong>
      <span className="soft">
        {t('held_on', { date: format.dayOf(starts_at) })} · {t('shifts_of', { count: shifts.length })} ·{' '}
        {place}
      </span>
    </span>
  )
}
