import type { TalkOut } from '@/shared/api/schema.gen'
import type { workText } from './work-text'

type Words = keyof typeof workText

/** What a state is called for a talk of this kind. */
export function talkState({ kind, state }: Pick<TalkOut, 'kind' | 'state'>): Words {
  if (kind === 'inquiry' && state === 'held') return 'state_inquiry_held'
  if (kind === 'inquiry' && state === 'acknowledged') return 'state_inquiry_acknowledged'
  return `state_${state}`
}
