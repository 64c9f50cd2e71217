import { App, Form, Input, InputNumber } from 'antd'
import type { DutyRoundChangeIn } from '@/shared/api/schema.gen'
import { DateField } from '../../../components/DateField'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { wordsText } from '../../../i18n/words-text'
import type { DutyRoundOut } from '../duty-types'
import { useChangeRound } from '../round-queries'
import { roundsText } from './rounds-text'

interface Values {
  readonly title: string
  readonly year: number
  readonly as_of: string | null
  readonly report_due_on: string | null
  readonly meeting_on?: string | null
}

const OPEN: readonly DutyRoundOut['state'][] = ['reporting', 'appraising']

/** Everything of a draft; of an open round the days that may still move. */
export function EditRoundButton({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundsText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const change = useChangeRound(round)
  const { state, title, year, as_of, report_due_on, meeting_on } = round
  const isDraft = state === 'draft'
  if (!isDraft && !OPEN.includes(state)) return null
  const given: Values = { title, year, as_of, report_due_on, meeting_on }
  return (
    <FormDialog<Values>
      label={t(isDraft ? 'edit' : 'edit_dates')}
      title={t(isDraft ? 'edit' : 'edit_dates')}
      submit={words('save')}
      description={t(isDraft ? 'edit_hint' : 'dates_hint')}
      initialValues={given}
      onSubmit={async (values) => {
        await change.mutateAsync(changed(given, values))
        void message.success(t('saved'))
      }}
    >
      {() => <EditFields isDraft={isDraft} mayPutOff={state !== 'appraising'} />}
    </FormDialog>
  )
}

/** Only what differs: sending the day of the list again would make the list anew. */
function changed(given: Values, values: Values): DutyRoundChangeIn {
  const before = new Map<string, unknown>(Object.entries(given))
  const after = { ...values, ...('meeting_on' in values && { meeting_on: values.meeting_on ?? null }) }
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => value !== before.get(name)))
}

interface EditFieldsProps {
  readonly isDraft: boolean
  readonly mayPutOff: boolean
}

function EditFields({ isDraft, mayPutOff }: EditFieldsProps) {
  const t = useText(roundsText)
  const required = useRequired()
  return (
    <>
      {isDraft && (
        <>
          <Form.Item name="title" label={t('field_title')} rules={[required.text]}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="year" label={t('year')} rules={[required.number]}>
            <InputNumber min={1921} max={2200} precision={0} />
          </Form.Item>
          <Form.Item name="as_of" label={t('as_of')} rules={[required.choice]}>
            <DateField label={t('as_of')} allowClear={false} />
          </Form.Item>
        </>
      )}
      {mayPutOff && (
        <Form.Item name="report_due_on" label={t('report_due_on')} rules={[required.choice]}>
          <DateField label={t('report_due_on')} allowClear={false} />
        </Form.Item>
      )}
      <Form.Item name="meeting_on" label={t('meeting_on')}>
        <DateField label={t('meeting_on')} />
      </Form.Item>
    </>
  )
}
