import { useState } from 'react'
import { read } from '@/shared/api/client'
import { activityText } from '../../app/activity-text'
import { api } from '../../app/api'
import { LoadProblem } from '../../app/LoadProblem'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'

type LinkState = 'none' | 'copied' | 'ended'
const PATH = '/api/v1/me/calendar-link'

/** The secret address of one's own shifts as a calendar; shown only when it is made. */
export function CalendarLink() {
  const t = useText(activityText)
  const { isBusy, failure, send } = useSending()
  const [url, setUrl] = useState<string | null>(null)
  const [state, setState] = useState<LinkState>('none')
  const make = () =>
    send(async () => {
      const answer = await read(api.POST(PATH))
      setUrl(new URL(answer.url, window.location.origin).href)
      setState('none')
    })
  const copy = (address: string) =>
    send(async () => {
      await navigator.clipboard.writeText(address)
      setState('copied')
    })
  const end = () =>
    send(async () => {
      await api.DELETE(PATH)
      setUrl(null)
      setState('ended')
    })
  return (
    <section className="apart">
      {failure !== null && <LoadProblem error={failure} />}
      {url === null ? (
        <button type="button" disabled={isBusy} onClick={() => void make()}>
          {t('calendar')}
        </button>
      ) : (
        <>
          <p className="soft">{t('calendar_hint')}</p>
          <p className="address">{url}</p>
          <button type="button" onClick={() => void copy(url)}>
            {t('calendar_copy')}
          </button>
          <button type="button" disabled={isBusy} onClick={() => void end()}>
            {t('calendar_end')}
          </button>
        </>
      )}
      {state !== 'none' && <p role="status">{t(`calendar_${state}`)}</p>}
    </section>
  )
}
