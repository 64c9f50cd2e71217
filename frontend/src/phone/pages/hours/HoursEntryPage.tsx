import { type SubmitEvent, useCallback, useState } from 'react'
import { read } from '@/shared/api/client'
import type { HoursExplanationOut, VolunteerHoursOut } from '@/shared/api/schema.gen'
import { api } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { useFormat } from '../../app/use-format'
import { useLoaded } from '../../app/use-loaded'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'
import { useWho } from '../../app/who'
import { Facts } from '../Facts'
import { hoursText } from './hours-text'

interface Opened {
  readonly hours: VolunteerHoursOut
  readonly explanation: HoursExplanationOut
}

/** One day's hours: how they were worked out, and the way to say that they are wrong. */
export function HoursEntryPage({ id }: { readonly id: string }) {
  const t = useText(phoneText)
  const words = useText(hoursText)
  const load = useCallback(
    async (signal: AbortSignal): Promise<Opened> => {
      const asked = { params: { path: { hours_id: id } }, signal }
      const [hours, explanation] = await Promise.all([
        read(api.GET('/api/v1/volunteer-hours/{hours_id}', asked)),
        read(api.GET('/api/v1/volunteer-hours/{hours_id}/explanation', asked)),
      ])
      return { hours, explanation }
    },
    [id],
  )
  const { loaded, reload } = useLoaded(load)
  return (
    <>
      <BackLink hash="#/hours" label={words('back')} />
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <Entry opened={loaded.value} onDone={reload} />}
    </>
  )
}

interface EntryProps {
  readonly opened: Opened
  readonly onDone: () => void
}

function Entry({ opened: { hours, explanation }, onDone }: EntryProps) {
  const t = useText(hoursText)
  const format = useFormat(useWho().settings.time_zone)
  const { kind, delay_days } = hours
  const source = kind === 'late_entry' ? t('late_by', { count: delay_days }) : t('recorded')
  return (
    <>
      <h1>{hours.activity_title}</h1>
      <p className="large">{format.duration(hours.minutes)}</p>
      <Facts
        facts={[
          { label: t('day'), value: format.date(hours.day) },
          { label: t('state'), value: t(`state_${hours.state}`) },
          { label: t('kind'), value: source },
          { label: t('organisation'), value: hours.organisation_name },
          { label: t('reason'), value: hours.reason },
        ]}
      />
      <Explanation explanation={explanation} />
      {hours.allowed_actions.includes('dispute') && <Dispute id={hours.id} onDone={onDone} />}
    </>
  )
}

function Explanation({ explanation: { lines, minutes } }: { readonly explanation: HoursExplanationOut }) {
  const t = useText(hoursText)
  return (
    <section>
      <h2>{t('explanation')}</h2>
      <table className="sum">
        <tbody>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and never move
            <tr key={place}>
              <th scope="row">{line.text}</th>
              <td>{t('minutes', { count: line.minutes })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum')}</th>
            <td>{t('minutes', { count: minutes })}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

interface DisputeProps {
  readonly id: string
  readonly onDone: () => void
}

function Dispute({ id, onDone }: DisputeProps) {
  const t = useText(hoursText)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { isBusy, failure, send } = useSending()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(async () => {
      await api.POST('/api/v1/volunteer-hours/{hours_id}/actions/{action}', {
        params: { path: { hours_id: id, action: 'dispute' } },
        body: { reason: reason.trim() },
      })
      onDone()
    })
  }
  if (!isOpen) {
    return (
      <button type="button" onClick={() => setOpen(true)}>
        {t('dispute')}
      </button>
    )
  }
  return (
    <form onSubmit={submit}>
      {failure !== null && <LoadProblem error={failure} />}
      <label>
        {t('dispute_label')}
        <textarea
          rows={4}
          maxLength={500}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <small>{t('dispute_hint')}</small>
      </label>
      <button type="submit" className="primary" disabled={isBusy || reason.trim() === ''}>
        {t('dispute_send')}
      </button>
      <button type="button" onClick={() => setOpen(false)}>
        {t('dispute_no')}
      </button>
    </form>
  )
}
