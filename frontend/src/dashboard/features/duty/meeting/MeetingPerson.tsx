import { useQuery } from '@tanstack/react-query'
import { useText } from '../../../i18n/use-text'
import type { DutyMeetingRowOut, DutyReportOut } from '../duty-types'
import { ReportStateTag } from '../ReportStateTag'
import { CommentActions } from '../reports/CommentActions'
import { CommentCard } from '../reports/CommentCard'
import { ReadSection } from '../reports/ReadSection'
import { ActButton } from '../reports/ReportActions'
import { reportQuery } from '../reports/report-queries'
import { MeetingNote } from './MeetingNote'
import { meetingText } from './meeting-text'

/** Whose turn it is: the report to follow, and a line to type into. */
export function MeetingPerson({ row }: { readonly row: DutyMeetingRowOut }) {
  const { name, organisation_name, report } = row
  return (
    <section className="meeting-person" aria-labelledby="meeting-name">
      <header>
        <h2 id="meeting-name">{name}</h2>
        <span className="soft">{organisation_name}</span>
        <ReportStateTag state={report?.state ?? 'not_started'} late={report?.late ?? false} />
        {report?.allowed_actions.includes('present') && (
          <ActButton action="present" report={{ id: report.id, name }} isPrimary={false} />
        )}
      </header>
      <div className="meeting-work">
        <Notes row={row} />
        {report !== null && <ReportText id={report.id} />}
      </div>
    </section>
  )
}

const HEARD = new Set<DutyReportOut['state']>(['submitted', 'returned', 'accepted', 'presented'])

function Notes({ row }: { readonly row: DutyMeetingRowOut }) {
  const t = useText(meetingText)
  const { report, comments } = row
  return (
    <div className="meeting-notes">
      {report === null && <p className="soft">{t('no_report')}</p>}
      {report !== null && !HEARD.has(report.state) && <p className="soft">{t('being_written')}</p>}
      {report !== null && HEARD.has(report.state) && <MeetingNote reportId={report.id} />}
      <h3>{t('own')}</h3>
      {comments.length === 0 && <p className="soft">{t('own_none')}</p>}
      <ul className="comment-list">
        {[...comments].reverse().map((comment) => (
          <li key={comment.id}>
            <CommentCard comment={comment} sections={[]}>
              <CommentActions comment={comment} />
            </CommentCard>
          </li>
        ))}
      </ul>
    </div>
  )
}

const NOBODY_POINTS = null

function ReportText({ id }: { readonly id: string }) {
  const t = useText(meetingText)
  const { data: report } = useQuery(reportQuery(id))
  if (report === undefined || report.text_withheld) return null
  return (
    <article className="report-text meeting-text" aria-label={t('report')}>
      {report.report_sections.map((section) => (
        <ReadSection
          key={section.key}
          section={section}
          paragraphs={report.sections[section.key] ?? []}
          comments={[]}
          pointed={NOBODY_POINTS}
        />
      ))}
    </article>
  )
}
