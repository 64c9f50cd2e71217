import { createFileRoute } from '@tanstack/react-router'
import { NewTaskPage } from '../../features/tasks/NewTaskPage'
import { newTaskSearch } from '../../features/tasks/tasks-search'

export const Route = createFileRoute('/_staff/tasks/new')({
  validateSearch: newTaskSearch,
  component: NewTask,
})

function NewTask() {
  return <NewTaskPage search={Route.useSearch()} />
}
