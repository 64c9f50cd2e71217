import { type SubmitEvent, useCallback, useState } from 'react'
import { read } from '@/shared/api/client'
import { ApiError } from '@/shared/api/problem'
import type { PublicConfirmationOut } from '@/shared/api/schema.gen'
import { api, serverClock } from '../../app/api'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { useFormat } from '../../app/use-format'
import { useLoaded } from '../../app/use-loaded'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'
import { Facts } from '../Facts'
import { publicText } from './public-text'

interface Opened {
  readonly service: PublicConfirmationOut
  readonly timeZone: string
}

const PATH = '/api/v1/public/service-confirmations/{code}'

/** Who was served says so, once, without an account. */
export function ConfirmationPage({ code }: { readonly code: string }) {
  const t = useText(publicText)
  const phone = useText(phoneText)
  const load = useCallback(
    async (signal: AbortSignal): Promise<Opened> => {
      const [service, settings] = await Promise.all([
        read(api.GET(PATH, { params: { path: { code } }, signal })),
        read(api.GET('/api/v1/public/settings', { signal })),
      ])
      return { service, timeZone: settings.time_zone }
    },
    [code],
  )
  const { loaded, reload } = useLoaded(load)
  const isGone = loaded.state === 'failed' && loaded.error instanceof ApiError && loaded.error.status === 404
  return (
    <>
      <h1>{t('confirm_title')}</h1>
      {loaded.state === 'loading' && <p role="status">{phone('loading')}</p>}
      {loaded.state === 'failed' && !isGone && <LoadProblem error={loaded.error} onRetry={reload} />}
      {isGone && (
        <p className="problem" role="alert">
          {t('confirm_gone')}
        </p>
      )}
      {loaded.state === 'ready' && <Service opened={loaded.value} code={code} />}
    </>
  )
}

function Service({ opened, code }: { readonly opened: Opened; readonly code: string }) {
  const t = useText(publicText)
  const { service, timeZone } = opened
  const format = useFormat(timeZone)
  const [thanks, setThanks] = useState<'confirm_answered' | 'confirm_thanks' | null>(
    service.answered_at === null ? null : 'confirm_answered',
  )
  const isEarly = thanks === null && serverClock.now() < Date.parse(service.starts_at)
  return (
    <>
      <Facts
        facts={[
          { label: t('activity'), value: service.title },
          { label: t('organisation'), value: service.organisation_name },
          { label: t('served'), value: service.served_party },
          { label: t('on'), value: format.dayOf(service.starts_at) },
        ]}
      />
      {isEarly && (
        <p className="notice" role="status">
          {t('confirm_early', { time: format.dateTime(service.starts_at) })}
        </p>
      )}
      {!isEarly && thanks === null && <AnswerForm code={code} onAnswered={setThanks} />}
      {thanks !== null && (
        <p className="notice" role="status">
          {t(thanks)}
        </p>
      )}
    </>
  )
}

interface AnswerFormProps {
  readonly code: string
  readonly onAnswered: (thanks: 'confirm_answered' | 'confirm_thanks') => void
}

const RATINGS = [1, 2, 3, 4, 5] as const

function AnswerForm({ code, onAnswered }: AnswerFormProps) {
  const t = useText(publicText)
  const [rating, setRating] = useState<number | null>(null)
  const { isBusy, failure, send } = useSending()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const comment = String(form.get('comment') ?? '').trim()
    const body = {
      confirmed: form.get('confirmed') === 'yes',
      ...(rating !== null && { rating }),
      ...(comment !== '' && { comment }),
    }
    void send(async () => {
      try {
        await api.POST(PATH, { params: { path: { code } }, body })
        onAnswered('confirm_thanks')
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'already_answered') throw error
        onAnswered('confirm_answered')
      }
    })
  }
  return (
    <form onSubmit={submit}>
      <p className="soft">{t('confirm_intro')}</p>
      {failure !== null && <LoadProblem error={failure} />}
      <fieldset className="choice">
        <legend>{t('question')}</legend>
        {(['yes', 'no'] as const).map((answer) => (
          <label key={answer}>
            <input type="radio" name="confirmed" value={answer} required />
            {t(answer)}
          </label>
        ))}
      </fieldset>
      <fieldset className="chips">
        <legend>{t('rating')}</legend>
        {RATINGS.map((each) => (
          <button
            key={each}
            type="button"
            aria-label={t('rating_of', { count: each })}
            aria-pressed={each === rating}
            onClick={() => setRating(each === rating ? null : each)}
          >
            {each}
          </button>
        ))}
      </fieldset>
      <label>
        {t('comment')}
        <textarea name="comment" rows={3} maxLength={1000} />
      </label>
      <button type="submit" className="primary" disabled={isBusy}>
        {t('send')}
      </button>
    </form>
  )
}
