import { createFileRoute } from '@tanstack/react-router'
import { vacanciesSearch } from '../../features/secretaries/secretaries-search'
import { VacanciesPage } from '../../features/secretaries/VacanciesPage'

export const Route = createFileRoute('/_staff/secretaries/vacancies')({
  validateSearch: vacanciesSearch,
  component: Vacancies,
})

function Vacancies() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <VacanciesPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
