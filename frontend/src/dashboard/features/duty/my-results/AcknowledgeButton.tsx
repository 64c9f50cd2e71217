import { App } from 'antd'
import type { OwnDutyResultOut } from '@/shared/api/schema.gen'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { myResultsText } from './my-results-text'
import { useAcknowledge } from './own-result-queries'

/** That one has seen the own result, once. */
export function AcknowledgeButton({ result }: { readonly result: OwnDutyResultOut }) {
  const t = useText(myResultsText)
  const { message } = App.useApp()
  const acknowledge = useAcknowledge(result)
  if (result.acknowledged_at !== null) return null
  return (
    <ConfirmButton
      label={t('acknowledge')}
      title={t('acknowledge_title')}
      description={t('acknowledge_text')}
      type="primary"
      onConfirm={async () => {
        await acknowledge.mutateAsync()
        void message.success(t('acknowledged_now'))
      }}
    />
  )
}
