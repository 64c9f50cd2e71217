import { App } from 'antd'
import { useState } from 'react'
import { useMedia } from '../../../app/use-media'
import { useCan } from '../../../auth/session-query'
import { FilesField } from '../../../components/FilesField'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut, FactOut } from '../duty-types'
import { DeleteReportButton } from './DeleteReportButton'
import { ReportHeader } from './ReportHeader'
import { ReturnedBecause } from './ReturnedBecause'
import { type Caret, withFact } from './report-blocks'
import { reportsText } from './reports-text'
import { SaveLine } from './SaveLine'
import { SaveNotices } from './SaveNotices'
import { SectionWriter } from './SectionWriter'
import { SideDrawer } from './SideDrawer'
import { SubmitButton } from './SubmitButton'
import { useReportDraft } from './use-report-draft'
import { WriterSide } from './WriterSide'

/** The style sheet knows the same width. */
const NO_ROOM_BESIDE = '(max-width: 1100px)'

interface Place {
  readonly key: string
  readonly caret: Caret | null
}

/** One column to write in, the facts at its side; saved as one writes. */
export function ReportWriter({ report }: { readonly report: DutyReportOut }) {
  const t = useText(reportsText)
  const can = useCan()
  const { message } = App.useApp()
  const { draft, written, saving } = useReportDraft(report)
  const first = report.report_sections[0]?.key ?? ''
  const [place, setPlace] = useState<Place>({ key: first, caret: null })
  const isNarrow = useMedia(NO_ROOM_BESIDE)
  const titleOf = (key: string) => report.report_sections.find((section) => section.key === key)?.title ?? key

  const insert = (fact: FactOut) => {
    const made = withFact(written.sections[place.key] ?? [], fact, place.caret)
    draft.write(place.key, () => made.blocks)
    setPlace({ key: place.key, caret: made.caret })
    void message.success({ key: 'inserted', content: t('inserted', { title: titleOf(place.key) }) })
  }
  const side = <WriterSide report={report} target={titleOf(place.key)} onInsert={insert} />
  return (
    <div className="page report">
      <ReportHeader report={report}>
        <SubmitButton report={report} written={written} autosave={draft.autosave} />
        {report.state === 'draft' && <DeleteReportButton report={report} />}
      </ReportHeader>
      <ReturnedBecause report={report} />
      <SaveNotices draft={draft} saving={saving} titleOf={titleOf} />
      <div className="report-columns">
        <div className="report-text">
          <SaveLine draft={draft} saving={saving} written={written}>
            {isNarrow && <SideDrawer>{side}</SideDrawer>}
          </SaveLine>
          {report.report_sections.map((section) => (
            <SectionWriter
              key={section.key}
              report={report}
              section={section}
              blocks={written.sections[section.key] ?? []}
              onWrite={(change) => draft.write(section.key, change)}
              onCaret={(caret) => setPlace({ key: section.key, caret })}
            />
          ))}
          {can('files.write') && (
            <section className="report-section">
              <h2>{t('files')}</h2>
              <FilesField
                organisationId={report.organisation_id}
                ids={written.files}
                label={t('files')}
                onChange={draft.attach}
              />
            </section>
          )}
        </div>
        {!isNarrow && side}
      </div>
    </div>
  )
}
