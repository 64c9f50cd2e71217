import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import { OrganisationPicker } from '../../components/OrganisationPicker'
import { PageHeader } from '../../components/PageHeader'
import { ProblemAlert } from '../../components/ProblemAlert'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { FollowsField } from './FollowsField'
import { HolderSelect } from './HolderSelect'
import { KindChoice } from './KindChoice'
import { TalkFields } from './TalkFields'
import { talkFormText } from './talk-form-text'
import { holderQuery, useCreateTalk } from './talk-queries'
import { type TalkValues, talkIn } from './talk-values'
import { kindOf, type NewTalkSearch } from './talks-search'
import { talksText } from './talks-text'
import './talks.css'

/** One form for talks, inquiries and letters: it asks what the chosen kind needs. */
export function NewTalkPage({ search }: { readonly search: NewTalkSearch }) {
  const t = useText(talkFormText)
  const words = useText(talksText)
  return (
    <div className="page page-narrow">
      <PageHeader title={t('title')} parent={{ to: '/secretaries/talks', label: words('title') }} />
      <TalkForm search={search} />
    </div>
  )
}

function useOrganisationOf() {
  const queries = useQueryClient()
  return async ({ kind, organisation_id, appointment_id }: TalkValues): Promise<string> => {
    if (kind === 'letter' || appointment_id === undefined) return organisation_id ?? ''
    return (await queries.ensureQueryData(holderQuery(appointment_id))).organisation_id
  }
}

function TalkForm({ search: { kind, ...given } }: { readonly search: NewTalkSearch }) {
  const t = useText(talkFormText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const create = useCreateTalk()
  const organisationOf = useOrganisationOf()
  const [form] = Form.useForm<TalkValues>()
  const [rest, setRest] = useState<ApiError | null>(null)
  const initial = { kind: kindOf(kind) ?? 'appointment', ...given }
  const chosen = Form.useWatch('kind', form) ?? initial.kind

  const send = async (values: TalkValues) => {
    setRest(null)
    try {
      const talk = await create.mutateAsync(talkIn(values, await organisationOf(values)))
      void message.success(t('done'))
      await navigate({ to: '/secretaries/talks/$talkId', params: { talkId: talk.id } })
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }

  return (
    <Form<TalkValues>
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={(values) => void send(values)}
    >
      {rest !== null && <ProblemAlert error={rest} />}
      <Form.Item name="kind" label={t('kind')}>
        <KindChoice />
      </Form.Item>
      <WithWhom kind={chosen} />
      <FollowsField kind={chosen} />
      <TalkFields kind={chosen} />
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t(`submit_${chosen}`)}
      </Button>
    </Form>
  )
}

function WithWhom({ kind }: Pick<TalkValues, 'kind'>) {
  const t = useText(talkFormText)
  const required = useRequired()
  if (kind === 'letter') {
    return (
      <Form.Item
        key="organisation"
        name="organisation_id"
        label={t('organisation')}
        rules={[required.choice]}
      >
        <OrganisationPicker />
      </Form.Item>
    )
  }
  return (
    <Form.Item
      key="holder"
      name="appointment_id"
      label={t(kind === 'inquiry' ? 'person_inquiry' : 'person')}
      rules={[required.choice]}
    >
      <HolderSelect />
    </Form.Item>
  )
}
