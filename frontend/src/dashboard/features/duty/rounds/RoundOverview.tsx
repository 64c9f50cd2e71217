import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Format, NOTHING } from '@/shared/format/format'
import type { Translate } from '@/shared/i18n/translate'
import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { ReportCounts } from '../ReportCounts'
import { roundQuery } from '../round-queries'
import { BeforeOpening } from './BeforeOpening'
import { OwnReport } from './OwnReport'
import { isRunBy } from './round-standing'
import { roundsText } from './rounds-text'

/** What one looks for first: what is still to do, one's own report, how far all are. */
export function RoundOverview({ id }: { readonly id: string }) {
  const { data: round } = useQuery(roundQuery(id))
  if (round === undefined) return null
  const isDraft = round.state === 'draft'
  return (
    <>
      {isDraft && isRunBy(round) && <BeforeOpening round={round} />}
      {!isDraft && !round.imported && (
        <>
          <OwnReport round={round} />
          <AllReports round={round} />
        </>
      )}
      <Settings round={round} />
    </>
  )
}

function AllReports({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundsText)
  const { counts, id } = round
  if (counts.participants < 2) return null
  return (
    <section className="duty-section" aria-labelledby="duty-reports">
      <h2 id="duty-reports">{t('all_reports')}</h2>
      <ReportCounts counts={counts} />
      <p className="duty-after">
        <Link to="/duty/rounds/$roundId/board" params={{ roundId: id }}>
          {t('open_board')}
        </Link>
        {counts.late > 0 && <span className="soft">{t('late_count', { count: counts.late })}</span>}
      </p>
    </section>
  )
}

function Settings({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundsText)
  const format = useFormat()
  const { counts, copied_from_id, opened_at, published_at } = round
  const left = counts.left_out === 0 ? '' : t('left_out', { count: counts.left_out })
  const participants = `${t('participants_count', { count: counts.participants })}${left}`
  return (
    <section className="duty-section" aria-labelledby="duty-settings">
      <h2 id="duty-settings">{t('settings')}</h2>
      <Facts
        facts={[
          { label: t('year'), value: t('year_value', { year: String(round.year) }) },
          ...(round.imported ? [] : daysOf(round, t, format)),
          ...(round.organises ? [{ label: t('participants'), value: participants }] : []),
          ...(round.imported ? [] : [{ label: t('scheme_revision'), value: schemeOf(round, t) }]),
          ...(opened_at === null ? [] : [{ label: t('opened_at'), value: format.dateTime(opened_at) }]),
          ...(published_at === null
            ? []
            : [{ label: t('published_at'), value: format.dateTime(published_at) }]),
          ...(copied_from_id === null
            ? []
            : [{ label: t('copied_from'), value: <CopiedFrom id={copied_from_id} /> }]),
        ]}
      />
    </section>
  )
}

type Words = Translate<typeof roundsText>

function daysOf(round: DutyRoundOut, t: Words, format: Format) {
  return [
    { label: t('as_of'), value: format.date(round.as_of) },
    { label: t('report_due_on'), value: format.date(round.report_due_on) },
    { label: t('meeting_on'), value: format.date(round.meeting_on) },
  ]
}

function schemeOf({ scheme, scheme_revision }: DutyRoundOut, t: Words): string {
  return scheme === null ? NOTHING : t('scheme_revision_value', { number: scheme_revision })
}

function CopiedFrom({ id }: { readonly id: string }) {
  const t = useText(roundsText)
  return (
    <Link to="/duty/rounds/$roundId" params={{ roundId: id }}>
      {t('copied_link')}
    </Link>
  )
}
