import { App } from 'antd'
import { useSettings } from '../../../app/settings-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { FormDialog } from '../../../components/FormDialog'
import { useText } from '../../../i18n/use-text'
import { ShiftFields } from '../plan/ShiftFields'
import { nextShift, type ShiftValues, shiftIn, shiftValuesOf } from '../plan/shift-values'
import type { ActivityOut, ShiftOut } from '../volunteering-types'
import { activityText } from './activities-text'
import { useAddShift, useCancelShift, useChangeShift } from './activity-queries'
import '../plan/plan.css'

export function AddShiftButton({ activity }: { readonly activity: ActivityOut }) {
  const t = useText(activityText)
  const { message } = App.useApp()
  const { time_zone } = useSettings()
  const add = useAddShift(activity.id)
  const last = activity.shifts.at(-1)
  return (
    <FormDialog<ShiftValues>
      label={t('shift_add')}
      title={t('shift_add')}
      initialValues={nextShift(last && shiftValuesOf(last, time_zone))}
      onSubmit={async (values) => {
        await add.mutateAsync(shiftIn(values, time_zone))
        void message.success(t('shift_done'))
      }}
    >
      {() => <ShiftFields at={[]} />}
    </FormDialog>
  )
}

export function EditShiftButton({ shift }: { readonly shift: ShiftOut }) {
  const t = useText(activityText)
  const { message } = App.useApp()
  const { time_zone } = useSettings()
  const change = useChangeShift(shift)
  return (
    <FormDialog<ShiftValues>
      label={t('shift_edit')}
      type="link"
      title={t('shift_edit_title', { post: shift.post })}
      description={t('shift_edit_hint')}
      initialValues={shiftValuesOf(shift, time_zone)}
      onSubmit={async (values) => {
        await change.mutateAsync(shiftIn(values, time_zone))
        void message.success(t('shift_done'))
      }}
    >
      {() => <ShiftFields at={[]} />}
    </FormDialog>
  )
}

export function CancelShiftButton({ shift: { id, post, confirmed_count } }: { readonly shift: ShiftOut }) {
  const t = useText(activityText)
  const cancel = useCancelShift(id)
  return (
    <ConfirmButton
      label={t('shift_cancel')}
      title={t('shift_cancel_title', { post })}
      description={t('shift_cancel_text', { count: confirmed_count })}
      reason="required"
      type="link"
      onConfirm={(reason) => cancel.mutateAsync(reason)}
    />
  )
}
