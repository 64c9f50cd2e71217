import { Form, type FormInstance, Input, InputNumber, Radio } from 'antd'
import { useEffect, useRef } from 'react'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { directionsText } from '../duty-text'
import type { DutyRoundOut } from '../duty-types'
import { type RoundValues, usualAsOf, usualDueOn } from './round-values'
import { DIRECTIONS } from './rounds-search'
import { roundsText } from './rounds-text'
import { useRoundTitle } from './use-round-title'

interface RoundFieldsProps {
  readonly form: FormInstance<RoundValues>
  readonly way: RoundValues['way']
  readonly earlier: readonly DutyRoundOut[]
}

/** Year and direction name the round and its days until somebody writes over them. */
export function RoundFields({ form, way, earlier }: RoundFieldsProps) {
  const t = useText(roundsText)
  const required = useRequired()
  useFollowing({ form, way, earlier })
  return (
    <>
      {way === 'blank' && <WhoAndWhither />}
      <Form.Item name="year" label={t('year')} rules={[required.number]}>
        <InputNumber min={1921} max={2200} precision={0} className="duty-year" />
      </Form.Item>
      <Form.Item name="title" label={t('field_title')} rules={[required.text]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className="duty-days">
        <Form.Item name="as_of" label={t('as_of')} extra={t('as_of_hint')} rules={[required.choice]}>
          <DateField label={t('as_of')} allowClear={false} />
        </Form.Item>
        <Form.Item name="report_due_on" label={t('report_due_on')} rules={[required.choice]}>
          <DateField label={t('report_due_on')} allowClear={false} />
        </Form.Item>
        {way === 'blank' && (
          <Form.Item name="meeting_on" label={t('meeting_on')} extra={t('meeting_hint')}>
            <DateField label={t('meeting_on')} />
          </Form.Item>
        )}
      </div>
    </>
  )
}

function WhoAndWhither() {
  const t = useText(roundsText)
  const directions = useText(directionsText)
  const required = useRequired()
  return (
    <>
      <Form.Item name="organisation_id" label={t('organisation_field')} rules={[required.choice]}>
        <OrganisationPicker allowClear={false} />
      </Form.Item>
      <Form.Item name="direction" label={t('direction')}>
        <Radio.Group
          className="duty-choices"
          options={DIRECTIONS.map((value) => ({
            value,
            label: (
              <span className="duty-choice">
                <strong>{directions(value)}</strong>
                <span className="soft">{t(`direction_${value}_hint`)}</span>
              </span>
            ),
          }))}
        />
      </Form.Item>
    </>
  )
}

function useFollowing({ form, way, earlier }: RoundFieldsProps) {
  const { today } = useSettings()
  const titleOf = useRoundTitle()
  const year = Form.useWatch('year', form)
  const direction = Form.useWatch('direction', form) ?? 'upward'
  const from = Form.useWatch('from', form)
  // What was written here: a field that says something else was written by somebody.
  const said = useRef<{ title?: string; as_of?: string; report_due_on?: string }>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields follow these choices alone.
  useEffect(() => {
    if (typeof year !== 'number' || String(year).length !== 4) return
    const source = way === 'copy' ? earlier.find(({ id }) => id === from) : undefined
    const follow = (name: 'title' | 'as_of' | 'report_due_on', value: string) => {
      const isOwn = said.current[name] ?? form.getFieldValue(name)
      if (form.getFieldValue(name) !== isOwn) return
      said.current[name] = value
      form.setFieldValue(name, value)
    }
    follow('title', titleOf(year, direction, source))
    follow('as_of', usualAsOf(year, today))
    follow('report_due_on', usualDueOn(year, today))
  }, [year, direction, way, from])
}
