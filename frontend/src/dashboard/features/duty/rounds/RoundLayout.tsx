import { useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { directionsText, dutyText } from '../duty-text'
import type { DutyRoundOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { RoundActions } from './RoundActions'
import { RoundSteps } from './RoundSteps'
import { RoundTabs } from './RoundTabs'
import { roundsText } from './rounds-text'
import '../duty.css'

/** What stands above every part of a round: its name, its acts, whose turn it is. */
export function RoundLayout({ id }: { readonly id: string }) {
  const words = useText(dutyText)
  const round = useQuery(roundQuery(id))
  if (round.data !== undefined) return <Round round={round.data} />
  return (
    <div className="page">
      <PageHeader title={words('title')} parent={{ to: '/duty', label: words('title') }} />
      <ListFace list={round} isEmpty={false} empty={{ title: '' }}>
        {null}
      </ListFace>
    </div>
  )
}

function Round({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(roundsText)
  const words = useText(dutyText)
  const directions = useText(directionsText)
  const { title, direction, organisation_name, imported } = round
  return (
    <div className="page duty-round">
      <PageHeader
        title={title}
        parent={{ to: '/duty', label: words('title') }}
        description={[organisation_name, directions(direction), ...(imported ? [t('imported')] : [])].join(
          ' · ',
        )}
        actions={<RoundActions round={round} />}
      />
      {!imported && <RoundSteps round={round} />}
      <RoundTabs round={round} />
      <Outlet />
    </div>
  )
}
