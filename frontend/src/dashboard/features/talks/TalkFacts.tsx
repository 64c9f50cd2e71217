import { Link } from '@tanstack/react-router'
import type { TalkOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../app/use-format'
import { Facts } from '../../components/Facts'
import { useText } from '../../i18n/use-text'
import { TalkDue } from './TalkDue'
import { talkKindsText } from './talk-states-text'
import { talksText } from './talks-text'

const DUE = {
  appointment: 'due_talk',
  reminder: 'due_talk',
  inquiry: 'due_reply',
  letter: 'due_letter',
} as const

export function TalkFacts({ talk }: { readonly talk: TalkOut }) {
  const t = useText(talksText)
  return (
    <aside aria-label={t('facts')} className="talk-facts">
      <Facts facts={useFacts(talk)} />
    </aside>
  )
}

function useFacts(talk: TalkOut) {
  const t = useText(talksText)
  const kinds = useText(talkKindsText)
  const format = useFormat()
  const { kind, name, addressee, number, place, talker, held_on, organisation_name, follows_id } = talk
  const isSent = kind === 'letter' || kind === 'inquiry'
  const known = (label: string, value: string | null) => (value === null ? [] : [{ label, value }])
  return [
    { label: t('kind'), value: kinds(kind) },
    ...known(t(kind === 'inquiry' ? 'person_inquiry' : 'person'), name),
    ...known(t('addressee'), addressee),
    { label: t('organisation'), value: organisation_name },
    ...known(t('number'), number),
    { label: t(DUE[kind]), value: <TalkDue talk={talk} /> },
    ...known(t(isSent ? 'date_sent' : 'date_held'), held_on === null ? null : format.date(held_on)),
    ...known(t('place'), place),
    ...known(t(isSent ? 'who_signs' : 'who_talks'), talker),
    ...(follows_id === null ? [] : [{ label: t('follows'), value: <FollowsLink id={follows_id} /> }]),
  ]
}

function FollowsLink({ id }: { readonly id: string }) {
  const t = useText(talksText)
  return (
    <Link to="/secretaries/talks/$talkId" params={{ talkId: id }}>
      {t('follows_link')}
    </Link>
  )
}
