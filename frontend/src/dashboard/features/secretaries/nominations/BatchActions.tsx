import { App } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { Batch, NominationAct, NominationAction } from '../secretary-types'
import { ActionDialog } from './ActionDialog'
import { nominationActionsText } from './nomination-actions-text'
import { useActOnBatch } from './nomination-queries'
import { nominationsText } from './nominations-text'

/** What may be done with all nominees of a batch at once. An inspection looks at one person: it stands with them. */
const TOGETHER: readonly NominationAction[] = [
  'submit',
  'conclude',
  'endorse',
  'approve',
  'appoint',
  'return',
  'reject',
  'withdraw',
]

export function BatchActions({ batch }: { readonly batch: Batch }) {
  const allowed = TOGETHER.filter((action) => batch.allowed_actions.includes(action))
  return allowed.map((action) => <BatchActionButton key={action} action={action} batch={batch} />)
}

interface BatchActionButtonProps {
  readonly action: NominationAction
  readonly batch: Batch
}

function BatchActionButton({ action, batch }: BatchActionButtonProps) {
  const t = useText(nominationsText)
  const words = useText(nominationActionsText)
  const { message } = App.useApp()
  const act = useActOnBatch(batch.id)
  const { title } = batch
  return (
    <ActionDialog
      action={action}
      isForMany
      label={t('batch_act', { action: words(action) })}
      title={t('batch_act_title', { title, action: words(action) })}
      description={t('batch_act_text')}
      onSubmit={async (body: NominationAct) => {
        const { moved } = await act.mutateAsync({ action, ...body })
        void message.success(t('batch_done', { count: moved }))
      }}
    />
  )
}
