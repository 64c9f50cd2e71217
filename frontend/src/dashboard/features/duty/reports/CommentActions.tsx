import { App, Form, Input, Segmented } from 'antd'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { commentKindsText } from '../duty-text'
import type { CommentKind, DutyCommentOut } from '../duty-types'
import { COMMENT_KINDS } from './CommentForm'
import { useActOnComment, useChangeComment } from './comment-queries'
import { commentsText } from './reports-text'

/** What may be done with a comment now. */
export function CommentActions({ comment }: { readonly comment: DutyCommentOut }) {
  const t = useText(commentsText)
  const { message } = App.useApp()
  const act = useActOnComment(comment.id)
  const { allowed_actions: allowed, own, state, kind } = comment
  if (allowed.length === 0) return null
  return (
    <p className="comment-buttons">
      {allowed.includes('release') && (
        <ConfirmButton
          label={t('release')}
          title={t('release_title')}
          description={t(kind === 'problem' ? 'release_problem' : 'release_text')}
          onConfirm={async () => {
            await act.mutateAsync({ action: 'release' })
            void message.success(t('released'))
          }}
        />
      )}
      {own && state === 'noted' && <EditComment comment={comment} />}
      {allowed.includes('withdraw') && (
        <ConfirmButton
          type="text"
          label={t('withdraw')}
          title={t('withdraw_title')}
          {...(state === 'released' && kind === 'problem' && { description: t('withdraw_text') })}
          reason="required"
          onConfirm={async (reason) => {
            await act.mutateAsync({ action: 'withdraw', reason })
            void message.success(t('withdrawn_done'))
          }}
        />
      )}
    </p>
  )
}

interface Values {
  readonly kind: CommentKind
  readonly text: string
  readonly due_on?: string | null
}

function EditComment({ comment }: { readonly comment: DutyCommentOut }) {
  const t = useText(commentsText)
  const kinds = useText(commentKindsText)
  const required = useRequired()
  const change = useChangeComment(comment)
  const { kind, text, due_on } = comment
  return (
    <FormDialog<Values>
      type="text"
      label={t('edit')}
      title={t('edit')}
      submit={t('save')}
      initialValues={{ kind, text, due_on }}
      onSubmit={(values) =>
        change.mutateAsync({
          kind: values.kind,
          text: values.text.trim(),
          ...(values.kind === 'problem' && { due_on: values.due_on ?? null }),
        })
      }
    >
      {() => (
        <>
          <Form.Item name="kind" label={t('kind')}>
            <Segmented options={COMMENT_KINDS.map((value) => ({ value, label: kinds(value) }))} />
          </Form.Item>
          <Form.Item name="text" label={t('text')} rules={[required.text]}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
          <Form.Item noStyle dependencies={['kind']}>
            {({ getFieldValue }) =>
              getFieldValue('kind') === 'problem' && (
                <Form.Item name="due_on" label={t('due_on')} extra={t('due_hint')}>
                  <DateField label={t('due_on')} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
