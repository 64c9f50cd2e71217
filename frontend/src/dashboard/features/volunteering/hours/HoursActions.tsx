import { App, Form, Input, InputNumber, Radio } from 'antd'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { FormDialog } from '../../../components/FormDialog'
import { useRequired } from '../../../forms/use-required'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import type { VolunteerHoursOut } from '../volunteering-types'
import { useActOnHours } from './hours-queries'
import { hoursText } from './hours-text'

const ACTS = ['verify', 'reject', 'dispute'] as const

/** What the server allows with one entry. */
export function HoursActions({ hours }: { readonly hours: VolunteerHoursOut }) {
  const { allowed_actions } = hours
  return (
    <>
      {ACTS.filter((action) => allowed_actions.includes(action)).map((action) => (
        <ActButton key={action} action={action} hours={hours} />
      ))}
      {allowed_actions.includes('resolve') && <ResolveButton hours={hours} />}
    </>
  )
}

interface ActButtonProps {
  readonly action: (typeof ACTS)[number]
  readonly hours: VolunteerHoursOut
}

function ActButton({ action, hours: { id, name, minutes } }: ActButtonProps) {
  const t = useText(hoursText)
  const duration = useDuration()
  const { message } = App.useApp()
  const act = useActOnHours(id)
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { name, sum: duration(minutes) })}
      description={t(`${action}_text`)}
      reason={action === 'verify' ? 'none' : 'required'}
      {...(action === 'verify' && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, ...(reason !== '' && { reason }) })
        void message.success(t('done'))
      }}
    />
  )
}

interface ResolveValues {
  readonly outcome: 'uphold' | 'adjust'
  readonly minutes?: number
  readonly reason: string
}

const DAY = 1440

/** The dispute is answered: as it was, or with other minutes. */
function ResolveButton({ hours: { id, name, minutes: present } }: { readonly hours: VolunteerHoursOut }) {
  const t = useText(hoursText)
  const duration = useDuration()
  const { message } = App.useApp()
  const required = useRequired()
  const act = useActOnHours(id)
  return (
    <FormDialog<ResolveValues>
      label={t('resolve')}
      title={t('resolve_title', { name })}
      type="primary"
      initialValues={{ outcome: 'uphold', minutes: present }}
      onSubmit={async ({ outcome, minutes, reason }) => {
        const other = outcome === 'adjust' && minutes !== undefined ? { minutes } : {}
        await act.mutateAsync({ action: 'resolve', reason: reason.trim(), ...other })
        void message.success(t('done'))
      }}
    >
      {() => (
        <>
          <Form.Item name="outcome" label={t('resolve_choice')}>
            <Radio.Group
              options={[
                { value: 'uphold', label: t('resolve_uphold', { sum: duration(present) }) },
                { value: 'adjust', label: t('resolve_adjust') },
              ]}
            />
          </Form.Item>
          <AdjustedMinutes />
          <Form.Item name="reason" label={t('resolve_reason')} rules={[required.text]}>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}

function AdjustedMinutes() {
  const t = useText(hoursText)
  const required = useRequired()
  const isAdjusted = Form.useWatch('outcome') === 'adjust'
  if (!isAdjusted) return null
  return (
    <Form.Item name="minutes" label={t('resolve_minutes')} rules={[required.number]}>
      <InputNumber min={0} max={DAY} precision={0} />
    </Form.Item>
  )
}
