import type { UseQueryResult } from '@tanstack/react-query'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import type { DutyCommentOut, DutyReportOut } from '../duty-types'
import { CommentActions } from './CommentActions'
import { CommentCard } from './CommentCard'
import { CommentForm } from './CommentForm'
import { paragraphId } from './ReadSection'
import { commentsText } from './reports-text'

/** The paragraph that a new comment is on. */
export interface Anchor {
  readonly section: string
  readonly title: string
  readonly paragraph: number
  readonly text: string
}

interface CommentColumnProps {
  readonly report: DutyReportOut
  readonly comments: UseQueryResult<DutyCommentOut[]>
  readonly mayComment: boolean
  readonly anchor: Anchor | null
  readonly onAnchor: (anchor: Anchor | null) => void
  /** The paragraph of the comment under the pointer or the focus. */
  readonly onPoint: (paragraph: string | null) => void
}

/** Comments in the order of what they are about, with the one that is being written above them. */
export function CommentColumn(props: CommentColumnProps) {
  const { report, comments, mayComment, anchor, onAnchor, onPoint } = props
  const t = useText(commentsText)
  const sorted = inOrder(comments.data ?? [], report)
  return (
    <aside className="report-side" aria-labelledby="report-comments">
      <h2 id="report-comments">{t('title')}</h2>
      {anchor !== null && (
        <CommentForm
          key={paragraphId(anchor.section, anchor.paragraph)}
          reportId={report.id}
          anchor={anchor}
          onEnd={() => onAnchor(null)}
        />
      )}
      <ListFace
        list={comments}
        isEmpty={sorted.length === 0 && anchor === null}
        empty={{ title: t('none'), hint: t(mayComment ? 'none_hint' : 'none_reader') }}
      >
        <ul className="comment-list">
          {sorted.map((comment) => (
            <PointingItem key={comment.id} comment={comment} onPoint={onPoint}>
              <CommentCard comment={comment} sections={report.report_sections}>
                <CommentActions comment={comment} />
              </CommentCard>
            </PointingItem>
          ))}
        </ul>
      </ListFace>
    </aside>
  )
}

interface PointingItemProps extends Pick<CommentColumnProps, 'onPoint'> {
  readonly comment: DutyCommentOut
  readonly children: React.ReactNode
}

/** Pointing at a comment shows its paragraph. */
function PointingItem({ comment: { section_key, paragraph }, onPoint, children }: PointingItemProps) {
  const id = section_key === null || paragraph === null ? null : paragraphId(section_key, paragraph)
  return (
    <li
      onMouseEnter={() => onPoint(id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(id)}
      onBlur={() => onPoint(null)}
    >
      {children}
    </li>
  )
}

function inOrder(comments: readonly DutyCommentOut[], { report_sections }: DutyReportOut) {
  const place = ({ section_key, paragraph }: DutyCommentOut) => {
    const section = report_sections.findIndex(({ key }) => key === section_key)
    return section === -1 ? Number.MAX_SAFE_INTEGER : section * 1000 + (paragraph ?? 0)
  }
  return [...comments].sort((one, other) => place(one) - place(other))
}
