import { createFileRoute } from '@tanstack/react-router'
import { TaskPage } from '../../features/tasks/TaskPage'
import { taskQuery } from '../../features/tasks/task-queries'

export const Route = createFileRoute('/_staff/tasks/$taskId')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(taskQuery(params.taskId))
  },
  component: Task,
})

function Task() {
  const { taskId } = Route.useParams()
  return <TaskPage key={taskId} id={taskId} />
}
