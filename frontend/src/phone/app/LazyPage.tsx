import type { ComponentType } from 'react'
import { LoadProblem } from './LoadProblem'
import { phoneText } from './phone-text'
import { useLoaded } from './use-loaded'
import { useText } from './use-text'

interface LazyPageProps<Props extends object> {
  /** Brings the page's code; a module's function, so that it stays the same. */
  readonly load: () => Promise<ComponentType<Props>>
  readonly props: Props
}

/** A page whose code comes when it is opened; without a network and not kept yet, it says so. */
export function LazyPage<Props extends object>({ load, props }: LazyPageProps<Props>) {
  const t = useText(phoneText)
  const { loaded, reload } = useLoaded(load)
  if (loaded.state === 'loading') return <p role="status">{t('loading')}</p>
  if (loaded.state === 'failed') return <LoadProblem error={loaded.error} onRetry={reload} />
  const Page = loaded.value
  return <Page {...props} />
}
