import type { DutyReportOut, ReportParagraphOut } from '../duty-types'
import type { Block } from './report-blocks'
import type { reportsText } from './reports-text'

export type QuotationStanding = NonNullable<ReportParagraphOut['standing']>

/** What is said beside a quotation: that the text is the system's only where it is. */
export const QUOTATION_WORDS = {
  as_in_system: 'fact_mark',
  differs: 'fact_differs',
  not_compared: 'fact_named',
} as const satisfies Record<QuotationStanding, keyof typeof reportsText>

/** As the report answered it; what was inserted or renewed a moment ago says what the system says. */
export function standingOf(
  { sections, facts }: Pick<DutyReportOut, 'sections' | 'facts'>,
  { text, fact }: Pick<Block, 'text' | 'fact'>,
): QuotationStanding {
  const saved = Object.values(sections)
    .flat()
    .find((paragraph) => paragraph.fact === fact && paragraph.text === text)
  if (saved?.standing) return saved.standing
  const isInserted = facts?.some(({ key, value }) => key === fact && value === text)
  return isInserted === true ? 'as_in_system' : 'not_compared'
}
