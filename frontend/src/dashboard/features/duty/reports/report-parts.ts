import type { DutyReportChangeIn } from '@/shared/api/schema.gen'
import { safeLocalStorage } from '@/shared/i18n/locale'
import type { DutyReportOut, ReportParagraphIn } from '../duty-types'
import type { Kept, Parts, Stored } from './autosave'
import { blocksOf, paragraphsOf } from './report-blocks'

/** The attached files stand among the parts under a name that no section has. */
export const FILES = '*files'

type Paragraphs = readonly ReportParagraphIn[]

export function storedOf(report: DutyReportOut): Stored {
  const sections = report.report_sections.map(({ key }) => [key, plain(report.sections[key] ?? [])])
  const parts = Object.fromEntries([...sections, [FILES, report.files.map(({ id }) => id)]])
  return { version: report.version, savedAt: report.saved_at, parts }
}

/** As the fields would give them back: what nobody touched is not sent. */
function plain(paragraphs: Paragraphs): Paragraphs {
  return paragraphsOf(blocksOf(paragraphs))
}

export function paragraphsIn(parts: Parts, key: string): Paragraphs {
  const found = parts[key]
  return Array.isArray(found) ? found.filter(isParagraph) : []
}

export function filesIn(parts: Parts): readonly string[] {
  const found = parts[FILES]
  return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
}

function isParagraph(value: unknown): value is ReportParagraphIn {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
}

/** The request that sends the changed parts. */
export function changeIn(changed: Parts): DutyReportChangeIn {
  const keys = Object.keys(changed).filter((name) => name !== FILES)
  return {
    ...(keys.length > 0 && {
      sections: Object.fromEntries(keys.map((key) => [key, [...paragraphsIn(changed, key)]])),
    }),
    ...(FILES in changed && { file_ids: [...filesIn(changed)] }),
  }
}

/** The other's paragraphs first, then those of one's own that they do not hold. */
export function joinParts(theirs: unknown, mine: unknown): unknown {
  if (!Array.isArray(theirs) || !Array.isArray(mine)) return mine
  const held = new Set(theirs.map((one) => JSON.stringify(one)))
  return [...theirs, ...mine.filter((one) => !held.has(JSON.stringify(one)))]
}

/** Where this browser keeps what could not be sent yet: apart for each person and report. */
export function keepIn(userId: string, reportId: string) {
  const place = `gongwei.duty-report.${userId}.${reportId}`
  return {
    read(): Kept | null {
      try {
        const kept: unknown = JSON.parse(safeLocalStorage()?.getItem(place) ?? 'null')
        return isKept(kept) ? kept : null
      } catch {
        return null
      }
    },
    write(kept: Kept) {
      try {
        safeLocalStorage()?.setItem(place, JSON.stringify(kept))
      } catch {
        // A full storage keeps nothing; saving goes on.
      }
    },
    forget() {
      safeLocalStorage()?.removeItem(place)
    },
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'base' in value && 'parts' in value && 'at' in value
}
