import { useQuery } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import type { ObjectionAction, ObjectionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { useCan } from '../../auth/session-query'
import { ConfirmButton } from '../../components/ConfirmButton'
import { Facts } from '../../components/Facts'
import { FormDialog } from '../../components/FormDialog'
import { HistoryButton } from '../../components/HistoryDrawer'
import { ListFace } from '../../components/ListFace'
import { PageHeader } from '../../components/PageHeader'
import { useRequired } from '../../forms/use-required'
import { useText } from '../../i18n/use-text'
import { useRecordWords } from '../../records/use-record-words'
import { ObjectionStateTag } from './ObjectionStateTag'
import { objectionQuery, useActOnObjection } from './objection-queries'
import { objectionStatesText, objectionsText } from './objections-text'
import { useAbout } from './use-about'
import './objections.css'

export function ObjectionPage({ id }: { readonly id: string }) {
  const objection = useQuery(objectionQuery(id))
  return (
    <div className="page page-narrow">
      <ListFace list={objection} isEmpty={false} empty={{ title: '' }}>
        {objection.data !== undefined && <ObjectionDetails objection={objection.data} />}
      </ListFace>
    </div>
  )
}

function ObjectionDetails({ objection }: { readonly objection: ObjectionOut }) {
  const t = useText(objectionsText)
  const states = useText(objectionStatesText)
  const words = useRecordWords()
  const format = useFormat()
  const can = useCan()
  const about = useAbout()
  const { id, name, state, text, answer, about_type, organisation_name, created_at, decided_on } = objection
  const parent = can('objections.read')
    ? { to: '/secretaries/objections', label: t('title') }
    : about_type === 'duty_result'
      ? { to: '/duty/my-results', label: t('own_results') }
      : { to: '/account/archive', label: t('own_archive') }
  return (
    <>
      <PageHeader
        title={t('of', { name })}
        parent={parent}
        meta={<ObjectionStateTag state={state} />}
        actions={
          <>
            {ACTIONS.filter((action) => objection.allowed_actions.includes(action)).map((action) => (
              <ActionButton key={action} action={action} objection={objection} />
            ))}
            <HistoryButton
              path={`/api/v1/objections/${id}/history`}
              names={{ action: words.action, state: states.code }}
            />
          </>
        }
      />
      <section aria-label={t('facts')}>
        <Facts
          facts={[
            { label: t('about'), value: about(objection) },
            { label: t('organisation'), value: organisation_name },
            { label: t('filed_on'), value: format.dateTime(created_at) },
            ...(decided_on === null ? [] : [{ label: t('decided_on'), value: format.date(decided_on) }]),
          ]}
        />
      </section>
      <section className="objection-part" aria-labelledby="objection-text">
        <h2 id="objection-text">{t('text')}</h2>
        <p className="objection-writing">{text}</p>
      </section>
      <section className="objection-part" aria-labelledby="objection-answer">
        <h2 id="objection-answer">{t('answer')}</h2>
        {answer === null ? (
          <p className="soft">{t('answer_none')}</p>
        ) : (
          <p className="objection-writing">{answer}</p>
        )}
      </section>
    </>
  )
}

const ACTIONS = ['examine', 'uphold', 'dismiss'] as const satisfies readonly ObjectionAction[]

interface ActionButtonProps {
  readonly action: (typeof ACTIONS)[number]
  readonly objection: ObjectionOut
}

function ActionButton({ action, objection: { id, name } }: ActionButtonProps) {
  const t = useText(objectionsText)
  const required = useRequired()
  const { message } = App.useApp()
  const act = useActOnObjection(id)
  const send = async (answer?: string) => {
    await act.mutateAsync({ action, ...(answer !== undefined && { reason: answer.trim() }) })
    void message.success(t(`${action}_done`))
  }
  const said = {
    label: t(action),
    title: t(`${action}_title`, { name }),
    description: t(`${action}_text`),
    ...(action !== 'dismiss' && { type: 'primary' as const }),
  }
  if (action === 'examine') return <ConfirmButton {...said} onConfirm={() => send()} />
  return (
    <FormDialog<{ readonly answer: string }> {...said} onSubmit={({ answer }) => send(answer)}>
      {() => (
        <Form.Item name="answer" label={t('answer')} rules={[required.text]}>
          <Input.TextArea rows={4} className="growing" maxLength={1000} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
