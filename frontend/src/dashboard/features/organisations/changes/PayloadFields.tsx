import { Form, Input, Radio } from 'antd'
import type { ComponentType } from 'react'
import { DateField } from '../../../components/DateField'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { KindSelect } from '../KindSelect'
import { UnitPicker } from '../units/UnitPicker'
import type { ChangeKind } from './change-types'
import { changesText } from './changes-text'
import { SplitFields } from './SplitFields'

/** What a request of this kind says beyond its organisation, date and reason. */
export function PayloadFields({ kind }: { readonly kind: ChangeKind }) {
  const Fields = FIELDS[kind]
  return Fields === null ? null : <Fields />
}

function NameFields({ label }: { readonly label: 'name' | 'new_name' }) {
  const t = useText(changesText)
  const required = useRequired()
  return (
    <>
      <Form.Item name={['payload', 'name']} label={t(label)} rules={[required.text]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['payload', 'short_name']} label={t('short_name')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  )
}

function CreateFields() {
  const t = useText(changesText)
  const required = useRequired()
  return (
    <>
      <Form.Item name={['payload', 'kind']} label={t('new_kind')} rules={[required.choice]}>
        <KindSelect placeholder={t('kind_choose')} />
      </Form.Item>
      <NameFields label="name" />
      <Form.Item name={['payload', 'code']} label={t('code')}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name={['payload', 'unit_id']} label={t('unit')}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name={['payload', 'founded_on']} label={t('founded_on')}>
        <DateField label={t('founded_plain')} />
      </Form.Item>
    </>
  )
}

function RenameFields() {
  return <NameFields label="new_name" />
}

interface OtherOrganisationProps {
  readonly name: 'parent_id' | 'into_id' | 'guide_id'
  readonly label: 'new_parent' | 'into' | 'guide'
}

function OtherOrganisation({ name, label }: OtherOrganisationProps) {
  const t = useText(changesText)
  const required = useRequired()
  return (
    <Form.Item name={['payload', name]} label={t(label)} rules={[required.choice]}>
      <OrganisationPicker />
    </Form.Item>
  )
}

function MoveFields() {
  return <OtherOrganisation name="parent_id" label="new_parent" />
}

function MergeFields() {
  return <OtherOrganisation name="into_id" label="into" />
}

function GuidanceFields() {
  const t = useText(changesText)
  return (
    <>
      <Form.Item name={['payload', 'operation']} label={t('operation')} initialValue="start">
        <Radio.Group
          options={[
            { value: 'start', label: t('operation_start') },
            { value: 'end', label: t('operation_end') },
          ]}
        />
      </Form.Item>
      <OtherOrganisation name="guide_id" label="guide" />
    </>
  )
}

const FIELDS: Readonly<Record<ChangeKind, ComponentType | null>> = {
  create: CreateFields,
  rename: RenameFields,
  move: MoveFields,
  merge: MergeFields,
  split: SplitFields,
  dissolve: null,
  guidance: GuidanceFields,
}
