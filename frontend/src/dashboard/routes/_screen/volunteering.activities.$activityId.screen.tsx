import { createFileRoute } from '@tanstack/react-router'
import { searchOf } from '../../app/search-params'
import { CodeScreenPage } from '../../features/volunteering/screen/CodeScreenPage'

const screenSearch = searchOf('shift_id')

export const Route = createFileRoute('/_screen/volunteering/activities/$activityId/screen')({
  validateSearch: screenSearch,
  component: CodeScreen,
})

function CodeScreen() {
  const { activityId } = Route.useParams()
  const { shift_id } = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <CodeScreenPage
      activityId={activityId}
      shiftId={shift_id}
      onShift={(chosen) => void navigate({ search: { shift_id: chosen }, replace: true })}
    />
  )
}
