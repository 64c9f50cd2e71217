import { createFileRoute } from '@tanstack/react-router'
import { EditTalkPage } from '../../features/talks/EditTalkPage'

export const Route = createFileRoute('/_staff/secretaries/talks/$talkId/edit')({ component: EditTalk })

function EditTalk() {
  const { talkId } = Route.useParams()
  return <EditTalkPage key={talkId} id={talkId} />
}
