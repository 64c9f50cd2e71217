import { createFileRoute } from '@tanstack/react-router'
import { ChangeEditPage } from '../../features/organisations/changes/ChangeEditPage'

export const Route = createFileRoute('/_staff/organisations/changes/$changeId/edit')({
  component: EditChange,
})

function EditChange() {
  const { changeId } = Route.useParams()
  return <ChangeEditPage key={changeId} id={changeId} />
}
