import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../app/use-format'
import type { ListColumn } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import { directionsText } from '../duty-text'
import type { DutyRoundOut } from '../duty-types'
import { ReportCounts } from '../ReportCounts'
import { RoundStateTag } from './RoundStateTag'
import { handedIn } from './round-standing'
import { roundsText } from './rounds-text'
import { useRoundTurn } from './use-round-turn'

export function useRoundColumns(): readonly ListColumn<DutyRoundOut>[] {
  const t = useText(roundsText)
  const directions = useText(directionsText)
  const format = useFormat()
  return [
    {
      key: 'title',
      title: t('round'),
      sortBy: 'year',
      render: (_, { id, title }) => (
        <Link to="/duty/rounds/$roundId" params={{ roundId: id }} className="duty-title">
          {title}
        </Link>
      ),
    },
    { key: 'state', title: t('state'), render: (_, round) => <RoundStanding round={round} /> },
    { key: 'progress', title: t('progress'), render: (_, round) => <RoundProgress round={round} /> },
    { key: 'direction', title: t('direction'), render: (_, { direction }) => directions(direction) },
    {
      key: 'report_due_on',
      title: t('due_on'),
      sortBy: 'report_due_on',
      render: (_, { report_due_on }) => format.date(report_due_on),
    },
    { key: 'organisation', title: t('organisation'), optional: true, dataIndex: 'organisation_name' },
    { key: 'year', title: t('year'), optional: true, render: (_, { year }) => String(year) },
  ]
}

function RoundStanding({ round }: { readonly round: DutyRoundOut }) {
  const turn = useRoundTurn()
  return (
    <span className="duty-standing">
      <RoundStateTag state={round.state} />
      <span className="soft">{turn(round)}</span>
    </span>
  )
}

function RoundProgress({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundsText)
  const { state, counts, imported } = round
  const total = counts.participants
  const hasReports = state !== 'draft' && !imported
  return (
    <span className="duty-progress">
      {hasReports && total > 0 && <ReportCounts counts={counts} isSmall />}
      <span className="soft duty-figure">
        {hasReports
          ? t('handed_in', { done: handedIn(round), total })
          : t('list_of', { total, count: total })}
      </span>
    </span>
  )
}
