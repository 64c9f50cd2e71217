import { App, Form, type FormInstance, Input, InputNumber, Select } from 'antd'
import { FormDialog } from '../../../components/FormDialog'
import { OrganisationPicker } from '../../../components/OrganisationPicker'
import { saveFile } from '../../../components/save-file'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut, Group } from '../duty-types'
import { useCreateBallotSession, usePrintSlips } from './ballot-session-queries'
import { ballotsText } from './ballots-text'
import { PeopleSelect } from './PeopleSelect'
import { MOST_CODES } from './SlipsButton'
import { sayWho } from './say-who'

interface NewSessionButtonProps {
  readonly round: DutyRoundOut
  /** Those that vote. */
  readonly groups: readonly Group[]
  /** The one thing to do here. */
  readonly isPrimary?: boolean
}

interface SessionValues {
  readonly group_key: string
  readonly title: string
  readonly about_id?: string
  readonly person_ids?: string[]
  readonly codes?: number | null
}

/** A voting of one rater group: on whom, and by what its voters vote. */
export function NewSessionButton({ round, groups, isPrimary = false }: NewSessionButtonProps) {
  const t = useText(ballotsText)
  const { message } = App.useApp()
  const create = useCreateBallotSession(round.id)
  const print = usePrintSlips()
  const [first] = groups
  return (
    <FormDialog<SessionValues>
      label={t('new')}
      title={t('new')}
      submit={t('new_submit')}
      type={isPrimary ? 'primary' : 'default'}
      {...(first !== undefined && {
        initialValues: { group_key: first.key, title: first.title },
      })}
      onSubmit={async ({ codes, person_ids = [], about_id, ...values }) => {
        // Codes are issued with their slips: nothing else ever shows them.
        const body = { ...values, codes: 0, person_ids, ...(about_id !== undefined && { about_id }) }
        const { id } = await sayWho(create.mutateAsync(body))
        void message.success(t('created'))
        if (codes) saveFile(await print.mutateAsync({ id, codes }))
      }}
    >
      {(form) => <SessionFields form={form} round={round} groups={groups} />}
    </FormDialog>
  )
}

interface SessionFieldsProps extends Omit<NewSessionButtonProps, 'isPrimary'> {
  readonly form: FormInstance<SessionValues>
}

function SessionFields({ form, round, groups }: SessionFieldsProps) {
  const t = useText(ballotsText)
  const required = useRequired()
  const nameAfter = (key: string) => {
    const group = groups.find((one) => one.key === key)
    if (group !== undefined && !form.isFieldTouched('title')) {
      form.setFieldValue('title', group.title)
    }
  }
  return (
    <>
      <Form.Item name="group_key" label={t('group')} rules={[required.choice]}>
        <Select
          options={groups.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={nameAfter}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('session_title')}
        extra={t('session_title_hint')}
        rules={[required.text]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="about_id" label={t('about_field')} extra={t('about_hint')}>
        <OrganisationPicker root={round.organisation_id} placeholder={t('about_all')} />
      </Form.Item>
      <Form.Item name="person_ids" label={t('people')} extra={t('people_hint')}>
        <PeopleSelect roundId={round.id} />
      </Form.Item>
      <Form.Item name="codes" label={t('codes')} extra={t('codes_hint')}>
        <InputNumber min={0} max={MOST_CODES} precision={0} />
      </Form.Item>
    </>
  )
}
