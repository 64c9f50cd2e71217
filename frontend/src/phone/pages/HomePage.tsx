import { useCallback, useState } from 'react'
import type { ItemsOwnBallotOut, OwnBallotOut, PageTalkOut, TalkOut } from '@/shared/api/schema.gen'
import type { Home, Me } from '@/shared/api/session-types'
import { session } from '../app/api'
import { keptAnswer } from '../app/kept-answer'
import { LoadProblem } from '../app/LoadProblem'
import { phoneText } from '../app/phone-text'
import { useLoaded } from '../app/use-loaded'
import { useText } from '../app/use-text'
import { hasRole, mayServe, useWho } from '../app/who'
import { BallotList } from './BallotList'
import { Volunteering } from './check-in/Volunteering'
import { Identity } from './Identity'
import { TalkList } from './TalkList'
import { TaskList } from './TaskList'

interface HomeContent {
  readonly home: Home
  /** Null where the role has no talks of its own. */
  readonly talks: readonly TalkOut[] | null
  readonly ballots: readonly OwnBallotOut[]
}

async function loadHome(me: Me, signal: AbortSignal): Promise<HomeContent> {
  const [home, talks, ballots] = await Promise.all([
    keptAnswer<Home>('/api/v1/me/home', signal),
    me.person_id !== null && me.permissions.includes('talks.acknowledge')
      ? keptAnswer<PageTalkOut>('/api/v1/me/talks?limit=50', signal)
      : null,
    me.person_id !== null && me.permissions.includes('duty_ballots.cast')
      ? keptAnswer<ItemsOwnBallotOut>('/api/v1/me/ballots', signal)
      : null,
  ])
  return { home: home.value, talks: talks?.value.items ?? null, ballots: ballots?.value.items ?? [] }
}

export function HomePage() {
  const t = useText(phoneText)
  const { me, settings } = useWho()
  return (
    <>
      <p className="committee">{settings.committee_name ?? t('product')}</p>
      <Identity me={me} />
      {me.must_change_password && (
        <p className="notice">
          {t('password_required')} <a href="/change-password?redirect=/m/">{t('password_link')}</a>
        </p>
      )}
      {me.otp_setup_required && (
        <p className="notice">
          {t('setup_required')} <a href="/otp-setup?redirect=/m/">{t('setup_link')}</a>
        </p>
      )}
      {mayServe(me) && <Volunteering />}
      {hasRole(me) && <Duties />}
      <SignOut />
    </>
  )
}

/** Tasks and talks: what somebody owes beside the service. */
function Duties() {
  const t = useText(phoneText)
  const { me, settings } = useWho()
  const load = useCallback((signal: AbortSignal) => loadHome(me, signal), [me])
  const { loaded, reload } = useLoaded(load)
  if (loaded.state === 'loading') return <p role="status">{t('loading')}</p>
  if (loaded.state === 'failed') return <LoadProblem error={loaded.error} onRetry={reload} />
  const { home, talks, ballots } = loaded.value
  return (
    <>
      <BallotList ballots={ballots} />
      <TaskList tasks={home.tasks} timeZone={settings.time_zone} />
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
