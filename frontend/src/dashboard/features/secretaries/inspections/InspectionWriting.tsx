import { Form, type FormInstance, Input, Radio } from 'antd'
import { memo } from 'react'
import { DateField } from '../../../components/DateField'
import { useText } from '../../../i18n/use-text'
import type { Finding, Inspection, InspectionChange } from '../secretary-types'
import { FacetFields } from './FacetFields'
import { Interviews } from './Interviews'
import { changeOf, type InspectionValues, valuesOf } from './inspection-values'
import { inspectionsText } from './inspections-text'
import { TeamFields } from './TeamFields'

interface InspectionWritingProps {
  readonly form: FormInstance<InspectionValues>
  readonly inspection: Inspection
  readonly onChange: (change: InspectionChange) => void
}

export const FINDINGS: readonly Finding[] = ['suitable', 'unsuitable', 'deferred']

/**
 * The inspection while it is written. What others wrote is put into the form by whoever reads it; the fields
 * are not drawn anew with every word about saving.
 */
export const InspectionWriting = memo(function InspectionWriting(props: InspectionWritingProps) {
  const { form, inspection, onChange } = props
  const t = useText(inspectionsText)
  return (
    <Form<InspectionValues>
      form={form}
      component={false}
      name="inspection"
      layout="vertical"
      initialValues={valuesOf(inspection)}
      onValuesChange={(changed, all) => onChange(changeOf(changed, all))}
    >
      <section aria-labelledby="inspection-plan" className="secretary-section">
        <h2 id="inspection-plan">{t('plan')}</h2>
        <Form.Item name="planned_on" label={t('planned_on')}>
          <DateField label={t('planned_on')} />
        </Form.Item>
        <TeamFields />
      </section>
      <Interviews inspection={inspection} />
      <FacetFields />
      <FindingFields />
    </Form>
  )
})

function FindingFields() {
  const t = useText(inspectionsText)
  return (
    <section aria-labelledby="inspection-writing" className="secretary-section inspection-writing">
      <h2 id="inspection-writing">{t('writing')}</h2>
      <Form.Item name="strengths" label={t('strengths')}>
        <Input.TextArea rows={3} className="growing" maxLength={4000} />
      </Form.Item>
      <Form.Item name="shortcomings" label={t('shortcomings')}>
        <Input.TextArea rows={3} className="growing" maxLength={4000} />
      </Form.Item>
      <Form.Item name="finding" label={t('finding')}>
        <Radio.Group
          aria-label={t('finding')}
          optionType="button"
          options={FINDINGS.map((finding) => ({ value: finding, label: t(finding) }))}
        />
      </Form.Item>
      <Form.Item name="conclusion" label={t('conclusion')}>
        <Input.TextArea rows={3} className="growing" maxLength={4000} />
      </Form.Item>
    </section>
  )
}
