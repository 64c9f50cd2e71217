import { createFileRoute } from '@tanstack/react-router'
import { MyResultsPage } from '../../features/duty/my-results/MyResultsPage'

export const Route = createFileRoute('/_staff/duty/my-results/')({ component: MyResultsPage })
