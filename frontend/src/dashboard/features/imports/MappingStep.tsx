import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ImportOut } from '@/shared/api/schema.gen'
import { useSettings } from '../../app/settings-query'
import { DateField } from '../../components/DateField'
import { ProblemAlert } from '../../components/ProblemAlert'
import { useText } from '../../i18n/use-text'
import { ColumnsTable } from './ColumnsTable'
import { changedColumns, mappingOf, missingFields, withField } from './column-mapping'
import { useCheck } from './imports-requests'
import { mappingText } from './imports-text'

/** What each column stands for; kept with the check. */
export function MappingStep({ imported }: { readonly imported: ImportOut }) {
  const t = useText(mappingText)
  const { today } = useSettings()
  const [mapping, setMapping] = useState(() => mappingOf(imported.columns))
  const [asOf, setAsOf] = useState(imported.as_of)
  const check = useCheck(imported)
  const asOfLabel = t(imported.kind === 'duty_results' ? 'as_of_names' : 'as_of')
  const missing = missingFields(imported.fields, mapping)
  const send = () => {
    const columns = changedColumns(imported.columns, mapping)
    check.mutate({
      ...(columns.length > 0 && { columns }),
      ...(asOf !== imported.as_of && { as_of: asOf }),
    })
  }
  return (
    <section aria-labelledby="imports-columns-title">
      <h2 id="imports-columns-title">{t('title')}</h2>
      <p className="soft imports-lead">
        {t(imported.sheet === '' ? 'hint_csv' : 'hint', {
          sheet: imported.sheet,
          row: imported.header_row,
          count: imported.rows_total,
        })}
      </p>
      <ColumnsTable
        columns={imported.columns}
        fields={imported.fields}
        mapping={mapping}
        onChoose={(index, field) => setMapping((before) => withField(before, index, field))}
      />
      <div className="imports-as-of">
        <span>{asOfLabel}</span>
        <DateField
          label={asOfLabel}
          value={asOf ?? undefined}
          until={today}
          allowClear={false}
          onChange={(on) => setAsOf(on ?? null)}
        />
        <span className="soft">{t(`as_of_${imported.kind}`)}</span>
      </div>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('missing', { fields: missing.map(({ label }) => label).join(t('and')) })}
        />
      )}
      {check.isError && <ProblemAlert error={check.error} />}
      <div className="imports-end">
        <Button type="primary" loading={check.isPending} disabled={missing.length > 0} onClick={send}>
          {t('check')}
        </Button>
        <span className="soft">{t('check_hint')}</span>
      </div>
    </section>
  )
}
