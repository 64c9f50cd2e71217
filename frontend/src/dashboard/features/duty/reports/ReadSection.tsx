import { CommentOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { DutyCommentOut, DutyReportOut, ReportParagraphOut } from '../duty-types'
import type { Anchor } from './CommentColumn'
import { QUOTATION_WORDS } from './quotation'
import { commentsText, reportsText } from './reports-text'

interface ReadSectionProps {
  readonly section: DutyReportOut['report_sections'][number]
  readonly paragraphs: readonly ReportParagraphOut[]
  readonly comments: readonly DutyCommentOut[]
  /** Of the comment that is pointed at: `duties 2`. */
  readonly pointed: string | null
  readonly onComment?: (anchor: Anchor) => void
}

const QUOTED = 60

export function paragraphId(section: string, paragraph: number): string {
  return `${section} ${paragraph}`
}

export function ReadSection({ section, paragraphs, comments, pointed, onComment }: ReadSectionProps) {
  const t = useText(reportsText)
  const words = useText(commentsText)
  const { key, title } = section
  const said = new Set(
    comments
      .filter(({ section_key, state }) => section_key === key && state !== 'withdrawn')
      .map(({ paragraph }) => paragraph),
  )
  return (
    <section className="report-section" aria-labelledby={`report-${key}`}>
      <h2 id={`report-${key}`}>{title}</h2>
      {paragraphs.length === 0 && <p className="soft">{t('empty_section')}</p>}
      {paragraphs.map(({ text, standing }, place) => {
        const id = paragraphId(key, place)
        const marks = [
          standing === 'as_in_system' && 'is-fact',
          said.has(place) && 'is-said',
          pointed === id && 'is-pointed',
        ]
        return (
          <div
            key={id}
            id={`paragraph ${id}`}
            className={`read-paragraph ${marks.filter(Boolean).join(' ')}`}
          >
            <p>
              {text}
              {standing && (
                <span className={`read-mark read-mark-${standing}`}>{t(QUOTATION_WORDS[standing])}</span>
              )}
            </p>
            {onComment !== undefined && (
              <Button
                type="text"
                size="small"
                icon={<CommentOutlined aria-hidden />}
                aria-label={words('comment_on', { text: text.slice(0, QUOTED) })}
                onClick={() => onComment({ section: key, title, paragraph: place, text })}
              >
                {words('comment')}
              </Button>
            )}
          </div>
        )
      })}
    </section>
  )
}
