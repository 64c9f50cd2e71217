import { createFileRoute, redirect } from '@tanstack/react-router'

/** An organisation's own address leads to its place in the outline. */
export const Route = createFileRoute('/_staff/organisations/$organisationId')({
  beforeLoad({ params }) {
    throw redirect({ to: '/organisations', search: { selected: params.organisationId }, replace: true })
  },
})
