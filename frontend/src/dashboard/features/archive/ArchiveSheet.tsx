import type { ReactNode } from 'react'
import type { ArchiveOut, ArchiveSectionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useText } from '../../i18n/use-text'
import { ArchivePerson } from './ArchivePerson'
import { ArchiveTable } from './ArchiveTable'
import { archiveText } from './archive-text'
import './archive.css'

interface ArchiveSheetProps {
  readonly archive: ArchiveOut
  /** What can be done with one section; not printed. */
  readonly tools?: (section: ArchiveSectionOut) => ReactNode
}

/** The archive as one page that prints as it stands. */
export function ArchiveSheet({ archive, tools }: ArchiveSheetProps) {
  const t = useText(archiveText)
  const format = useFormat()
  const { person, sections, as_of, limited_to } = archive
  return (
    <article className="archive" aria-label={t('title')}>
      <header className="archive-head">
        <p className="archive-title">{t('title')}</p>
        <p className="soft">{t('as_of_day', { day: format.date(as_of) })}</p>
      </header>
      <ArchivePerson person={person} posts={archive.posts} />
      {limited_to !== null && <p className="soft">{t('limited', { place: limited_to })}</p>}
      {sections.map((section) => (
        <section key={section.code} aria-labelledby={`archive-${section.code}`}>
          <div className="archive-section-head">
            <h2 id={`archive-${section.code}`}>{section.title}</h2>
            {tools !== undefined && <span className="archive-tools">{tools(section)}</span>}
          </div>
          {section.rows.length === 0 ? (
            <p className="soft">{section.empty}</p>
          ) : (
            <ArchiveTable section={section} />
          )}
        </section>
      ))}
    </article>
  )
}
