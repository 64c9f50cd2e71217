import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import type { MemberOut } from '@/shared/api/schema.gen'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { MemberForm } from './MemberForm'
import { memberFormText } from './member-form-text'
import { changeOf, type MemberFormValues, valuesOf } from './member-form-values'
import { memberQuery, useChangeMember } from './members-query'
import { membersText } from './members-text'
import './members.css'

export function EditMemberPage({ id }: { readonly id: string }) {
  const t = useText(membersText)
  const f = useText(memberFormText)
  const member = useQuery(memberQuery(id))
  return (
    <div className="page page-narrow">
      <PageHeader
        title={f('edit_title', { name: member.data?.name ?? '' })}
        parent={{ to: `/members/${id}`, label: member.data?.name ?? t('list') }}
      />
      <ListFace list={member} isEmpty={false} empty={{ title: t('empty') }}>
        {member.data !== undefined && <EditMember latest={member.data} />}
      </ListFace>
    </div>
  )
}

function EditMember({ latest }: { readonly latest: MemberOut }) {
  const words = useText(wordsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  // As it was when editing began: what somebody else changes meanwhile is told, not overwritten.
  const [member] = useState(latest)
  const [form] = Form.useForm<MemberFormValues>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const change = useChangeMember(member)
  const leave = () => void navigate({ to: '/members/$memberId', params: { memberId: member.id } })
  const submit = (values: MemberFormValues) =>
    change.mutate(changeOf(values, member), {
      onSuccess: () => {
        void message.success(words('saved'))
        leave()
      },
      onError: (error) => setRest(showFieldErrors(form, error)),
    })
  return (
    <MemberForm
      form={form}
      member={member}
      initialValues={valuesOf(member)}
      submitLabel={words('save')}
      isBusy={change.isPending}
      problem={rest}
      onSubmit={submit}
      onCancel={leave}
    />
  )
}
