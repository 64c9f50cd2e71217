import { useQuery } from '@tanstack/react-query'
import type { ExplanationLineOut, GroupScoreOut } from '@/shared/api/schema.gen'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { explanationQuery, type ResultKey } from './result-queries'
import { resultsText } from './results-text'

interface ExplanationProps {
  readonly of: ResultKey
  readonly groups: readonly Pick<GroupScoreOut, 'key' | 'title'>[]
}

/** How every number came about, line by line. */
export function Explanation({ of, groups }: ExplanationProps) {
  const t = useText(resultsText)
  const explanation = useQuery(explanationQuery(of))
  return (
    <section className="duty-section" aria-labelledby="result-explanation">
      <h2 id="result-explanation">{t('explanation')}</h2>
      <p className="soft">{t('explanation_hint')}</p>
      <ListFace
        list={explanation}
        isEmpty={explanation.data?.lines.length === 0}
        empty={{ title: t('explanation_none') }}
      >
        {explanation.data !== undefined && <Parts lines={explanation.data.lines} groups={groups} />}
      </ListFace>
    </section>
  )
}

const OF_TOTAL = ['total', 'rounding', 'withheld']

/** What stands together: the rules, a rater group, the total, the grade. */
function partOf({ group, step }: ExplanationLineOut): string {
  if (group !== null) return group
  if (step === 'policy') return 'part_start'
  return OF_TOTAL.includes(step) ? 'part_total' : 'part_grade'
}

interface Part {
  readonly key: string
  readonly lines: readonly ExplanationLineOut[]
}

function partsOf(lines: readonly ExplanationLineOut[]): readonly Part[] {
  const parts = new Map<string, ExplanationLineOut[]>()
  for (const line of lines) {
    const key = partOf(line)
    parts.set(key, [...(parts.get(key) ?? []), line])
  }
  return [...parts].map(([key, of]) => ({ key, lines: of }))
}

interface PartsProps extends Pick<ExplanationProps, 'groups'> {
  readonly lines: readonly ExplanationLineOut[]
}

function Parts({ lines, groups }: PartsProps) {
  const t = useText(resultsText)
  return (
    <div className="explanation">
      {partsOf(lines).map(({ key, lines: of }) => {
        const title = groups.find((group) => group.key === key)?.title
        return (
          <section key={key}>
            <h3>{title ?? t.code(key)}</h3>
            <Lines lines={title === undefined ? of : of.map((line) => withoutTitle(line, title))} />
          </section>
        )
      })}
    </div>
  )
}

/** A line about a group begins with the group's title, which stands above the part. */
function withoutTitle(line: ExplanationLineOut, title: string): ExplanationLineOut {
  if (!line.text.startsWith(title)) return line
  return { ...line, text: line.text.slice(title.length).replace(/^[：:]\s*/u, '') }
}

/** The sheets themselves, many of them, are opened when they are wanted. */
function Lines({ lines }: { readonly lines: readonly ExplanationLineOut[] }) {
  const t = useText(resultsText)
  const sheets = lines.filter(({ step }) => step === 'sheet')
  const at = lines.findIndex(({ step }) => step === 'sheet')
  const [before, after] = at === -1 ? [lines, []] : [lines.slice(0, at), lines.slice(at + sheets.length)]
  return (
    <>
      <LineList lines={before} />
      {sheets.length > 0 && (
        <details className="explanation-sheets">
          <summary>{t('each_sheet', { count: sheets.length })}</summary>
          <LineList lines={sheets} />
        </details>
      )}
      <LineList lines={after} />
    </>
  )
}

function LineList({ lines }: { readonly lines: readonly ExplanationLineOut[] }) {
  if (lines.length === 0) return null
  return (
    <ol>
      {lines.map((line) => (
        <li key={line.step + line.text} className={`explanation-${line.step}`}>
          {line.text}
        </li>
      ))}
    </ol>
  )
}
