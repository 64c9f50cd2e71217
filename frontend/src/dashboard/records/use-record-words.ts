import { useText } from '../i18n/use-text'
import { actsText } from './acts-text'
import { statesText } from './states-text'
import { subjectsText } from './subjects-text'

export interface RecordWords {
  /** `task.submit` → 提交. */
  action(code: string): string
  subject(code: string): string
  state(code: string): string
}

/** The words of the history for every kind of record; a code that this release does not know stays as it is. */
export function useRecordWords(): RecordWords {
  const acts = useText(actsText)
  const { code: subject } = useText(subjectsText)
  const { code: state } = useText(statesText)
  const action = (code: string) =>
    Object.hasOwn(actsText, code) ? acts.code(code) : acts.code(code.slice(code.lastIndexOf('.') + 1))
  return { action, subject, state }
}
