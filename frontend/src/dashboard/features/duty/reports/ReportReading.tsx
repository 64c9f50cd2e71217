import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan, useMe } from '../../../auth/session-query'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { type Anchor, CommentColumn } from './CommentColumn'
import { commentsQuery } from './comment-queries'
import { FactList } from './FactList'
import { paragraphId, ReadSection } from './ReadSection'
import { ReportActions } from './ReportActions'
import { ReportHeader } from './ReportHeader'
import { ReturnedBecause } from './ReturnedBecause'
import { reportsText } from './reports-text'
import { StoredFiles } from './StoredFiles'

/** The report at the left, comments at the right, each beside its paragraph's words. */
export function ReportReading({ report }: { readonly report: DutyReportOut }) {
  const t = useText(reportsText)
  const comments = useQuery(commentsQuery(report.id))
  const mayComment = useMayComment(report)
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const said = comments.data ?? []
  const facts = report.facts ?? []
  return (
    <div className="page report">
      <ReportHeader report={report}>
        <ReportActions report={report} />
      </ReportHeader>
      <ReturnedBecause report={report} />
      <div className="report-columns">
        <article className="report-text" aria-label={t('reading')}>
          {report.text_withheld ? (
            <p className="face">{t('withheld')}</p>
          ) : (
            report.report_sections.map((section) => (
              <ReadSection
                key={section.key}
                section={section}
                paragraphs={report.sections[section.key] ?? []}
                comments={said}
                pointed={anchor === null ? pointed : paragraphId(anchor.section, anchor.paragraph)}
                {...(mayComment && { onComment: setAnchor })}
              />
            ))
          )}
          <StoredFiles files={report.files} />
          {facts.length > 0 && !report.text_withheld && (
            <details className="report-facts">
              <summary>{t('facts')}</summary>
              <FactList facts={facts} />
            </details>
          )}
        </article>
        <CommentColumn
          report={report}
          comments={comments}
          mayComment={mayComment}
          anchor={anchor}
          onAnchor={setAnchor}
          onPoint={setPointed}
        />
      </div>
    </div>
  )
}

const HANDED_IN: readonly DutyReportOut['state'][] = ['submitted', 'accepted', 'presented']

/** Those who run the round comment on what was handed in, never on their own. */
function useMayComment({ state, round, organisation_id, person_id }: DutyReportOut): boolean {
  const can = useCan()
  const me = useMe()
  const { data: above } = useQuery(roundQuery(round.id))
  if (!can('duty_comments.write') || !HANDED_IN.includes(state) || above === undefined) return false
  const own = me.assignment?.organisation_id
  if (own === organisation_id || (me.person_id !== null && me.person_id === person_id)) return false
  return above.organises
}
