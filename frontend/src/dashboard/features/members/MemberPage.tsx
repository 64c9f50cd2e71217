import { useQuery } from '@tanstack/react-query'
import type { MemberOut } from '@/shared/api/schema.gen'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useText } from '../../i18n/use-text'
import { MemberActions } from './MemberActions'
import { MemberFacts } from './MemberFacts'
import { MemberNumbers } from './MemberNumbers'
import { MemberPlaces } from './MemberPlaces'
import { MemberStateTag } from './MemberStateTag'
import { memberQuery } from './members-query'
import { membersText } from './members-text'
import './members.css'

export function MemberPage({ id }: { readonly id: string }) {
  const t = useText(membersText)
  const member = useQuery(memberQuery(id))
  if (member.data !== undefined) return <Member member={member.data} />
  return (
    <div className="page">
      <PageHeader title={t('title')} parent={{ to: '/members', label: t('list') }} />
      <ListFace list={member} isEmpty={false} empty={{ title: t('empty') }}>
        {null}
      </ListFace>
    </div>
  )
}

function Member({ member }: { readonly member: MemberOut }) {
  const t = useText(membersText)
  return (
    <div className="page">
      <PageHeader
        title={member.name}
        parent={{ to: '/members', label: t('list') }}
        meta={<MemberStateTag member={member} />}
        actions={<MemberActions member={member} />}
      />
      <div className="members-detail">
        <div>
          <MemberFacts member={member} />
          <MemberNumbers member={member} />
        </div>
        <MemberPlaces id={member.id} />
      </div>
    </div>
  )
}
