import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { MemberOut } from '@/shared/api/schema.gen'
import { useCan } from '../../auth/session-query'
import { HistoryButton } from '../../components/HistoryDrawer'
import { useText } from '../../i18n/use-text'
import { LeaveButton } from './LeaveButton'
import { MoveButton } from './MoveButton'
import { historyPath } from './members-query'
import { memberActionsText, memberHistoryText } from './members-text'

export function MemberActions({ member }: { readonly member: MemberOut }) {
  const t = useText(memberActionsText)
  const can = useCan()
  const { id, state, allowed_actions } = member
  const allows = (action: string) => allowed_actions.includes(action)
  return (
    <>
      <MemberHistory id={id} />
      {allows('leave') && <LeaveButton member={member} />}
      {allows('readmit') && <MoveButton member={member} action="readmit" />}
      {allows('transfer') && <MoveButton member={member} action="transfer" />}
      {state === 'active' && can('members.write') && <EditButton id={id} label={t('edit')} />}
    </>
  )
}

function MemberHistory({ id }: { readonly id: string }) {
  const t = useText(memberHistoryText)
  const action = (code: string) => t.code(code.slice(code.lastIndexOf('.') + 1))
  return <HistoryButton path={historyPath(id)} names={{ action, state: t.code }} />
}

function EditButton({ id, label }: { readonly id: string; readonly label: string }) {
  const navigate = useNavigate()
  return (
    <Button
      type="primary"
      onClick={() => void navigate({ to: '/members/$memberId/edit', params: { memberId: id } })}
    >
      {label}
    </Button>
  )
}
