import { createFileRoute } from '@tanstack/react-router'
import { CalendarPage } from '../../features/calendar/CalendarPage'
import { calendarSearch } from '../../features/calendar/calendar-search'

export const Route = createFileRoute('/_staff/system/calendar')({
  validateSearch: calendarSearch,
  component: Calendar,
})

function Calendar() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <CalendarPage
      search={search}
      onSearch={(change) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  )
}
