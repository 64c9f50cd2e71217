import { createFileRoute } from '@tanstack/react-router'
import { MyBallotsPage } from '../../features/duty/my-ballots/MyBallotsPage'

export const Route = createFileRoute('/_staff/duty/ballots/')({ component: MyBallotsPage })
