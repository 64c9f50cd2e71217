import { Form, Input, InputNumber, type InputRef, Radio } from 'antd'
import type { KeyboardEvent, Ref } from 'react'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { GROUPS } from './InterviewProgress'
import { inspectionsText } from './inspections-text'

const MOST_PEOPLE = 500

interface InterviewFieldsProps {
  readonly first?: Ref<InputRef>
  /** Ctrl and Enter where Enter begins a new line. */
  readonly onEnter: () => void
}

export function InterviewFields({ first, onEnter }: InterviewFieldsProps) {
  const t = useText(inspectionsText)
  const { today } = useSettings()
  const required = useRequired()
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onEnter()
  }
  return (
    <>
      <div className="interview-line">
        <Form.Item name="group" label={t('group')} rules={[required.choice]}>
          <Radio.Group
            aria-label={t('group')}
            optionType="button"
            options={GROUPS.map((group) => ({ value: group, label: t(group) }))}
          />
        </Form.Item>
        <Form.Item name="held_on" label={t('held_on')} rules={[required.choice]}>
          <DateField label={t('held_on')} until={today} allowClear={false} />
        </Form.Item>
        <Form.Item name="people" label={t('people')} rules={[required.number]}>
          <InputNumber min={1} max={MOST_PEOPLE} precision={0} />
        </Form.Item>
        <Form.Item name="interviewee" label={t('interviewee')} className="interview-who">
          <Input {...(first !== undefined && { ref: first })} maxLength={100} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="notes" label={t('notes')} extra={t('notes_hint')}>
        <Input.TextArea rows={2} className="growing" maxLength={4000} onKeyDown={press} />
      </Form.Item>
    </>
  )
}
