import { StatusTag } from '../../components/StatusTag'
import { useText } from '../../i18n/use-text'
import { membersText } from './members-text'

export function MemberStateTag({ member }: { readonly member: { readonly state: string } }) {
  const t = useText(membersText)
  return <StatusTag tone={member.state === 'active' ? 'done' : 'neutral'}>{t.code(member.state)}</StatusTag>
}
