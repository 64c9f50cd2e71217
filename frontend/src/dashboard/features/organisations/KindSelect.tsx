import { Select, type SelectProps } from 'antd'
import { organisationKindsText } from '../../i18n/organisation-kinds-text'
import { useText } from '../../i18n/use-text'

const KINDS = [
  'committee',
  'general_branch',
  'branch',
  'joint_branch',
  'group',
  'leading_group',
  'working_committee',
  'temporary_committee',
  'temporary_general_branch',
  'temporary_branch',
  'temporary_joint_branch',
] as const

/** A field of antd's `Form`: one kind of organisation. */
export function KindSelect(props: Omit<SelectProps<string>, 'options'>) {
  const kinds = useText(organisationKindsText)
  return <Select<string> {...props} options={KINDS.map((kind) => ({ value: kind, label: kinds(kind) }))} />
}
