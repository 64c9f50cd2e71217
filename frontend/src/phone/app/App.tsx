import { useEffect, useSyncExternalStore } from 'react'
import { HomePage } from '../pages/HomePage'
import { SignInPage } from '../pages/SignInPage'
import { TalkPage } from '../pages/TalkPage'
import { TaskPage } from '../pages/TaskPage'
import { localeStore, session } from './api'
import { LoadProblem } from './LoadProblem'
import { phoneText } from './phone-text'
import { useLoaded } from './use-loaded'
import { usePlace } from './use-place'
import { useText } from './use-text'

const restore = () => session.restore()

export function App() {
  const t = useText(phoneText)
  const { loaded, reload } = useLoaded(restore)
  useEffect(() => {
    document.documentElement.lang = t.locale
  }, [t.locale])
  return (
    <>
      <header className="top">
        <span className="brand">{t('product')}</span>
        <button
          type="button"
          className="plain"
          onClick={() => localeStore.set(t.locale === 'zh-CN' ? 'en-US' : 'zh-CN')}
        >
          {t('language_other')}
        </button>
      </header>
      <main>
        {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
        {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
        {loaded.state === 'ready' && <SessionPage />}
      </main>
    </>
  )
}

function SessionPage() {
  const { state, assignmentId } = useSyncExternalStore(session.subscribe, session.snapshot)
  const place = usePlace()
  if (state !== 'signed_in') return <SignInPage />
  if (place.page === 'task') return <TaskPage key={place.id} id={place.id} />
  if (place.page === 'talk') return <TalkPage key={place.id} id={place.id} />
  return <HomePage key={assignmentId} />
}
