import { Form, Input, Radio, Select } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { DateField } from '../../../components/DateField'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { TeamSelect } from '../TeamSelect'
import { teamWordsText } from '../volunteering-text'
import type { Profession, TeamKind } from '../volunteering-types'
import { teamsText } from './teams-text'

const KINDS: readonly TeamKind[] = ['corps', 'detachment', 'team']

const PROFESSIONS: readonly Profession[] = [
  'policy',
  'legal',
  'medical',
  'teaching',
  'culture',
  'science',
  'environment',
  'emergency',
  'elderly',
  'community',
  'other',
]

interface TeamFieldsProps {
  /** Kind and organisation are given once. */
  readonly isNew: boolean
  readonly except?: string
}

export function TeamFields({ isNew, except }: TeamFieldsProps) {
  const t = useText(teamsText)
  const words = useText(teamWordsText)
  const required = useRequired()
  const { today } = useSettings()
  return (
    <>
      {isNew && <PlaceFields />}
      <ParentField except={except} />
      <Form.Item name="name" label={t('team_name')} rules={[required.text]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="professions" label={t('professions')}>
        <Select mode="multiple" options={PROFESSIONS.map((value) => ({ value, label: words(value) }))} />
      </Form.Item>
      <Form.Item name="founded_on" label={t('founded_on')}>
        <DateField label={t('founded_on')} until={today} />
      </Form.Item>
      <Form.Item name="introduction" label={t('introduction')}>
        <Input.TextArea rows={3} className="growing" maxLength={2000} />
      </Form.Item>
    </>
  )
}

function PlaceFields() {
  const t = useText(teamsText)
  const words = useText(teamWordsText)
  const required = useRequired()
  return (
    <>
      <Form.Item name="kind" label={t('kind')} rules={[required.choice]}>
        <Radio.Group options={KINDS.map((value) => ({ value, label: words(value) }))} />
      </Form.Item>
      <Form.Item name="organisation_id" label={t('organisation')} rules={[required.choice]}>
        <OrganisationPicker allowClear={false} />
      </Form.Item>
    </>
  )
}

/** A corps is led by no other. */
function ParentField({ except }: { readonly except: string | undefined }) {
  const t = useText(teamsText)
  const kind: TeamKind | undefined = Form.useWatch('kind')
  if (kind === 'corps') return null
  return (
    <Form.Item name="parent_id" label={t('parent')}>
      <TeamSelect placeholder={t('parent_none')} except={except} />
    </Form.Item>
  )
}
