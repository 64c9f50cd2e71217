import type { TalkOut } from '@/shared/api/schema.gen'
import { useText } from '../../i18n/use-text'
import { talkStatesText } from './talk-states-text'

/** What a state is called for a talk of this kind. */
export function useTalkState(): (talk: Pick<TalkOut, 'kind' | 'state'>) => string {
  const t = useText(talkStatesText)
  return ({ kind, state }) => {
    const own = `${kind}_${state}`
    return t.code(Object.hasOwn(talkStatesText, own) ? own : state)
  }
}
