import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { daysBetween } from '@/shared/format/format'
import { useSettings } from '../../../app/settings-query'
import { useFormat } from '../../../app/use-format'
import { useCan, useMe } from '../../../auth/session-query'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { boardQuery } from '../board/board-queries'
import type { DutyBoardRowOut, DutyRoundOut } from '../duty-types'
import { ReportStateTag } from '../ReportStateTag'
import { useBeginReport } from '../reports/report-queries'
import { roundsText } from './rounds-text'

/** For the organisation whose secretary reports: the way to the report. */
export function OwnReport({ round }: { readonly round: DutyRoundOut }) {
  const can = useCan()
  const { assignment } = useMe()
  const own = assignment?.organisation_id
  const isBelow = own !== undefined && own !== round.organisation_id
  const board = useQuery({ ...boardQuery(round.id), enabled: isBelow && can('duty_reports.write') })
  const row = board.data?.items.find(({ organisation_id }) => organisation_id === own)
  if (row === undefined) return null
  return <OwnRow round={round} row={row} />
}

interface OwnRowProps {
  readonly round: DutyRoundOut
  readonly row: DutyBoardRowOut
}

function OwnRow({ round, row }: OwnRowProps) {
  const t = useText(roundsText)
  const format = useFormat()
  const begin = useBeginReport()
  const navigate = useNavigate()
  const start = async () => {
    const { organisation_id } = row
    const report = await begin.mutateAsync({ round_id: round.id, organisation_id })
    await navigate({ to: '/duty/reports/$reportId', params: { reportId: report.id } })
  }
  const dueOn = round.report_due_on
  const isOwed = row.state === 'not_started' || row.state === 'draft' || row.state === 'returned'
  return (
    <section className="duty-own" aria-labelledby="duty-own">
      <div>
        <h2 id="duty-own">{t('own_report')}</h2>
        <p>
          <ReportStateTag state={row.state} late={row.late} />
          {isOwed && dueOn !== null && (
            <span className="soft">
              {t('own_due', { date: format.date(dueOn) })} · <DaysLeft dueOn={dueOn} />
            </span>
          )}
        </p>
        {begin.isError && <ProblemAlert error={begin.error} />}
      </div>
      {row.report_id === null ? (
        <Button type="primary" loading={begin.isPending} onClick={() => void start().catch(() => undefined)}>
          {t('own_begin')}
        </Button>
      ) : (
        <Link to="/duty/reports/$reportId" params={{ reportId: row.report_id }} tabIndex={-1}>
          <Button type={isOwed ? 'primary' : 'default'}>{t(isOwed ? 'own_write' : 'own_read')}</Button>
        </Link>
      )}
    </section>
  )
}

function DaysLeft({ dueOn }: { readonly dueOn: string }) {
  const t = useText(roundsText)
  const { today } = useSettings()
  const count = daysBetween(today, dueOn)
  return count < 0 ? t('own_over') : t('own_days', { count })
}
