import { Form, Input } from 'antd'
import { DateField } from '../../../components/DateField'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import type { ChangeKind } from './change-types'
import { changesText } from './changes-text'
import { PayloadFields } from './PayloadFields'

interface ChangeFieldsProps {
  readonly kind: ChangeKind
  /** The organisation of a request that is written already stays. */
  readonly isOrganisationFixed: boolean
}

/** The form of a request, in one column: what is changed, how, when and why. */
export function ChangeFields({ kind, isOrganisationFixed }: ChangeFieldsProps) {
  const t = useText(changesText)
  const required = useRequired()
  const hint = HINTS[kind]
  return (
    <>
      <Form.Item
        name="organisation_id"
        label={t(kind === 'create' ? 'parent' : 'organisation')}
        rules={[required.choice]}
        extra={hint === undefined ? undefined : t(hint)}
      >
        <OrganisationPicker disabled={isOrganisationFixed} />
      </Form.Item>
      <PayloadFields kind={kind} />
      <Form.Item
        name="effective_on"
        label={t('effective_on')}
        extra={t('effective_hint')}
        rules={[required.choice]}
      >
        <DateField label={t('effective_on')} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[required.text]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </>
  )
}

const HINTS: Partial<Record<ChangeKind, 'merge_hint' | 'split_hint' | 'dissolve_hint'>> = {
  merge: 'merge_hint',
  split: 'split_hint',
  dissolve: 'dissolve_hint',
}
