import { type SubmitEvent, useState } from 'react'
import type { TalkOut } from '@/shared/api/schema.gen'
import { api } from '../app/api'
import { LoadProblem } from '../app/LoadProblem'
import { talkState } from '../app/talk-state'
import { useFormat } from '../app/use-format'
import { useSending } from '../app/use-sending'
import { useText } from '../app/use-text'
import { workText } from '../app/work-text'
import { Facts } from './Facts'
import { type Opened, WorkPage } from './WorkPage'

export function TalkPage({ id }: { readonly id: string }) {
  return (
    <WorkPage<TalkOut> path={`/api/v1/talks/${id}`}>
      {(opened, reload) => <Talk opened={opened} onDone={reload} />}
    </WorkPage>
  )
}

interface TalkProps {
  readonly opened: Opened<TalkOut>
  readonly onDone: () => void
}

function Talk({ opened: { record: talk, timeZone }, onDone }: TalkProps) {
  const t = useText(workText)
  const format = useFormat(timeZone)
  const { title, kind, held_on, place, talker, content, allowed_actions: allowed } = talk
  const isInquiry = kind === 'inquiry'
  const heldLabel = t(isInquiry ? 'talk_sent_on' : 'talk_held_on')
  return (
    <>
      <h1>{title}</h1>
      <p className="soft">
        {t(`talk_${kind}`)} · {t(talkState(talk))}
      </p>
      <Facts
        facts={[
          { label: t('talk_due'), value: format.date(talk.due_on) },
          { label: heldLabel, value: held_on === null ? null : format.date(held_on) },
          { label: t('talk_place'), value: place },
          { label: t(isInquiry ? 'talk_signatory' : 'talk_talker'), value: talker },
        ]}
      />
      <section>
        <h2>{t(isInquiry ? 'talk_asked' : 'talk_record')}</h2>
        <p className={content === '' ? 'soft' : 'writing'}>{content || t('talk_record_none')}</p>
      </section>
      <Issues talk={talk} timeZone={timeZone} />
      {allowed.includes('acknowledge') && <AcknowledgeForm talk={talk} onDone={onDone} />}
      <Statement talk={talk} timeZone={timeZone} />
    </>
  )
}

interface PartProps {
  readonly talk: TalkOut
  readonly timeZone: string
}

function Issues({ talk: { issues, deadline }, timeZone }: PartProps) {
  const t = useText(workText)
  const format = useFormat(timeZone)
  if (issues.length === 0) return null
  return (
    <section>
      <h2>{t('talk_issues')}</h2>
      {deadline !== null && <p>{t('talk_deadline', { date: format.date(deadline) })}</p>}
      <ol className="issues">
        {issues.map(({ text, demand }) => (
          <li key={text}>
            <strong>{text}</strong>
            <span className="soft">{t('talk_demand', { demand })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Statement({ talk: { acknowledged_at, statement }, timeZone }: PartProps) {
  const t = useText(workText)
  const format = useFormat(timeZone)
  if (acknowledged_at === null) return null
  return (
    <section>
      <h2>{t('talk_mine')}</h2>
      <p className="soft">{t('talk_acknowledged_at', { at: format.dateTime(acknowledged_at) })}</p>
      <p className="writing">{statement || t('talk_mine_none')}</p>
    </section>
  )
}

interface AcknowledgeFormProps {
  readonly talk: TalkOut
  readonly onDone: () => void
}

function AcknowledgeForm({ talk: { id, kind }, onDone }: AcknowledgeFormProps) {
  const t = useText(workText)
  const { isBusy, failure, send } = useSending()
  const [statement, setStatement] = useState('')
  const isInquiry = kind === 'inquiry'
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(async () => {
      const body = { statement: statement.trim() || null }
      await api.POST('/api/v1/talks/{talk_id}/actions/{action}', {
        params: { path: { talk_id: id, action: 'acknowledge' } },
        body,
      })
      onDone()
    })
  }
  return (
    <form onSubmit={submit}>
      {failure !== null && <LoadProblem error={failure} />}
      <label>
        {t(isInquiry ? 'talk_reply' : 'talk_statement')}
        <textarea
          rows={5}
          maxLength={4000}
          required={isInquiry}
          value={statement}
          onChange={(event) => setStatement(event.target.value)}
        />
        <small>{t(isInquiry ? 'talk_answer_hint' : 'talk_acknowledge_hint')}</small>
      </label>
      <button type="submit" className="primary" disabled={isBusy || (isInquiry && statement.trim() === '')}>
        {t(isInquiry ? 'talk_answer' : 'talk_acknowledge')}
      </button>
    </form>
  )
}
