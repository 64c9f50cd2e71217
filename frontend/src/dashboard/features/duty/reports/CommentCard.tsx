import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import { commentKindsText } from '../duty-text'
import type { DutyCommentOut, DutyReportOut } from '../duty-types'
import { commentsText } from './reports-text'

interface CommentCardProps {
  readonly comment: DutyCommentOut
  readonly sections: DutyReportOut['report_sections']
  /** Acts upon it. */
  readonly children?: ReactNode
}

/** One comment: what kind, on what, by whom, and what became of it. */
export function CommentCard({ comment, sections, children }: CommentCardProps) {
  const t = useText(commentsText)
  const kinds = useText(commentKindsText)
  const format = useFormat()
  const { kind, quote, text, author_name, state, released_at, due_on, task_id, on_site } = comment
  const place = placeOf(comment, sections)
  const parts = [
    author_name,
    ...(place === null ? [] : [t('paragraph_of', place)]),
    ...(on_site ? [t('on_site')] : []),
    state === 'noted'
      ? t('noted')
      : state === 'withdrawn'
        ? t('withdrawn')
        : t('released_at', { at: format.dateTime(released_at) }),
  ]
  return (
    <article className={`comment comment-${kind} comment-is-${state}`}>
      <p className="comment-kind">{kinds(kind)}</p>
      {quote !== null && <blockquote>{quote}</blockquote>}
      <p className="comment-text">{text}</p>
      <p className="soft comment-about">{parts.join(' · ')}</p>
      {kind === 'problem' && due_on !== null && state !== 'withdrawn' && (
        <p className="soft">
          {t('due_by', { date: format.date(due_on) })}
          {task_id !== null && (
            <>
              {' · '}
              <Link to="/tasks/$taskId" params={{ taskId: task_id }}>
                {t('task_open')}
              </Link>
            </>
          )}
        </p>
      )}
      {children}
    </article>
  )
}

function placeOf({ section_key, paragraph }: DutyCommentOut, sections: CommentCardProps['sections']) {
  const section = sections.find(({ key }) => key === section_key)
  return section === undefined || paragraph === null ? null : { title: section.title, number: paragraph + 1 }
}
