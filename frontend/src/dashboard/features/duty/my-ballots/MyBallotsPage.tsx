import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OwnBallotOut } from '@/shared/api/schema.gen'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { DutyTabs } from '../DutyTabs'
import { myBallotsText } from './my-ballots-text'
import { ownBallotsQuery } from './own-ballot-queries'

/** The ballots that wait for the reader. */
export function MyBallotsPage() {
  const t = useText(myBallotsText)
  const list = useQuery(ownBallotsQuery)
  const ballots = list.data ?? []
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <DutyTabs />
      <ListFace
        list={list}
        isEmpty={ballots.length === 0}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      >
        <ul className="rows">
          {ballots.map((ballot) => (
            <BallotRow key={ballot.session_id} ballot={ballot} />
          ))}
        </ul>
      </ListFace>
    </div>
  )
}

function BallotRow({ ballot }: { readonly ballot: OwnBallotOut }) {
  const t = useText(myBallotsText)
  const { session_id, state, round_title, organisation_name, group_title, title } = ballot
  return (
    <li className="row">
      <span className="row-what">
        <span className="row-title">{round_title}</span>
        <span className="soft">{[title, group_title, organisation_name].join(' · ')}</span>
      </span>
      {state === 'waiting' ? (
        <span className="soft">{t('waiting')}</span>
      ) : (
        <Link to="/duty/ballots/$sessionId" params={{ sessionId: session_id }} className="row-action">
          {t('open')}
          <span className="unseen">{round_title}</span>
        </Link>
      )}
    </li>
  )
}
