import { Checkbox, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../../../components/DateField'
import { TimeField } from '../../../components/TimeField'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { PersonSelect } from '../PersonSelect'
import { TeamSelect } from '../TeamSelect'
import { planText } from './plan-text'

interface ActivityFieldsProps {
  /** Who runs it: asked for a new one only. */
  readonly organisation?: ReactNode
  /** The shifts: part of the form of a new one only. */
  readonly shifts?: ReactNode
  readonly leader?: { readonly id: string; readonly name: string } | undefined
}

/** What is written about an activity, question by question. */
export function ActivityFields({ organisation, shifts, leader }: ActivityFieldsProps) {
  const t = useText(planText)
  return (
    <>
      <WhatFields />
      <WhereFields />
      {shifts !== undefined && (
        <fieldset className="vol-part">
          <legend>{t('shifts')}</legend>
          <p className="soft">{t('shifts_hint')}</p>
          {shifts}
        </fieldset>
      )}
      <fieldset className="vol-part">
        <legend>{t('who')}</legend>
        {organisation}
        <Form.Item name="team_id" label={t('team')} extra={t('team_hint')}>
          <TeamSelect placeholder={t('team_none')} />
        </Form.Item>
        <Form.Item name="leader_id" label={t('leader')} extra={t('leader_hint')}>
          <PersonSelect present={leader} />
        </Form.Item>
      </fieldset>
      <RuleFields />
    </>
  )
}

function WhatFields() {
  const t = useText(planText)
  const required = useRequired()
  return (
    <fieldset className="vol-part">
      <legend>{t('what')}</legend>
      <Form.Item name="title" label={t('name')} extra={t('name_hint')} rules={[required.text]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <div className="vol-fields">
        <Form.Item name="theme" label={t('theme')} extra={t('theme_hint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="served_party" label={t('served_party')} extra={t('served_party_hint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="description" label={t('description')} extra={t('description_hint')}>
        <Input.TextArea rows={3} className="growing" maxLength={4000} />
      </Form.Item>
    </fieldset>
  )
}

const PLACE_KINDS = ['address', 'unit', 'village'] as const

function WhereFields() {
  const t = useText(planText)
  const required = useRequired()
  return (
    <fieldset className="vol-part">
      <legend>{t('where')}</legend>
      <Form.Item name="place_kind" label={t('place_kind')}>
        <Radio.Group options={PLACE_KINDS.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item name="place" label={t('place')} rules={[required.text]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </fieldset>
  )
}

function RuleFields() {
  const t = useText(planText)
  return (
    <fieldset className="vol-part">
      <legend>{t('rules')}</legend>
      <Form.Item name="sign_up_required" valuePropName="checked">
        <Checkbox>{t('sign_up_required')}</Checkbox>
      </Form.Item>
      <div className="vol-fields">
        <Form.Item name="until_day" label={t('sign_up_until_day')} extra={t('sign_up_until_hint')}>
          <DateField label={t('sign_up_until_day')} />
        </Form.Item>
        <Form.Item name="until_time" label={t('sign_up_until_time')}>
          <TimeField label={t('sign_up_until_time')} allowClear />
        </Form.Item>
      </div>
      <Form.Item name="missing_exit" label={t('missing_exit')}>
        <Radio.Group
          className="vol-choices"
          options={[
            { value: 'nothing', label: t('nothing') },
            { value: 'planned_end', label: t('planned_end') },
          ]}
        />
      </Form.Item>
      <Form.Item name="template" valuePropName="checked">
        <Checkbox>{t('template')}</Checkbox>
      </Form.Item>
    </fieldset>
  )
}
