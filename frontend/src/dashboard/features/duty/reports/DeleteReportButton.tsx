import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { api } from '../../../app/api'
import { useMe } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut } from '../duty-types'
import { keepIn } from './report-parts'
import { reportsText } from './reports-text'

export function DeleteReportButton({ report: { id, round } }: { readonly report: DutyReportOut }) {
  const t = useText(reportsText)
  const { id: userId } = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const params = { path: { report_id: id } }
  const remove = useMutation({ mutationFn: () => api.DELETE('/api/v1/duty-reports/{report_id}', { params }) })
  return (
    <ConfirmButton
      label={t('delete')}
      title={t('delete_title')}
      description={t('delete_text')}
      danger
      onConfirm={async () => {
        await remove.mutateAsync()
        keepIn(userId, id).forget()
        await navigate({ to: '/duty/rounds/$roundId', params: { roundId: round.id } })
        queries.removeQueries({ queryKey: ['duty-reports', id] })
        void queries.invalidateQueries({ queryKey: ['duty-rounds'] })
        void message.success(t('deleted'))
      }}
    />
  )
}
