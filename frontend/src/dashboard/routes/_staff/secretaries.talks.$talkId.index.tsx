import { createFileRoute } from '@tanstack/react-router'
import { TalkPage } from '../../features/talks/TalkPage'
import { talkQuery } from '../../features/talks/talk-queries'

export const Route = createFileRoute('/_staff/secretaries/talks/$talkId/')({
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(talkQuery(params.talkId))
  },
  component: Talk,
})

function Talk() {
  const { talkId } = Route.useParams()
  return <TalkPage key={talkId} id={talkId} />
}
