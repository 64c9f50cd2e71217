import { App, Button, Input, Segmented } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { ApiError } from '@/shared/api/problem'
import { useText } from '../../../i18n/use-text'
import { commentKindsText } from '../duty-text'
import type { CommentKind } from '../duty-types'
import { COMMENT_KINDS } from '../reports/CommentForm'
import { useAddComment } from '../reports/comment-queries'
import { useKeptDraft } from '../use-kept-draft'
import { meetingText } from './meeting-text'

/** One line: Enter notes it and the next can be typed at once; what is not taken comes back. */
export function MeetingNote({ reportId }: { readonly reportId: string }) {
  const t = useText(meetingText)
  const kinds = useText(commentKindsText)
  const { message } = App.useApp()
  const add = useAddComment()
  const [kind, setKind] = useState<CommentKind>('problem')
  const draft = useKeptDraft(`note ${reportId}`, () => '')
  const text = draft.value

  const note = async () => {
    const typed = text.trim()
    if (typed === '') return
    draft.forget('')
    try {
      await add.mutateAsync({ reportId, kind, text: typed, on_site: true })
    } catch (error) {
      draft.set(typed)
      const why = error instanceof ApiError ? error.detail || error.title : ''
      void message.error(`${t('not_saved', { text: typed })} ${why}`)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = event.altKey ? COMMENT_KINDS[Number(event.key) - 1] : undefined
    if (chosen !== undefined) {
      event.preventDefault()
      setKind(chosen)
    }
    // Enter that ends the choice of a Chinese word is not meant for the note.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void note()
    }
  }
  return (
    <div className="meeting-note">
      <Segmented
        aria-label={t('kind')}
        value={kind}
        options={COMMENT_KINDS.map((value) => ({ value, label: kinds(value) }))}
        onChange={setKind}
      />
      <span className="meeting-line">
        <Input.TextArea
          autoFocus
          aria-label={t('input')}
          placeholder={t(`placeholder_${kind}`)}
          className="growing"
          rows={1}
          size="large"
          maxLength={2000}
          value={text}
          onChange={({ target }) => draft.set(target.value)}
          onKeyDown={onKeyDown}
        />
        <Button type="primary" size="large" disabled={text.trim() === ''} onClick={() => void note()}>
          {t('note')}
        </Button>
      </span>
      <p className="soft meeting-keys">{t('keys')}</p>
    </div>
  )
}
