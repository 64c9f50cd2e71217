import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import type { ListColumn } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import type { VolunteerHoursOut } from '../volunteering-types'
import { HoursFlags } from './HoursFlags'
import { HoursKindMark } from './HoursKindMark'
import { HoursStateTag } from './HoursStateTag'
import { hoursText } from './hours-text'

type Column = ListColumn<VolunteerHoursOut>

/** `without` leaves out what every row of the page has in common. */
export function useHoursColumns(without: readonly string[] = []): readonly Column[] {
  const t = useText(hoursText)
  const format = useFormat()
  const duration = useDuration()
  const columns: Column[] = [
    {
      key: 'name',
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/volunteering/hours/$hoursId" params={{ hoursId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'day', title: t('day'), className: 'vol-tabular', render: (_, { day }) => format.date(day) },
    { key: 'minutes', title: t('minutes'), numeric: true, render: (_, { minutes }) => duration(minutes) },
    { key: 'state', title: t('state'), render: (_, { state }) => <HoursStateTag state={state} /> },
    { key: 'flags', title: t('flags'), render: (_, hours) => <HoursFlags hours={hours} /> },
    { key: 'kind', title: t('kind'), render: (_, hours) => <HoursKindMark hours={hours} /> },
    {
      key: 'activity',
      title: t('activity'),
      render: (_, { activity_title }) => <span className="vol-name">{activity_title}</span>,
    },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    { key: 'team', title: t('team'), optional: true, render: (_, { team_name }) => team_name ?? '—' },
    {
      key: 'verified_by',
      title: t('verified_by'),
      optional: true,
      render: (_, { verified_by_name }) => verified_by_name ?? '—',
    },
  ]
  return columns.filter(({ key }) => !without.includes(key))
}
