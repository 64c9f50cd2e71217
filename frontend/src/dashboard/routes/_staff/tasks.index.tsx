import { createFileRoute } from '@tanstack/react-router'
import { TasksPage } from '../../features/tasks/TasksPage'
import { tasksSearch } from '../../features/tasks/tasks-search'

export const Route = createFileRoute('/_staff/tasks/')({
  validateSearch: tasksSearch,
  component: Tasks,
})

function Tasks() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <TasksPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
