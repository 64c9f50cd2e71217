import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { ifMatch, read } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import { api } from '../../../app/api'
import { componentsText } from '../../../components/components-text'
import { useText } from '../../../i18n/use-text'
import { organisationsText } from '../organisations-text'

interface NewPlace {
  readonly id: string
  readonly place: number
}

/** Puts an organisation at a place among its siblings, in the committee's protocol order. */
export function useReorder() {
  const t = useText(organisationsText)
  const words = useText(componentsText)
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, place }: NewPlace) => {
      const path = { organisation_id: id }
      const organisation = await read(
        api.GET('/api/v1/organisations/{organisation_id}', { params: { path } }),
      )
      return read(
        api.PATCH('/api/v1/organisations/{organisation_id}', {
          params: { path, header: ifMatch(organisation) },
          body: { position: place },
        }),
      )
    },
    onSuccess: async ({ name }, { place }) => {
      await queries.invalidateQueries({ queryKey: ['organisations'] })
      void message.success(t('moved_to', { name, place }))
    },
    onError: (error) => {
      const isAnswered = error instanceof ApiError && error.status !== 0
      void message.error(isAnswered ? error.detail || error.title : words('problem_network_title'))
    },
  })
}
