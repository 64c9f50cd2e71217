import { type Autosave, createAutosave, type Kept, type Parts, type Stored } from './autosave'
import { type Block, blocksOf, paragraphsOf } from './report-blocks'
import { FILES, filesIn, joinParts, paragraphsIn } from './report-parts'

export type Sections = Readonly<Record<string, readonly Block[]>>

export interface Written {
  readonly sections: Sections
  readonly files: readonly string[]
}

interface DraftOptions {
  readonly stored: Stored
  readonly send: (version: number, changed: Parts) => Promise<Stored>
  readonly readLatest: () => Promise<Stored>
  readonly keep: { read(): Kept | null; write(kept: Kept): void; forget(): void }
}

export interface ReportDraft {
  readonly autosave: Autosave
  snapshot(): Written
  subscribe(listener: () => void): () => void
  write(key: string, change: (blocks: readonly Block[]) => readonly Block[]): void
  attach(files: readonly string[]): void
}

/** What is in the fields, in step with what is being saved: no change is between the two at any moment. */
export function createReportDraft(options: DraftOptions): ReportDraft {
  const listeners = new Set<() => void>()
  const autosave = createAutosave({ ...options, join: joinParts, onAdopt: adopt })
  autosave.restore()
  let written = writtenOf(autosave.parts())

  function show(next: Written) {
    written = next
    for (const listener of listeners) listener()
  }
  function adopt(parts: Parts) {
    if (listeners.size === 0) return
    const { sections } = writtenOf(parts)
    show({
      sections: { ...written.sections, ...sections },
      files: FILES in parts ? filesIn(parts) : written.files,
    })
  }
  return {
    autosave,
    snapshot: () => written,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    write(key, change) {
      const blocks = change(written.sections[key] ?? [])
      show({ ...written, sections: { ...written.sections, [key]: blocks } })
      autosave.write({ [key]: paragraphsOf(blocks) })
    },
    attach(files) {
      show({ ...written, files })
      autosave.write({ [FILES]: [...files] })
    },
  }
}

function writtenOf(parts: Parts): Written {
  const keys = Object.keys(parts).filter((name) => name !== FILES)
  return {
    sections: Object.fromEntries(keys.map((key) => [key, blocksOf(paragraphsIn(parts, key))])),
    files: filesIn(parts),
  }
}
