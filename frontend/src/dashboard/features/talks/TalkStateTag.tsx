import type { TalkOut, TalkState } from '@/shared/api/schema.gen'
import { StatusTag, type StatusTone } from '../../components/StatusTag'
import { useTalkState } from './use-talk-state'

const TONES: Readonly<Record<TalkState, StatusTone>> = {
  scheduled: 'waiting',
  held: 'waiting',
  acknowledged: 'done',
  rectifying: 'warning',
  awaiting_verification: 'warning',
  closed: 'done',
  cancelled: 'neutral',
}

export function TalkStateTag({ talk }: { readonly talk: Pick<TalkOut, 'kind' | 'state'> }) {
  const stateOf = useTalkState()
  return <StatusTag tone={TONES[talk.state]}>{stateOf(talk)}</StatusTag>
}
