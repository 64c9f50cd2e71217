import { createFileRoute } from '@tanstack/react-router'
import { NotFoundPage } from '../../layout/NotFoundPage'

/** An address that is no page, with the menu still there to go on from. */
export const Route = createFileRoute('/_staff/$')({ component: NotFoundPage })
