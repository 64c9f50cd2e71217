import { App, Button } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { type ListColumn, ListTable } from '../../../components/ListTable'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useChoice } from '../../../components/use-choice'
import { useText } from '../../../i18n/use-text'
import { ChooseAll } from '../ChooseAll'
import type { Sent } from '../in-parts'
import { useDuration } from '../use-duration'
import { useProgress } from '../use-progress'
import type { ActivityOut, CheckInType } from '../volunteering-types'
import {
  type RefusedMark,
  type RosterItem,
  rosterQuery,
  useMarkOnList,
  wholeRoster,
} from './attendance-queries'
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
  const query = rosterQuery(activity.id, filters, isOpen)
  const choice = useChoice(query)
  const { chosen } = choice
  const { mark, isPending, error } = useMarking(marking, choice.choose)
  const columns = useColumns(marking === undefined ? undefined : (row, type) => mark([row], type), isPending)
  return (
    <>
      {error !== null && <ProblemAlert error={error} />}
      <ListTable
        name="roster"
        label={t('roster')}
        query={query}
        columns={columns}
        rowDetail={(row) => <RosterMarks row={row} isSettled={activity.state === 'settled'} />}
        isFiltered={Object.values(filters).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
        {...(marking !== undefined && {
          rowSelection: choice.selection,
          tools: (
            <>
              <ChooseAll choice={choice} readAll={() => wholeRoster(activity.id, filters)} />
              <MarkChosen rows={chosen} isBusy={isPending} onMark={(type) => mark(chosen, type)} />
            </>
          ),
        })}
      />
    </>
  )
}

function useMarking(marking: Marking | undefined, onLeft: (rows: readonly RosterItem[]) => void) {
  const t = useText(attendanceText)
  const { message } = App.useApp()
  const { time_zone } = useSettings()
  const marks = useMarkOnList()
  const progress = useProgress()
  const mark = (rows: readonly RosterItem[], type: CheckInType) => {
    if (marking === undefined) return
    const fault = faultOf(marking.moment, time_zone)
    if (fault !== null) {
      void message.warning(t(fault))
      return
    }
    const onSent = (sent: number) => progress.show(sent, rows.length)
    const onSuccess = ({ answers }: Sent<RefusedMark | null>) => {
      const refused = answers.filter((answer) => answer !== null)
      marking.onRefused(refused)
      onLeft(rows.slice(answers.length))
      const count = answers.length - refused.length
      if (count > 0) void message.success(t('marked', { count }))
    }
    onSent(0)
    const request = { rows, mark: markAt(marking.moment, type, time_zone), onSent }
    marks.mutate(request, { onSuccess, onSettled: progress.end })
  }
  return { mark, isPending: marks.isPending, error: marks.error ?? marks.data?.failure ?? null }
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
