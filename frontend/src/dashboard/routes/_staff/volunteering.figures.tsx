import { createFileRoute } from '@tanstack/react-router'
import { FiguresPage } from '../../features/volunteering/hours/FiguresPage'
import { figuresSearch } from '../../features/volunteering/hours/hours-search'

export const Route = createFileRoute('/_staff/volunteering/figures')({
  validateSearch: figuresSearch,
  component: Figures,
})

function Figures() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <FiguresPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
