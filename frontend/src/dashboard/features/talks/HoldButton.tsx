import { App, Form, Input } from 'antd'
import type { TalkOut } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { FormDialog } from '../../components/FormDialog'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { IssueFields } from './IssueFields'
import { talkActionsText } from './talk-actions-text'
import { talkFormText } from './talk-form-text'
import { useActOnTalk } from './talk-queries'
import { issuesOf, type TalkValues, valuesOf } from './talk-values'

type Values = Pick<TalkValues, 'place' | 'talker' | 'content' | 'issues' | 'deadline'> & {
  readonly held_on: string
}

/** Records that the talk took place: when, where, by whom, what was said and what is to be put right. */
export function HoldButton({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talkActionsText)
  const { message } = App.useApp()
  const { today } = useSettings()
  const act = useActOnTalk(talk.id)
  const isReminder = talk.kind === 'reminder'
  const { place, talker, content, issues, deadline } = valuesOf(talk)
  return (
    <FormDialog<Values>
      label={t('hold')}
      title={t('hold_title', { title: talk.title })}
      description={t('hold_text')}
      type="primary"
      initialValues={{
        held_on: today,
        ...(place !== undefined && { place }),
        ...(talker !== undefined && { talker }),
        ...(content !== undefined && { content }),
        ...(issues !== undefined && { issues }),
        ...(deadline !== undefined && { deadline }),
      }}
      onSubmit={async (values) => {
        await act.mutateAsync({
          action: 'hold',
          held_on: values.held_on,
          place: values.place?.trim() || null,
          talker: values.talker?.trim() || null,
          content: values.content?.trim() || null,
          ...(isReminder && { issues: issuesOf(values.issues), deadline: values.deadline ?? null }),
        })
        void message.success(t('hold_done'))
      }}
    >
      {() => <HoldFields isReminder={isReminder} />}
    </FormDialog>
  )
}

function HoldFields({ isReminder }: { readonly isReminder: boolean }) {
  const t = useText(talkActionsText)
  const form = useText(talkFormText)
  const { today } = useSettings()
  const required = useRequired()
  return (
    <>
      <Form.Item name="held_on" label={t('held_on')} rules={[required.choice]}>
        <DateField label={t('held_on')} until={today} allowClear={false} />
      </Form.Item>
      <Form.Item name="place" label={form('place')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="talker" label={form('talker')} extra={form('talker_hint')} rules={[required.text]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="content" label={t('record')} rules={[required.text]}>
        <Input.TextArea rows={5} className="growing" maxLength={8000} />
      </Form.Item>
      {isReminder && <IssueFields />}
    </>
  )
}
