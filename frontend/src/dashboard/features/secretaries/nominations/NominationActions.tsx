import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useCan } from '../../../auth/session-query'
import { ConfirmButton } from '../../../components/ConfirmButton'
import { useText } from '../../../i18n/use-text'
import { StartInspectionButton } from '../inspections/StartInspectionButton'
import type { Nomination, NominationAct, NominationAction } from '../secretary-types'
import { useCommittee } from '../use-committee'
import { ActionDialog } from './ActionDialog'
import { nominationActionsText } from './nomination-actions-text'
import { useActOnNomination, useDeleteNomination, useReadNominationsAnew } from './nomination-queries'
import { nominationsText } from './nominations-text'

interface NominationActionsProps {
  readonly nomination: Nomination
}

/** Steps onward first, then those that go back or end the matter. */
const ONWARD: readonly NominationAction[] = ['submit', 'conclude', 'endorse', 'approve', 'appoint']
const BACK: readonly NominationAction[] = ['return', 'reject', 'withdraw']

/** The acts that the server allows now. */
export function NominationActions({ nomination }: NominationActionsProps) {
  const can = useCan()
  const { allowed_actions: allowed, state } = nomination
  const mayEdit = can('nominations.prepare') && (state === 'draft' || state === 'returned')
  return (
    <>
      {ONWARD.filter((action) => allowed.includes(action)).map((action) => (
        <ActionButton key={action} action={action} nomination={nomination} isPrimary />
      ))}
      <StartInspectionButton nomination={nomination} />
      {mayEdit && <EditButton id={nomination.id} />}
      {BACK.filter((action) => allowed.includes(action)).map((action) => (
        <ActionButton key={action} action={action} nomination={nomination} />
      ))}
      {mayEdit && state === 'draft' && <DeleteButton nomination={nomination} />}
    </>
  )
}

interface ActionButtonProps extends NominationActionsProps {
  readonly action: NominationAction
  readonly isPrimary?: boolean
}

function ActionButton({ action, nomination, isPrimary = false }: ActionButtonProps) {
  const t = useText(nominationActionsText)
  const { message } = App.useApp()
  const committee = useCommittee()
  const act = useActOnNomination(nomination.id)
  const { name, take_office_on, duty_title } = nomination
  return (
    <ActionDialog
      action={action}
      label={t(action)}
      title={t(`${action}_title`, { name })}
      description={t(`${action}_text`, { committee })}
      {...(isPrimary && { type: 'primary' as const })}
      {...(action === 'appoint' && {
        initialValues: {
          ...(take_office_on !== null && { on: take_office_on }),
          ...(duty_title !== null && { duty_title }),
        },
      })}
      onSubmit={async (body: NominationAct) => {
        await act.mutateAsync({ action, ...body })
        void message.success(t(`${action}_done`))
      }}
    />
  )
}

function EditButton({ id }: { readonly id: string }) {
  const t = useText(nominationsText)
  const navigate = useNavigate()
  const edit = () =>
    navigate({ to: '/secretaries/nominations/$nominationId/edit', params: { nominationId: id } })
  return <Button onClick={() => void edit()}>{t('edit')}</Button>
}

function DeleteButton({ nomination }: NominationActionsProps) {
  const t = useText(nominationsText)
  const navigate = useNavigate()
  const { message } = App.useApp()
  const remove = useDeleteNomination(nomination.id)
  const readAnew = useReadNominationsAnew()
  return (
    <ConfirmButton
      label={t('delete')}
      title={t('delete_title', { name: nomination.name })}
      description={t('delete_text')}
      danger
      onConfirm={async () => {
        await remove.mutateAsync()
        await navigate({ to: '/secretaries/nominations' })
        void readAnew()
        void message.success(t('deleted'))
      }}
    />
  )
}
