import { useState } from 'react'
import type { VolunteerTeamOut } from '@/shared/api/schema.gen'
import { activityText } from '../../app/activity-text'
import { api } from '../../app/api'
import { BackLink } from '../../app/BackLink'
import { LoadProblem } from '../../app/LoadProblem'
import { phoneText } from '../../app/phone-text'
import { usePages } from '../../app/use-pages'
import { useSending } from '../../app/use-sending'
import { useText } from '../../app/use-text'
import { teamsText } from './teams-text'

const OWN = '/api/v1/me/volunteer-teams'

/** The teams I belong to, and those I may join. */
export function TeamsPage() {
  const t = useText(teamsText)
  const activities = useText(activityText)
  const [told, setTold] = useState<string | null>(null)
  const mine = usePages<VolunteerTeamOut>(`${OWN}?limit=50`)
  const joinable = usePages<VolunteerTeamOut>(`${OWN}?joinable=true&limit=50`)
  const changed = (text: string) => {
    setTold(text)
    mine.reload()
    joinable.reload()
  }
  return (
    <>
      <BackLink hash="#/activities" label={activities('back')} />
      <h1>{t('title')}</h1>
      {told !== null && (
        <p className="notice" role="status">
          {told}
        </p>
      )}
      <TeamList kind="mine" pages={mine} onChange={changed} />
      <TeamList kind="joinable" pages={joinable} onChange={changed} />
    </>
  )
}

interface TeamListProps {
  readonly kind: 'mine' | 'joinable'
  readonly pages: ReturnType<typeof usePages<VolunteerTeamOut>>
  readonly onChange: (told: string) => void
}

function TeamList({ kind, pages, onChange }: TeamListProps) {
  const t = useText(teamsText)
  const phone = useText(phoneText)
  const { loaded, items, hasMore, more, isBusy, reload } = pages
  const Act = kind === 'mine' ? LeaveButton : JoinButton
  return (
    <section>
      <h2>{t(kind)}</h2>
      {loaded.state === 'loading' && <p role="status">{phone('loading')}</p>}
      {loaded.state === 'failed' && <LoadProblem error={loaded.error} onRetry={reload} />}
      {loaded.state === 'ready' && items.length === 0 && <p className="soft">{t(`${kind}_none`)}</p>}
      <ul className="shifts">
        {items.map((team) => (
          <li key={team.id}>
            <TeamFacts team={team} />
            <Act team={team} onChange={onChange} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" disabled={isBusy} onClick={more}>
          {phone('more')}
        </button>
      )}
    </section>
  )
}

function TeamFacts({ team: { name, organisation_name, member_count, leaders, introduction } }: TeamProps) {
  const t = useText(teamsText)
  const names = leaders.map((leader) => leader.name).join('、')
  return (
    <>
      <strong>{name}</strong>
      <span className="soft">{organisation_name}</span>
      <span className="soft">
        {t('members', { count: member_count })}
        {names !== '' && ` · ${t('leaders', { names })}`}
      </span>
      {introduction !== '' && <span className="writing">{introduction}</span>}
    </>
  )
}

interface TeamProps {
  readonly team: VolunteerTeamOut
}

interface ActProps extends TeamProps {
  readonly onChange: (told: string) => void
}

function JoinButton({ team: { id, name }, onChange }: ActProps) {
  const t = useText(teamsText)
  const { isBusy, failure, send } = useSending()
  const join = () =>
    send(async () => {
      await api.POST(OWN, { body: { team_id: id } })
      onChange(t('joined', { name }))
    })
  return (
    <>
      {failure !== null && <LoadProblem error={failure} />}
      <button
        type="button"
        disabled={isBusy}
        aria-label={t('join_named', { name })}
        onClick={() => void join()}
      >
        {t('join')}
      </button>
    </>
  )
}

function LeaveButton({ team: { id, name }, onChange }: ActProps) {
  const t = useText(teamsText)
  const [isAsking, setAsking] = useState(false)
  const { isBusy, failure, send } = useSending()
  const leave = () =>
    send(async () => {
      await api.POST(`${OWN}/{team_id}/actions/leave`, { params: { path: { team_id: id } } })
      onChange(t('left', { name }))
    })
  if (!isAsking) {
    return (
      <button type="button" aria-label={t('leave_named', { name })} onClick={() => setAsking(true)}>
        {t('leave')}
      </button>
    )
  }
  return (
    <div className="ask">
      <p>{t('leave_ask', { name })}</p>
      {failure !== null && <LoadProblem error={failure} />}
      <button type="button" className="primary" disabled={isBusy} onClick={() => void leave()}>
        {t('leave_yes')}
      </button>
      <button type="button" onClick={() => setAsking(false)}>
        {t('leave_no')}
      </button>
    </div>
  )
}
