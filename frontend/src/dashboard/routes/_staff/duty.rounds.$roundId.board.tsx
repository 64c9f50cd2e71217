import { createFileRoute } from '@tanstack/react-router'
import { BoardPage } from '../../features/duty/board/BoardPage'
import { boardQuery } from '../../features/duty/board/board-queries'
import { boardSearch } from '../../features/duty/board/board-search'

export const Route = createFileRoute('/_staff/duty/rounds/$roundId/board')({
  validateSearch: boardSearch,
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(boardQuery(params.roundId))
  },
  component: Board,
})

function Board() {
  const { roundId } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <BoardPage
      id={roundId}
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
