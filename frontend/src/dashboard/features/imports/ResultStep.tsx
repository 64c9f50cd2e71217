import { Tabs } from 'antd'
import type { ImportOut } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { CommitSection } from './CommitSection'
import { FaultsTable } from './FaultsTable'
import { resultText } from './imports-text'
import { MendSection } from './MendSection'
import { ResultFigures } from './ResultFigures'
import { RowsTable } from './RowsTable'

/** What the check found, and the way on: write it, or mend the workbook. */
export function ResultStep({ imported }: { readonly imported: ImportOut }) {
  const t = useText(resultText)
  const { faults_total, rows_total } = imported
  const faults = {
    key: 'faults',
    label: t('faults_count', { count: faults_total }),
    children: <FaultsTable importId={imported.id} />,
  }
  const rows = {
    key: 'rows',
    label: t('rows_count', { count: rows_total }),
    children: <RowsTable imported={imported} />,
  }
  return (
    <>
      <ResultFigures imported={imported} />
      {faults_total > 0 ? <MendSection imported={imported} /> : <CommitSection imported={imported} />}
      <Tabs items={faults_total > 0 ? [faults, rows] : [rows]} />
    </>
  )
}
