import { createFileRoute } from '@tanstack/react-router'
import { ResultsPage } from '../../features/duty/results/ResultsPage'
import { everyResultQuery } from '../../features/duty/results/result-queries'
import { resultsSearch } from '../../features/duty/results/results-search'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/results/')({
  validateSearch: resultsSearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(everyResultQuery(params.roundId))
  },
  component: Results,
})

function Results() {
  const { roundId } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <ResultsPage
      id={roundId}
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
