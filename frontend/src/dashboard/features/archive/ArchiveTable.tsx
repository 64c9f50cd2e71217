import { Fragment } from 'react'
import type { ArchiveColumnOut, ArchiveRowOut, ArchiveSectionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { archiveText } from './archive-text'

/** The rows of a section; running text stands across the table below its line. */
export function ArchiveTable({ section }: { readonly section: ArchiveSectionOut }) {
  const t = useText(archiveText)
  const { columns, rows } = section
  const narrow = columns.filter(({ wide }) => !wide)
  const wide = columns.filter((column) => column.wide)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a phone, so that keys must be able to scroll it
    <div className="archive-scroll" tabIndex={0}>
      <table className="archive-table">
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            {narrow.map(({ code, title }) => (
              <th key={code} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an archive have no identity of their own
            <Fragment key={index}>
              <tr>
                <When row={row} />
                {narrow.map((column) => (
                  <td key={column.code} {...(column.dated && { className: 'archive-day' })}>
                    <Cell column={column} text={row.cells[column.code] ?? ''} />
                  </td>
                ))}
              </tr>
              {wide
                .filter(({ code }) => row.cells[code])
                .map(({ code, title }) => (
                  <tr key={code} className="archive-wide">
                    <td colSpan={narrow.length + 1}>
                      <span className="soft">{title}</span> {row.cells[code]}
                    </td>
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  readonly column: ArchiveColumnOut
  readonly text: string
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** A dated column holds days, or words where there is no day yet. */
function Cell({ column: { dated }, text }: CellProps) {
  const format = useFormat()
  return dated && ISO_DAY.test(text) ? format.date(text) : text || '—'
}

function When({ row: { occurred_on, late, delay_days } }: { readonly row: ArchiveRowOut }) {
  const t = useText(archiveText)
  const format = useFormat()
  return (
    <td className="archive-when">
      {format.date(occurred_on)}
      {late && <StatusTag tone="warning">{t('late', { count: delay_days })}</StatusTag>}
    </td>
  )
}
