import { App, Button, Input, Segmented } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { DateField } from '../../../components/DateField'
import { ProblemAlert } from '../../../components/ProblemAlert'
import { useText } from '../../../i18n/use-text'
import { commentKindsText } from '../duty-text'
import type { CommentKind } from '../duty-types'
import { useKeptDraft } from '../use-kept-draft'
import type { Anchor } from './CommentColumn'
import { useAddComment } from './comment-queries'
import { commentsText } from './reports-text'

export const COMMENT_KINDS = ['strength', 'problem', 'demand'] as const satisfies readonly CommentKind[]

interface CommentFormProps {
  readonly reportId: string
  readonly anchor: Anchor
  readonly onEnd: () => void
}

/** A new comment on a paragraph. */
export function CommentForm({ reportId, anchor, onEnd }: CommentFormProps) {
  const t = useText(commentsText)
  const kinds = useText(commentKindsText)
  const { message } = App.useApp()
  const add = useAddComment()
  const [kind, setKind] = useState<CommentKind>('problem')
  const draft = useKeptDraft(`comment ${reportId} ${anchor.section} ${anchor.paragraph}`, () => '')
  const text = draft.value
  const [dueOn, setDueOn] = useState<string>()
  const isEmpty = text.trim() === ''

  const send = () => {
    if (isEmpty || add.isPending) return
    const due = kind === 'problem' && dueOn !== undefined ? { due_on: dueOn } : {}
    const { section: section_key, paragraph } = anchor
    add.mutate(
      { reportId, kind, text: text.trim(), on_site: false, section_key, paragraph, ...due },
      {
        onSuccess: () => {
          draft.forget('')
          void message.success(t('added'))
          onEnd()
        },
      },
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    if (event.key === 'Escape' && isEmpty) onEnd()
  }
  return (
    <section className="comment-form" aria-label={t('comment')}>
      <blockquote>{anchor.text}</blockquote>
      {add.isError && <ProblemAlert error={add.error} />}
      <Segmented
        aria-label={t('kind')}
        value={kind}
        options={COMMENT_KINDS.map((value) => ({ value, label: kinds(value) }))}
        onChange={setKind}
      />
      <Input.TextArea
        autoFocus
        aria-label={t('text')}
        placeholder={t('text_placeholder')}
        className="growing comment-field"
        rows={3}
        maxLength={2000}
        value={text}
        onChange={({ target }) => draft.set(target.value)}
        onKeyDown={onKeyDown}
      />
      {kind === 'problem' && (
        <p className="comment-due">
          <span>{t('due_on')}</span>
          <DateField label={t('due_on')} value={dueOn} onChange={setDueOn} />
          <span className="soft">{t('due_hint')}</span>
        </p>
      )}
      <p className="comment-buttons">
        <Button type="primary" disabled={isEmpty} loading={add.isPending} onClick={send}>
          {t('add')}
        </Button>
        <Button onClick={onEnd}>{t('cancel')}</Button>
      </p>
    </section>
  )
}
