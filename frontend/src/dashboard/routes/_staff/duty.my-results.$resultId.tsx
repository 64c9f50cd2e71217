import { createFileRoute } from '@tanstack/react-router'
import { MyResultPage } from '../../features/duty/my-results/MyResultPage'

export const Route = createFileRoute('/_staff/duty/my-results/$resultId')({ component: MyResult })

function MyResult() {
  const { resultId } = Route.useParams()
  return <MyResultPage key={resultId} id={resultId} />
}
