import { Link } from '@tanstack/react-router'
import type { DutyResultOut } from '@/shared/api/schema.gen'
import type { ListColumn } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { ResultStateTag } from './ResultStateTag'
import { resultsText } from './results-text'
import { GroupScore, Score } from './Score'

/** A column for every rater group between the total and the grades. */
export function useResultColumns(round: DutyRoundOut): readonly ListColumn<DutyResultOut>[] {
  const t = useText(resultsText)
  const groups = round.scheme?.groups ?? []
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, { round_id, organisation_id, name }) => (
        <Link
          to="/duty/rounds/$roundId/results/$organisationId"
          params={{ roundId: round_id, organisationId: organisation_id }}
        >
          {name}
        </Link>
      ),
    },
    {
      key: 'organisation',
      title: t('organisation'),
      render: (_, { organisation_name }) => <span className="result-place">{organisation_name}</span>,
    },
    {
      key: 'total',
      title: t('total'),
      numeric: true,
      render: (_, { total, total_withheld }) => (
        <strong>
          <Score score={total} withheld={total_withheld} />
        </strong>
      ),
    },
    ...groups.map(({ key, title }) => ({
      key: `group_${key}`,
      title,
      numeric: true,
      render: (_: unknown, result: DutyResultOut) => {
        const group = result.groups.find((one) => one.key === key)
        return group && <GroupScore group={group} />
      },
    })),
    {
      key: 'proposed',
      title: t('proposed'),
      render: (_, { proposed_grade_title }) =>
        proposed_grade_title ?? <span className="soft">{t('no_grade')}</span>,
    },
    { key: 'decided', title: t('decided'), render: (_, result) => <Decided result={result} /> },
    { key: 'state', title: t('state'), render: (_, { state }) => <ResultStateTag state={state} /> },
    {
      key: 'place',
      title: t('place'),
      numeric: true,
      optional: true,
      render: (_, { position }) => position,
    },
  ]
}

/** What was decided; marked where it is not what the sum proposed. */
function Decided({ result }: { readonly result: DutyResultOut }) {
  const t = useText(resultsText)
  const { decided_grade, decided_grade_title, proposed_grade } = result
  if (decided_grade_title === null) return <span className="soft">—</span>
  return (
    <>
      {decided_grade_title}
      {decided_grade !== proposed_grade && <span className="duty-late result-differs">{t('differs')}</span>}
    </>
  )
}
