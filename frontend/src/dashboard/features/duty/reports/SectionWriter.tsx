import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useText } from '../../../i18n/use-text'
import type { DutyReportOut } from '../duty-types'
import { LengthAdvice } from './LengthAdvice'
import { QUOTATION_WORDS, standingOf } from './quotation'
import { type Block, type Caret, changedBlock, lengthOf, withoutBlock } from './report-blocks'
import { reportsText } from './reports-text'

type Change = (blocks: readonly Block[]) => readonly Block[]

interface SectionWriterProps {
  readonly report: DutyReportOut
  readonly section: DutyReportOut['report_sections'][number]
  readonly blocks: readonly Block[]
  readonly onWrite: (change: Change) => void
  readonly onCaret: (caret: Caret) => void
}

/** One part of the report: text with facts between. */
export function SectionWriter({ report, section, blocks, onWrite, onCaret }: SectionWriterProps) {
  const { key, title, hint, advised_characters } = section
  return (
    <section className="report-section" aria-labelledby={`report-${key}`}>
      <h2 id={`report-${key}`}>{title}</h2>
      {hint !== '' && <p className="soft">{hint}</p>}
      {blocks.map((block, place) =>
        block.fact === null ? (
          <TextBlock
            key={block.id}
            block={block}
            title={title}
            number={place / 2 + 1}
            isAlone={blocks.length === 1}
            onWrite={onWrite}
            onCaret={onCaret}
          />
        ) : (
          <FactBlock key={block.id} report={report} block={block} onWrite={onWrite} />
        ),
      )}
      <LengthAdvice count={lengthOf(blocks)} advised={advised_characters ?? null} />
    </section>
  )
}

interface TextBlockProps {
  readonly block: Block
  readonly title: string
  readonly number: number
  /** The whole section is one field: it is as high as something worth writing. */
  readonly isAlone: boolean
  readonly onWrite: (change: Change) => void
  readonly onCaret: (caret: Caret) => void
}

const ROWS_ALONE = 5
const LINE = 36

function rowsOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0)
}

function TextBlock({ block, title, number, isAlone, onWrite, onCaret }: TextBlockProps) {
  const t = useText(reportsText)
  return (
    <Input.TextArea
      className={`report-field growing ${isAlone ? 'report-field-alone' : ''}`}
      aria-label={number === 1 ? title : t('section_text', { title, number })}
      // Where a browser does not let the field grow by itself, it is as high as its text is about.
      rows={Math.max(isAlone ? ROWS_ALONE : 1, rowsOf(block.text))}
      value={block.text}
      {...(isAlone && { placeholder: t('write_here') })}
      onChange={({ target }) => onWrite((blocks) => changedBlock(blocks, block.id, target.value))}
      onSelect={({ currentTarget }) => onCaret({ blockId: block.id, at: currentTarget.selectionEnd })}
    />
  )
}

interface FactBlockProps {
  readonly report: DutyReportOut
  readonly block: Block
  readonly onWrite: (change: Change) => void
}

/** Stands as the system said it: it is renewed or removed, not rewritten. */
function FactBlock({ report, block, onWrite }: FactBlockProps) {
  const t = useText(reportsText)
  const fact = report.facts?.find(({ key }) => key === block.fact)
  const standing = standingOf(report, block)
  const mark = t(QUOTATION_WORDS[standing])
  const title = fact?.title ?? t('fact_mark')
  return (
    <figure className={`report-fact report-fact-${standing}`}>
      <figcaption>
        {fact === undefined ? mark : `${mark} · ${fact.title}`}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('fact_remove', { title })}
          onClick={() => onWrite((blocks) => withoutBlock(blocks, block.id))}
        />
      </figcaption>
      <p>{block.text}</p>
      {standing === 'differs' && fact !== undefined && fact.value !== block.text && (
        <Button
          type="link"
          size="small"
          onClick={() => onWrite((blocks) => changedBlock(blocks, block.id, fact.value))}
        >
          {t('fact_renew')}
        </Button>
      )}
    </figure>
  )
}
