import { App, Form, Input } from 'antd'
import type { TalkOut } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { FormDialog } from '../../components/FormDialog'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { talkActionsText } from './talk-actions-text'
import { talkFormText } from './talk-form-text'
import { useActOnTalk } from './talk-queries'

interface Values {
  readonly held_on: string
  readonly number?: string
}

/** Records that an inquiry or a letter went out. */
export function SendButton({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talkActionsText)
  const form = useText(talkFormText)
  const required = useRequired()
  const { message } = App.useApp()
  const { today } = useSettings()
  const act = useActOnTalk(talk.id)
  const isLetter = talk.kind === 'letter'
  return (
    <FormDialog<Values>
      label={t('send')}
      title={t('send_title', { title: talk.title })}
      description={t(isLetter ? 'send_letter_text' : 'send_inquiry_text')}
      type="primary"
      initialValues={{ held_on: today, ...(talk.number !== null && { number: talk.number }) }}
      onSubmit={async ({ held_on, number }) => {
        const given = isLetter ? { number: number?.trim() || null } : {}
        await act.mutateAsync({ action: 'hold', held_on, ...given })
        void message.success(t('send_done'))
      }}
    >
      {() => (
        <>
          <Form.Item name="held_on" label={t('sent_on')} rules={[required.choice]}>
            <DateField label={t('sent_on')} until={today} allowClear={false} />
          </Form.Item>
          {isLetter && (
            <Form.Item name="number" label={form('number')} rules={[required.text]}>
              <Input maxLength={64} autoComplete="off" />
            </Form.Item>
          )}
        </>
      )}
    </FormDialog>
  )
}
