import { Segmented } from 'antd'
import { useState } from 'react'
import type { ImportOut, ImportRowOut, Outcome } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { type ListColumn, ListTable } from '../../components/ListTable'
import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { rowsQuery } from './imports-query'
import { resultText } from './imports-text'

const COUNTS = { new: 'rows_new', changed: 'rows_changed', same: 'rows_same', fault: 'rows_faulty' } as const
const OUTCOMES = ['new', 'changed', 'same', 'fault'] as const

/** The rows as they were read and what each would do; the server masks personal numbers. */
export function RowsTable({ imported }: { readonly imported: ImportOut }) {
  const t = useText(resultText)
  const [outcome, setOutcome] = useState<Outcome>()
  return (
    <>
      <OutcomeChoice imported={imported} value={outcome} onChange={setOutcome} />
      <ListTable
        name={`import-rows-${imported.kind}`}
        label={t('rows')}
        query={rowsQuery(imported.id, outcome)}
        columns={useColumns(imported)}
        empty={{ title: t('rows_empty') }}
      />
    </>
  )
}

function useColumns(imported: ImportOut): readonly ListColumn<ImportRowOut & { readonly id: string }>[] {
  const t = useText(resultText)
  const labels = new Map(imported.fields.map(({ field, label }) => [field, label]))
  const mapped = imported.columns.flatMap(({ field }) => (field === null ? [] : [field]))
  return [
    { key: 'row', title: t('row'), dataIndex: 'row', numeric: true },
    {
      key: 'outcome',
      title: t('outcome'),
      render: (_, row) => <OutcomeText outcome={row.outcome} />,
    },
    ...mapped.map((field) => ({
      key: field,
      title: labels.get(field) ?? field,
      render: (_: unknown, { values }: ImportRowOut) => values[field] ?? '',
    })),
  ]
}

function OutcomeText({ outcome }: { readonly outcome: Outcome }) {
  const t = useText(resultText)
  if (outcome === 'fault') return <StatusTag tone="warning">{t(outcome)}</StatusTag>
  return <span className={outcome === 'same' ? 'soft' : undefined}>{t(outcome)}</span>
}

interface OutcomeChoiceProps {
  readonly imported: ImportOut
  readonly value: Outcome | undefined
  readonly onChange: (outcome: Outcome | undefined) => void
}

function OutcomeChoice({ imported, value, onChange }: OutcomeChoiceProps) {
  const t = useText(resultText)
  const format = useFormat()
  const present = OUTCOMES.filter((each) => imported[COUNTS[each]] > 0)
  if (present.length < 2) return null
  return (
    <Segmented
      aria-label={t('outcome')}
      value={value ?? 'all'}
      options={[
        { value: 'all', label: t('all') },
        ...present.map((each) => ({
          value: each,
          label: `${t(each)} ${format.number(imported[COUNTS[each]])}`,
        })),
      ]}
      onChange={(chosen) => onChange(OUTCOMES.find((each) => each === chosen))}
    />
  )
}
