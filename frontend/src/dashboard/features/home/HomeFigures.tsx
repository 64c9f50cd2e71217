import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { Home, OrganisationSummary } from '@/shared/api/session-types'
import { useFormat } from '../../app/use-format'
import { useCan, useMe } from '../../auth/session-query'
import { type BarPart, StackedBar } from '../../charts/StackedBar'
import { PathLink } from '../../components/PathLink'
import { ProblemAlert } from '../../components/ProblemAlert'
import { organisationKindsText } from '../../i18n/organisation-kinds-text'
import { useText } from '../../i18n/use-text'
import { summaryQuery } from './home-query'
import { homeText } from './home-text'

interface HomeFiguresProps {
  readonly figures: Home['figures']
}

export function HomeFigures({ figures }: HomeFiguresProps) {
  const can = useCan()
  const { assignment } = useMe()
  if (assignment === null || !can('organisations.read')) return null
  return <Figures organisationId={assignment.organisation_id} figures={figures} />
}

function Figures({ organisationId, figures }: HomeFiguresProps & { readonly organisationId: string }) {
  const t = useText(homeText)
  const { data: summary, error, refetch } = useQuery(summaryQuery(organisationId))
  return (
    <aside className="home-figures" aria-label={t('figures')}>
      <h2>{t('figures')}</h2>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {summary === undefined && error === null && <Skeleton active paragraph={{ rows: 10 }} />}
      {summary !== undefined && <SummaryFigures summary={summary} />}
      <OpenFigures figures={figures} />
    </aside>
  )
}

function SummaryFigures({ summary }: { readonly summary: OrganisationSummary }) {
  const t = useText(homeText)
  const can = useCan()
  const kind = useText(organisationKindsText)
  const { organisations, members, secretaries, terms } = summary
  const part = (
    key: 'in_service' | 'retired' | 'full_time' | 'part_time' | 'vacant' | 'serving' | 'due_soon',
    value: number,
  ) => ({
    key,
    label: t(key),
    value,
  })
  return (
    <>
      <Figure
        title={t('organisations')}
        total={organisations.total}
        path="/organisations"
        parts={Object.entries(organisations.by_kind).map(([key, value]) => ({
          key,
          label: kind.code(key),
          value,
        }))}
      />
      {can('members.read') && (
        <Figure
          title={t('members')}
          total={members.total}
          path="/members"
          parts={[part('in_service', members.in_service), part('retired', members.retired)]}
        />
      )}
      <Figure
        title={t('secretaries')}
        total={secretaries.full_time + secretaries.part_time}
        path={can('secretaries.read') ? '/secretaries' : '/organisations'}
        parts={[
          part('full_time', secretaries.full_time),
          part('part_time', secretaries.part_time),
          part('vacant', secretaries.vacant),
        ]}
      />
      <Figure
        title={t('terms')}
        total={terms.serving}
        path="/organisations"
        parts={[
          part('serving', terms.serving - terms.due_soon - terms.overdue),
          part('due_soon', terms.due_soon),
          { key: 'overdue', label: t('overdue'), value: terms.overdue, isOverdue: true },
        ]}
      />
    </>
  )
}

/** How much is under way, each a link to its rows; left out where the role may not know it. */
function OpenFigures({ figures }: HomeFiguresProps) {
  const t = useText(homeText)
  const format = useFormat()
  const lines = [
    { title: t('talks_due'), value: figures.talks_due, path: '/secretaries/talks?state=scheduled' },
    { title: t('nominations_open'), value: figures.nominations_open, path: '/secretaries/nominations' },
  ]
  return lines.map(
    ({ title, value, path }) =>
      typeof value === 'number' && (
        <section key={path} className="figure">
          <PathLink path={path} className="figure-head">
            <span>{title}</span>
            <strong>{format.number(value)}</strong>
          </PathLink>
        </section>
      ),
  )
}

interface FigureProps {
  readonly title: string
  readonly total: number
  readonly path: string
  readonly parts: readonly BarPart[]
}

function Figure({ title, total, path, parts }: FigureProps) {
  const format = useFormat()
  return (
    <section className="figure">
      <PathLink path={path} className="figure-head">
        <span>{title}</span>
        <strong>{format.number(total)}</strong>
      </PathLink>
      <StackedBar parts={parts} />
    </section>
  )
}
