import { type ReactNode, useCallback } from 'react'
import type { PublicSettings } from '@/shared/api/session-types'
import { json } from '../app/api'
import { LoadProblem } from '../app/LoadProblem'
import { phoneText } from '../app/phone-text'
import { useLoaded } from '../app/use-loaded'
import { useText } from '../app/use-text'
import { workText } from '../app/work-text'

export interface Opened<T> {
  readonly record: T
  readonly timeZone: string
  readonly today: string
}

interface WorkPageProps<T> {
  /** Address in the API. */
  readonly path: string
  readonly children: (opened: Opened<T>, reload: () => void) => ReactNode
}

/** One task or talk with the way back. */
export function WorkPage<T>({ path, children }: WorkPageProps<T>) {
  const t = useText(phoneText)
  const words = useText(workText)
  const load = useCallback(
    async (signal: AbortSignal): Promise<Opened<T>> => {
      const [record, settings] = await Promise.all([
        json.get<T>(path, { signal }),
        json.get<PublicSettings>('/api/v1/public/settings', { signal }),
      ])
      return { record, timeZone: settings.time_zone, today: settings.today }
    },
    [path],
  )
  const { loaded, reload } = useLoaded(load)
  return (
    <>
      <p>
        <a href="#/" className="back">
          <span aria-hidden="true">‹ </span>
          {words('back')}
        </a>
      </p>
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && children(loaded.value, reload)}
    </>
  )
}
