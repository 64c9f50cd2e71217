import { useState } from 'react'
import type { PageTalkOut, TalkOut } from '@/shared/api/schema.gen'
import type { Home, Me, PublicSettings } from '@/shared/api/session-types'
import { json, session } from '../app/api'
import { LoadProblem } from '../app/LoadProblem'
import { phoneText } from '../app/phone-text'
import { useLoaded } from '../app/use-loaded'
import { useText } from '../app/use-text'
import { Identity } from './Identity'
import { TalkList } from './TalkList'
import { TaskList } from './TaskList'

interface HomeContent {
  readonly me: Me
  readonly settings: PublicSettings
  /** Null as long as nobody knows which role asks. */
  readonly home: Home | null
  /** Null where the role has no talks of its own. */
  readonly talks: readonly TalkOut[] | null
}

async function loadHome(signal: AbortSignal): Promise<HomeContent> {
  const [me, settings] = await Promise.all([
    json.get<Me>('/api/v1/me', { signal }),
    json.get<PublicSettings>('/api/v1/public/settings', { signal }),
  ])
  const isReady = me.assignment !== null && !me.otp_setup_required && !me.must_change_password
  if (!isReady) return { me, settings, home: null, talks: null }
  const [home, talks] = await Promise.all([
    json.get<Home>('/api/v1/me/home', { signal }),
    me.person_id !== null && me.permissions.includes('talks.acknowledge') ? ownTalks(signal) : null,
  ])
  return { me, settings, home, talks }
}

async function ownTalks(signal: AbortSignal): Promise<readonly TalkOut[]> {
  return (await json.get<PageTalkOut>('/api/v1/me/talks', { query: { limit: 50 }, signal })).items
}

export function HomePage() {
  const t = useText(phoneText)
  const { loaded, reload } = useLoaded(loadHome)
  return (
    <>
      {loaded.state === 'loading' && <p role="status">{t('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && <SignedInHome content={loaded.value} />}
      <SignOut />
    </>
  )
}

function SignedInHome({ content: { me, settings, home, talks } }: { readonly content: HomeContent }) {
  const t = useText(phoneText)
  return (
    <>
      <p className="committee">{settings.committee_name ?? t('product')}</p>
      <Identity me={me} />
      {me.must_change_password && (
        <p className="notice">
          {t('password_required')} <a href="/change-password">{t('password_link')}</a>
        </p>
      )}
      {me.otp_setup_required && (
        <p className="notice">
          {t('setup_required')} <a href="/otp-setup">{t('setup_link')}</a>
        </p>
      )}
      {home !== null && <TaskList tasks={home.tasks} timeZone={settings.time_zone} />}
      {talks !== null && <TalkList talks={talks} timeZone={settings.time_zone} />}
    </>
  )
}

function SignOut() {
  const t = useText(phoneText)
  const [failure, setFailure] = useState<unknown>(null)
  return (
    <footer>
      {failure !== null && <LoadProblem error={failure} />}
      <button type="button" onClick={() => void session.signOut().catch(setFailure)}>
        {t('sign_out')}
      </button>
    </footer>
  )
}
