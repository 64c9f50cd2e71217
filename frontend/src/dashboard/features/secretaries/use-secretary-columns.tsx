import { Link } from '@tanstack/react-router'
import { NOTHING } from '@/shared/format/format'
import { useSettings } from '../../app/settings-query'
import { useFormat } from '../../app/use-format'
import type { ListColumn } from '../../components/ListTable'
import { StatusTag } from '../../components/StatusTag'
import { postsText } from '../../i18n/posts-text'
import { useText } from '../../i18n/use-text'
import { AppointmentStateTag } from './AppointmentStateTag'
import { secretariesText } from './secretaries-text'
import type { Secretary } from './secretary-types'

type Column = ListColumn<Secretary>

export function useSecretaryColumns(): readonly Column[] {
  return [...usePostColumns(), ...useDateColumns()]
}

function usePostColumns(): readonly Column[] {
  const t = useText(secretariesText)
  const posts = useText(postsText)
  return [
    {
      key: 'name',
      title: t('name'),
      sortBy: 'name',
      render: (_, { id, name }) => (
        <Link to="/secretaries/$secretaryId" params={{ secretaryId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'post', title: t('post'), render: (_, { post }) => posts(post) },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    {
      key: 'full_time',
      title: t('kind'),
      render: (_, { full_time }) => t(full_time ? 'full_time' : 'part_time'),
    },
    {
      key: 'duty_title',
      title: t('duty_title'),
      optional: true,
      render: (_, { duty_title }) => duty_title ?? NOTHING,
    },
  ]
}

function useDateColumns(): readonly Column[] {
  const t = useText(secretariesText)
  const format = useFormat()
  return [
    {
      key: 'from_on',
      title: t('from_on'),
      sortBy: 'from_on',
      render: (_, { from_on }) => format.date(from_on),
    },
    { key: 'to_on', title: t('to_on'), optional: true, render: (_, { to_on }) => format.date(to_on) },
    {
      key: 'term_ends_on',
      title: t('term_ends_on'),
      render: (_, { term_ends_on }) => <TermEnd on={term_ends_on} />,
    },
    {
      key: 'talk_due_on',
      title: t('talk_due_on'),
      render: (_, { talk_due_on }) => <TalkDue on={talk_due_on} />,
    },
    { key: 'state', title: t('state'), render: (_, { state }) => <AppointmentStateTag state={state} /> },
  ]
}

interface DayProps {
  readonly on: string | null
}

/** When the running term ends; red once that day has passed. */
export function TermEnd({ on }: DayProps) {
  const format = useFormat()
  const { today } = useSettings()
  if (on === null || on >= today) return format.date(on)
  return <StatusTag tone="overdue">{format.date(on)}</StatusTag>
}

/** By when the talk after taking office is due; red once that day has passed. */
export function TalkDue({ on }: DayProps) {
  const t = useText(secretariesText)
  const format = useFormat()
  const { today } = useSettings()
  if (on === null) return NOTHING
  const text = t('talk_due', { date: format.date(on) })
  return <StatusTag tone={on < today ? 'overdue' : 'waiting'}>{text}</StatusTag>
}
