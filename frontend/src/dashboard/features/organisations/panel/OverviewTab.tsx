import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../app/use-format'
import { useCan } from '../../../auth/session-query'
import { type BarPart, StackedBar } from '../../../charts/StackedBar'
import { ListFace } from '../../../components/ListFace'
import { PathLink } from '../../../components/PathLink'
import { organisationKindsText } from '../../../i18n/organisation-kinds-text'
import { useText } from '../../../i18n/use-text'
import { type AsOf, summaryQuery } from '../organisation-queries'
import type { Band, Level, Summary } from '../organisation-types'
import { BandTable } from './BandTable'
import { FigureSection } from './FigureSection'
import { MembersFigures } from './MembersFigures'
import { panelText } from './panel-text'

interface OverviewTabProps {
  readonly id: string
  readonly asOf: AsOf
  readonly isGone: boolean
}

export function OverviewTab({ id, asOf, isGone }: OverviewTabProps) {
  const summary = useQuery(summaryQuery(id, asOf))
  const can = useCan()
  return (
    <ListFace list={summary} isEmpty={false} empty={{ title: '' }}>
      {summary.data !== undefined && (
        <div className="org-overview">
          <OrganisationFigures summary={summary.data} />
          {can('members.read') && <MembersFigures members={summary.data.members} isGone={isGone} />}
          {can('members.read') && summary.data.members.total > 0 && <Bands summary={summary.data} />}
          <OfficeFigures summary={summary.data} organisationId={id} />
        </div>
      )}
    </ListFace>
  )
}

function OrganisationFigures({ summary: { organisations } }: { readonly summary: Summary }) {
  const t = useText(panelText)
  const { total, second_level, third_level, large, large_threshold } = organisations
  if (total === 0) return null
  return (
    <FigureSection title={t('organisations_below')} total={total}>
      <div className="org-overview-levels">
        <LevelBar label={t('second_level')} level={second_level} />
        {third_level.total > 0 && <LevelBar label={t('third_level')} level={third_level} />}
      </div>
      {second_level.total > 0 && (
        <dl className="org-fact-row">
          <div>
            <dt>{t('large', { threshold: large_threshold })}</dt>
            <dd>{t('large_of', { large, total: second_level.total })}</dd>
          </div>
        </dl>
      )}
    </FigureSection>
  )
}

function LevelBar({ label, level }: { readonly label: string; readonly level: Level }) {
  const kinds = useText(organisationKindsText)
  const format = useFormat()
  const parts = Object.entries(level.by_kind).map(([kind, value]) => ({
    key: kind,
    label: kinds.code(kind),
    value,
  }))
  return (
    <div>
      <h4>
        {label} <span className="numeric">{format.number(level.total)}</span>
      </h4>
      <StackedBar parts={parts} />
    </div>
  )
}

function Bands({ summary: { members } }: { readonly summary: Summary }) {
  const t = useText(panelText)
  return (
    <>
      <BandTable title={t('age')} bands={members.age_bands} />
      <BandTable title={t('education')} bands={members.education.filter(isHeld)} />
    </>
  )
}

/** An education that nobody has would only lengthen the table; an empty age band shows a gap. */
function isHeld({ in_service, retired }: Band): boolean {
  return in_service + retired > 0
}

interface OfficeFiguresProps {
  readonly summary: Summary
  readonly organisationId: string
}

function OfficeFigures({ summary: { secretaries, terms }, organisationId }: OfficeFiguresProps) {
  const t = useText(panelText)
  const posts: readonly BarPart[] = [
    { key: 'full_time', label: t('full_time'), value: secretaries.full_time },
    { key: 'part_time', label: t('part_time'), value: secretaries.part_time },
    { key: 'vacant', label: t('vacant'), value: secretaries.vacant },
  ]
  const periods: readonly BarPart[] = [
    { key: 'serving', label: t('serving'), value: terms.serving - terms.due_soon - terms.overdue },
    { key: 'due_soon', label: t('due_soon'), value: terms.due_soon },
    { key: 'overdue', label: t('overdue'), value: terms.overdue, isOverdue: true },
  ]
  return (
    <div className="org-overview-pair">
      <FigureSection title={t('secretaries')} total={secretaries.full_time + secretaries.part_time}>
        <StackedBar parts={posts} />
      </FigureSection>
      <FigureSection
        title={
          <PathLink path={`/organisations/terms?organisation_id=${organisationId}`}>{t('terms')}</PathLink>
        }
        total={terms.serving}
      >
        <StackedBar parts={periods} />
      </FigureSection>
    </div>
  )
}
