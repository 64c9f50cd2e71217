import { App, Form } from 'antd'
import type { TalkOut, TaskState } from '@/shared/api/schema.gen'
import { DateField } from '../../components/DateField'
import { FormDialog } from '../../components/FormDialog'
import { ReasonItem } from '../../components/ReasonItem'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { talkActionsText } from './talk-actions-text'
import { useActOnTalk } from './talk-queries'

interface Values {
  readonly reason: string
  readonly deadline?: string
}

const OVER: readonly TaskState[] = ['verified', 'cancelled']

/** Sends the rectification back. Tasks that are over are given anew, until another deadline. */
export function RejectButton({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talkActionsText)
  const required = useRequired()
  const { message } = App.useApp()
  const act = useActOnTalk(talk.id)
  const isAnew = talk.tasks.length > 0 && talk.tasks.every(({ state }) => OVER.includes(state))
  return (
    <FormDialog<Values>
      label={t('reject')}
      title={t('reject_title', { title: talk.title })}
      description={t(isAnew ? 'reject_anew_text' : 'reject_text')}
      onSubmit={async ({ reason, deadline }) => {
        await act.mutateAsync({
          action: 'reject',
          reason: reason.trim(),
          ...(deadline !== undefined && { deadline }),
        })
        void message.success(t('reject_done'))
      }}
    >
      {() => (
        <>
          <ReasonItem />
          {isAnew && (
            <Form.Item name="deadline" label={t('new_deadline')} rules={[required.choice]}>
              <DateField label={t('new_deadline')} />
            </Form.Item>
          )}
        </>
      )}
    </FormDialog>
  )
}
