import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { ApiError } from '@/shared/api/problem'
import type { TalkOut } from '@/shared/api/schema.gen'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { ProblemAlert } from '../../components/ProblemAlert'
import { showFieldErrors } from '../../forms/show-field-errors'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { TalkFields } from './TalkFields'
import { talkQuery, useChangeTalk } from './talk-queries'
import { type TalkValues, talkChangeIn, valuesOf } from './talk-values'
import { talksText } from './talks-text'
import './talks.css'

/** Until it is held or sent, what was arranged can be changed. */
export function EditTalkPage({ id }: { readonly id: string }) {
  const talk = useQuery(talkQuery(id))
  return (
    <div className="page page-narrow">
      <ListFace list={talk} isEmpty={false} empty={{ title: '' }}>
        {talk.data !== undefined && <EditTalk talk={talk.data} />}
      </ListFace>
    </div>
  )
}

function EditTalk({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  const words = useText(wordsText)
  const { message } = App.useApp()
  const navigate = useNavigate()
  const change = useChangeTalk(talk)
  const [form] = Form.useForm<TalkValues>()
  const [rest, setRest] = useState<ApiError | null>(null)

  const send = async (values: TalkValues) => {
    setRest(null)
    try {
      await change.mutateAsync(talkChangeIn(talk.kind, values))
      void message.success(words('saved'))
      await navigate({ to: '/secretaries/talks/$talkId', params: { talkId: talk.id } })
    } catch (error) {
      setRest(showFieldErrors(form, error))
    }
  }

  return (
    <>
      <PageHeader
        title={t('edit_title', { title: talk.title })}
        parent={{ to: `/secretaries/talks/${talk.id}`, label: talk.title }}
      />
      <Form<TalkValues>
        form={form}
        layout="vertical"
        initialValues={valuesOf(talk)}
        onFinish={(values) => void send(values)}
      >
        {rest !== null && <ProblemAlert error={rest} />}
        <TalkFields kind={talk.kind} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {words('save')}
        </Button>
      </Form>
    </>
  )
}
