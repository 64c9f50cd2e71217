import { App, Form, Input } from 'antd'
import type { TalkKind, TalkOut } from '@/shared/api/schema.gen'
import { FormDialog } from '../../components/FormDialog'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { talkActionsText } from './talk-actions-text'
import { useActOnTalk } from './talk-queries'

interface Values {
  readonly statement?: string
}

const ACTS = {
  appointment: 'acknowledge',
  reminder: 'acknowledge',
  inquiry: 'reply',
  letter: 'receipt',
} as const satisfies Readonly<Record<TalkKind, string>>

const LABELS = { acknowledge: 'statement', reply: 'statement_reply', receipt: 'statement_receipt' } as const

/** By the person talked to alone: with a statement, or for an inquiry the answer itself. */
export function AcknowledgeButton({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talkActionsText)
  const required = useRequired()
  const { message } = App.useApp()
  const act = useActOnTalk(talk.id)
  const what = ACTS[talk.kind]
  return (
    <FormDialog<Values>
      label={t(what)}
      title={t(`${what}_title`, { title: talk.title })}
      description={t(`${what}_text`)}
      type="primary"
      onSubmit={async ({ statement }) => {
        await act.mutateAsync({ action: 'acknowledge', statement: statement?.trim() || null })
        void message.success(t(`${what}_done`))
      }}
    >
      {() => (
        <Form.Item name="statement" label={t(LABELS[what])} rules={what === 'reply' ? [required.text] : []}>
          <Input.TextArea rows={5} className="growing" maxLength={4000} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
