import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut, FactOut } from '../duty-types'
import { CommentCard } from './CommentCard'
import { commentsQuery } from './comment-queries'
import { FactList } from './FactList'
import { reportsText } from './reports-text'

interface WriterSideProps {
  readonly report: DutyReportOut
  /** The section into which a fact goes. */
  readonly target: string
  readonly onInsert: (fact: FactOut) => void
}

/** What one looks at while writing: facts, and what was said about an earlier version. */
export function WriterSide({ report, target, onInsert }: WriterSideProps) {
  const t = useText(reportsText)
  const comments = useQuery(commentsQuery(report.id))
  const said = comments.data ?? []
  const facts = <FactList facts={report.facts ?? []} target={target} onInsert={onInsert} />
  if (said.length === 0) {
    return (
      <aside className="report-side" aria-labelledby="report-facts">
        <h2 id="report-facts">{t('facts')}</h2>
        {facts}
      </aside>
    )
  }
  return (
    <aside className="report-side" aria-label={t('side')}>
      <Tabs
        size="small"
        defaultActiveKey={report.state === 'returned' ? 'comments' : 'facts'}
        items={[
          { key: 'facts', label: t('side_facts'), children: facts },
          {
            key: 'comments',
            label: `${t('side_comments')} ${said.length}`,
            children: (
              <ul className="comment-list">
                {said.map((comment) => (
                  <li key={comment.id}>
                    <CommentCard comment={comment} sections={report.report_sections} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </aside>
  )
}
