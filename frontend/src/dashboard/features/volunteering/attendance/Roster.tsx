import { App, Button } from 'antd'
import { useState } from 'react'
import { useSettings } from '../../../app/settings-query'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import { useLoadedRows } from '../use-loaded-rows'
import type { ActivityOut, CheckInType } from '../volunteering-types'
import { type RefusedMark, type RosterItem, rosterQuery, useMarkOnList } from './attendance-queries'
import { attendanceText } from './attendance-text'
import { faultOf, type MarkMoment, markAt } from './mark-moment'
import { PresenceTag } from './PresenceTag'
import { RosterMarks } from './RosterMarks'
import { RosterTimes } from './RosterTimes'

interface Marking {
  readonly moment: MarkMoment
  readonly onRefused: (refused: readonly RefusedMark[]) => void
}

interface RosterProps {
  readonly activity: ActivityOut
  readonly filters: Parameters<typeof rosterQuery>[1]
  readonly isOpen: boolean
  /** Left out where the list is only read. */
  readonly marking?: Marking
}

/** Everybody who is expected or came; marked one by one or several at once. */
export function Roster({ activity, filters, isOpen, marking }: RosterProps) {
  const t = useText(attendanceText)
  const [chosen, setChosen] = useState<readonly RosterItem[]>([])
  const query = rosterQuery(activity.id, filters, isOpen)
  const loaded = useLoadedRows(query)
  const { mark, isPending, error } = useMarking(marking, () => setChosen([]))
  const selection = {
    selected: chosen.map(({ id }) => id),
    onChange: (ids: string[]) => setChosen(loaded.filter(({ id }) => ids.includes(id))),
  }
  const columns = useColumns(marking === undefined ? undefined : (row, type) => mark([row], type), isPending)
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <ListTable
        name="roster"
        label={t('roster')}
        query={query}
        columns={columns}
        rowDetail={(row) => <RosterMarks row={row} />}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
        {...(marking !== undefined && {
          rowSelection: selection,
          tools: <MarkChosen rows={chosen} isBusy={isPending} onMark={(type) => mark(chosen, type)} />,
        })}
      />
    </>
  )
}

function useMarking(marking: Marking | undefined, onDone: () => void) {
  const t = useText(attendanceText)
  const { message } = App.useApp()
  const { time_zone } = useSettings()
  const marks = useMarkOnList()
  const mark = (rows: readonly RosterItem[], type: CheckInType) => {
    if (marking === undefined) return
    const fault = faultOf(marking.moment, time_zone)
    if (fault !== null) {
      void message.warning(t(fault))
      return
    }
    const onSuccess = (refused: readonly RefusedMark[]) => {
      marking.onRefused(refused)
      onDone()
      const count = rows.length - refused.length
      if (count > 0) void message.success(t('marked', { count }))
    }
    marks.mutate({ rows, mark: markAt(marking.moment, type, time_zone) }, { onSuccess })
  }
  return { mark, isPending: marks.isPending, error: marks.error }
}

function useColumns(
  onMark: ((row: RosterItem, type: CheckInType) => void) | undefined,
  isBusy: boolean,
): readonly ListColumn<RosterItem>[] {
  const t = useText(attendanceText)
  const duration = useDuration()
  const acts: ListColumn<RosterItem>[] =
    onMark === undefined
      ? []
      : [
          {
            key: 'mark',
            title: t('mark'),
            render: (_, row) => <MarkButton row={row} isBusy={isBusy} onMark={(type) => onMark(row, type)} />,
          },
        ]
  return [
    { key: 'name', title: t('name'), render: (_, row) => <PersonOf row={row} /> },
    { key: 'state', title: t('presence'), render: (_, row) => <PresenceTag row={row} /> },
    ...acts,
    {
      key: 'times',
      title: t('times'),
      className: 'vol-tabular',
      render: (_, { pairs }) => <RosterTimes pairs={pairs} />,
    },
    {
      key: 'minutes',
      title: t('minutes'),
      numeric: true,
      render: (_, { minutes }) => (minutes === 0 ? '—' : duration(minutes)),
    },
    { key: 'organisation', title: t('organisation'), dataIndex: 'organisation_name' },
    { key: 'post', title: t('post'), dataIndex: 'post' },
  ]
}

function PersonOf({ row: { name, sign_up_state } }: { readonly row: RosterItem }) {
  const t = useText(attendanceText)
  return (
    <>
      {name}
      {sign_up_state === null && <span className="soft"> · {t('not_signed_up')}</span>}
    </>
  )
}

const MOST_PAIRS = 3

interface MarkButtonProps {
  readonly row: RosterItem
  readonly isBusy: boolean
  readonly onMark: (type: CheckInType) => void
}

/** The one mark that comes next. */
function MarkButton({ row: { name, presence, pairs }, isBusy, onMark }: MarkButtonProps) {
  const t = useText(attendanceText)
  const type: CheckInType = presence === 'inside' ? 'exit' : 'entry'
  if (type === 'entry' && pairs.length >= MOST_PAIRS) return null
  return (
    <Button
      size="small"
      disabled={isBusy}
      type={presence === 'left' ? 'link' : 'default'}
      aria-label={t(`mark_${type}_of`, { name })}
      onClick={() => onMark(type)}
      className="vol-mark-one"
    >
      {t(presence === 'left' ? 'mark_again' : `mark_${type}`)}
    </Button>
  )
}

interface MarkChosenProps {
  readonly rows: readonly RosterItem[]
  readonly isBusy: boolean
  readonly onMark: (type: CheckInType) => void
}

function MarkChosen({ rows, isBusy, onMark }: MarkChosenProps) {
  const t = useText(attendanceText)
  if (rows.length === 0) return null
  return (['entry', 'exit'] as const).map((type) => (
    <Button key={type} size="small" loading={isBusy} onClick={() => onMark(type)}>
      {t(`mark_${type}_all`, { count: rows.length })}
    </Button>
  ))
}
