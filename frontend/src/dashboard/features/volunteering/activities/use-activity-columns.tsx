import { Link } from '@tanstack/react-router'
import type { ListColumn } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import { ActivityStateTag } from '../ActivityStateTag'
import { useWhen } from '../use-when'
import type { ActivityOut } from '../volunteering-types'
import { activitiesText } from './activities-text'
import { capacityOf } from './capacity-of'

export function useActivityColumns(): readonly ListColumn<ActivityOut>[] {
  const t = useText(activitiesText)
  const when = useWhen()
  return [
    {
      key: 'title',
      title: t('activity'),
      render: (_, { id, title }) => (
        <Link to="/volunteering/activities/$activityId" params={{ activityId: id }} className="vol-name">
          {title}
        </Link>
      ),
    },
    {
      key: 'starts_at',
      title: t('when'),
      sortBy: 'starts_at',
      className: 'vol-tabular',
      render: (_, { starts_at, ends_at }) => when(starts_at, ends_at),
    },
    { key: 'state', title: t('state'), render: (_, { state }) => <ActivityStateTag state={state} /> },
    {
      key: 'signed_up',
      title: t('signed_up'),
      numeric: true,
      render: (_, row) => <SignedUp activity={row} />,
    },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    { key: 'place', title: t('place'), render: (_, { place }) => <span className="vol-name">{place}</span> },
    { key: 'leader', title: t('leader'), optional: true, render: (_, { leader_name }) => leader_name ?? '—' },
    { key: 'team', title: t('team'), optional: true, render: (_, { team_name }) => team_name ?? '—' },
    { key: 'number', title: t('number'), optional: true, dataIndex: 'number' },
  ]
}

function SignedUp({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(activitiesText)
  const { confirmed_count: count, waitlisted_count: waiting } = activity
  const capacity = capacityOf(activity)
  return (
    <>
      {capacity === null ? count : t('of_capacity', { count, capacity })}
      {waiting > 0 && <span className="soft"> · {t('waiting_of', { count: waiting })}</span>}
    </>
  )
}
