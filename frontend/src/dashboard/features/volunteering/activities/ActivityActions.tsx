import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import { activityStatesText } from '../volunteering-text'
import type { ActivityAction, ActivityOut } from '../volunteering-types'
import { activityActsText } from './activities-text'
import { useActOnActivity, useDeleteActivity } from './activity-queries'

/** In the order in which they come. */
const STEPS = ['publish', 'start', 'complete', 'settle'] as const

/** The acts that the server allows now, and what one does with any activity. */
export function ActivityActions({ activity }: { readonly activity: ActivityOut }) {
  const words = useRecordWords()
  const states = useText(activityStatesText)
  const can = useCan()
  const { id, state } = activity
  const isEditable = state === 'draft' || state === 'published'
  return (
    <>
      {STEPS.filter((action) => activity.allowed_actions.includes(action)).map((action) => (
        <StepButton key={action} action={action} activity={activity} />
      ))}
      <ScreenLink activity={activity} />
      {isEditable && can('activities.write') && <EditLink id={id} />}
      {can('activities.write') && <CopyLink id={id} />}
      {state === 'draft' && can('activities.write') && <DeleteButton activity={activity} />}
      {activity.allowed_actions.includes('cancel') && state !== 'draft' && (
        <StepButton action="cancel" activity={activity} />
      )}
      <HistoryButton
        path={`/api/v1/activities/${id}/history`}
        names={{ action: words.action, state: states.code }}
      />
    </>
  )
}

function StepButton({
  action,
  activity,
}: {
  readonly action: ActivityAction
  readonly activity: ActivityOut
}) {
  const t = useText(activityActsText)
  const { message } = App.useApp()
  const act = useActOnActivity(activity.id)
  const isCancel = action === 'cancel'
  return (
    <ConfirmButton
      label={t(action)}
      title={t(`${action}_title`, { title: activity.title })}
      description={t(`${action}_text`)}
      reason={isCancel ? 'required' : 'none'}
      danger={isCancel}
      {...(!isCancel && { type: 'primary' as const })}
      onConfirm={async (reason) => {
        await act.mutateAsync({ action, ...(reason !== '' && { reason }) })
        void message.success(t(`${action}_done`))
      }}
    />
  )
}

/** The code is shown from publishing until the end, by whoever takes attendance. */
function ScreenLink({ activity: { id, state, takes_attendance } }: { readonly activity: ActivityOut }) {
  const t = useText(activityActsText)
  const isOn = state === 'published' || state === 'in_progress'
  if (!isOn || !takes_attendance) return null
  return (
    <Link to="/volunteering/activities/$activityId/screen" params={{ activityId: id }} tabIndex={-1}>
      <Button>{t('screen')}</Button>
    </Link>
  )
}

function EditLink({ id }: { readonly id: string }) {
  const t = useText(activityActsText)
  return (
    <Link to="/volunteering/activities/$activityId/edit" params={{ activityId: id }} tabIndex={-1}>
      <Button>{t('edit')}</Button>
    </Link>
  )
}

function CopyLink({ id }: { readonly id: string }) {
  const t = useText(activityActsText)
  return (
    <Link to="/volunteering/activities/new" search={{ from: id }} tabIndex={-1}>
      <Button>{t('copy')}</Button>
    </Link>
  )
}

function DeleteButton({ activity: { id, title } }: { readonly activity: ActivityOut }) {
  const t = useText(activityActsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const remove = useDeleteActivity(id)
  return (
    <ConfirmButton
      label={t('delete')}
      title={t('delete_title', { title })}
      description={t('delete_text')}
      danger
      onConfirm={async () => {
        await remove.mutateAsync()
        void message.success(t('delete_done'))
        await navigate({ to: '/volunteering' })
      }}
    />
  )
}
