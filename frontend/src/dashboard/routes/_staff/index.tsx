import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '../../features/home/HomePage'
import { homeQuery } from '../../features/home/home-query'

export const Route = createFileRoute('/_staff/')({
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(homeQuery)
  },
  component: HomePage,
})
