import { useQuery } from '@tanstack/react-query'
import { Form, type FormInstance, Select } from 'antd'
import { OrganisationPicker } from '../../components/OrganisationPicker'
import { treeLevelQuery } from '../../components/organisation-options-query'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { memberActionsText } from './members-text'

/** Every member belongs to a branch; groups are parts of one. */
const KINDS_WITH_MEMBERS = ['branch', 'joint_branch', 'temporary_branch', 'temporary_joint_branch'] as const

interface PlaceFieldsProps {
  readonly form: FormInstance
  readonly branchLabel: string
  readonly groupLabel: string
}

/** `organisation_id` and, where the branch has groups, `group_id`. */
export function PlaceFields({ form, branchLabel, groupLabel }: PlaceFieldsProps) {
  const required = useRequired()
  const branchId: string | undefined = Form.useWatch('organisation_id', form)
  return (
    <>
      <Form.Item name="organisation_id" label={branchLabel} rules={[required.choice]}>
        <OrganisationPicker aria-label={branchLabel} kinds={KINDS_WITH_MEMBERS} allowClear={false} />
      </Form.Item>
      {branchId !== undefined && <GroupField key={branchId} branchId={branchId} label={groupLabel} />}
    </>
  )
}

function GroupField({ branchId, label }: { readonly branchId: string; readonly label: string }) {
  const t = useText(memberActionsText)
  const { data: level = [] } = useQuery(treeLevelQuery({ root: branchId }))
  const groups = level.filter(({ kind, parent_id }) => kind === 'group' && parent_id === branchId)
  if (groups.length === 0) return null
  return (
    <Form.Item name="group_id" label={label} preserve={false}>
      <Select
        allowClear
        placeholder={t('no_group')}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
