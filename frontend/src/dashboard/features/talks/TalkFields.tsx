import { Form, Input } from 'antd'
import type { TalkKind } from '@/shared/api/schema.gen'
import { DateField } from '../../components/DateField'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { IssueFields } from './IssueFields'
import { talkFormText } from './talk-form-text'
import { hasPart } from './talk-values'

export const DUE_LABELS = {
  appointment: 'due_talk',
  reminder: 'due_talk',
  inquiry: 'due_reply',
  letter: 'due_letter',
} as const satisfies Readonly<Record<TalkKind, keyof typeof talkFormText>>

/** What is written about a talk of one kind, whoever it is with. */
export function TalkFields({ kind }: { readonly kind: TalkKind }) {
  const t = useText(talkFormText)
  const required = useRequired()
  const isLetter = kind === 'letter'
  return (
    <>
      {hasPart(kind, 'addressee') && <LetterFields />}
      <Form.Item
        name="title"
        label={t('name')}
        extra={t(isLetter ? 'name_letter_hint' : 'name_hint')}
        rules={isLetter ? [required.text] : []}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="due_on" label={t(DUE_LABELS[kind])} rules={[required.choice]}>
        <DateField label={t(DUE_LABELS[kind])} />
      </Form.Item>
      {hasPart(kind, 'place') && (
        <Form.Item name="place" label={t('place')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item
        name="talker"
        label={t(hasPart(kind, 'place') ? 'talker' : 'signatory')}
        extra={t('talker_hint')}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <ContentField kind={kind} />
      {hasPart(kind, 'issues') && <IssueFields />}
    </>
  )
}

function LetterFields() {
  const t = useText(talkFormText)
  const required = useRequired()
  return (
    <>
      <Form.Item name="addressee" label={t('addressee')} extra={t('addressee_hint')} rules={[required.text]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="number" label={t('number')} extra={t('number_hint')}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
    </>
  )
}

const CONTENT_LABELS = {
  appointment: 'content_talk',
  reminder: 'content_talk',
  inquiry: 'content_inquiry',
  letter: 'content_letter',
} as const satisfies Readonly<Record<TalkKind, keyof typeof talkFormText>>

function ContentField({ kind }: { readonly kind: TalkKind }) {
  const t = useText(talkFormText)
  const required = useRequired()
  const isWritten = kind === 'letter' || kind === 'inquiry'
  return (
    <Form.Item
      name="content"
      label={t(CONTENT_LABELS[kind])}
      rules={isWritten ? [required.text] : []}
      {...(kind === 'letter' && { extra: t('content_letter_hint') })}
    >
      <Input.TextArea rows={isWritten ? 8 : 4} className="growing" maxLength={8000} />
    </Form.Item>
  )
}
