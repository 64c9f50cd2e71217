import { type ChangeEvent, type SubmitEvent, useState } from 'react'
import { groupedCode, readTypedCode, type TypedCode } from '@/shared/ballot/code'
import { useText } from '../../app/use-text'
import { phoneBallotText } from './phone-ballot-text'
import { Secrecy } from './Secrecy'

interface CodeEntryProps {
  readonly typed: string
  readonly onCode: (code: string) => void
}

/** The code of a slip, typed in groups of four; a slip of the pen is told at once. */
export function CodeEntry({ typed: given, onCode }: CodeEntryProps) {
  const t = useText(phoneBallotText)
  const [typed, setTyped] = useState(groupedCode(given))
  const read = readTypedCode(typed)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (read.state === 'whole') onCode(read.code)
  }
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setTyped(groupedCode(target.value))
    keepCaret(target)
  }
  const fault = useFault(read)
  return (
    <>
      <h1>{t('title')}</h1>
      <form onSubmit={submit}>
        <label>
          {t('code')}
          <input
            className="ballot-code"
            name="code"
            value={typed}
            onChange={change}
            placeholder="XXXX XXXX XXXX"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={fault !== null}
            aria-describedby="ballot-code-hint ballot-code-fault"
          />
        </label>
        <p id="ballot-code-fault" className="ballot-fault" role="alert">
          {fault}
        </p>
        <p id="ballot-code-hint" className="soft ballot-code-hint">
          {t('code_hint')}
        </p>
        <button type="submit" className="primary" disabled={read.state !== 'whole'}>
          {t('open')}
        </button>
      </form>
      <Secrecy />
      <p>
        <a href="/m/" className="back">
          {t('home')}
        </a>
      </p>
    </>
  )
}

function useFault(read: TypedCode): string | null {
  const t = useText(phoneBallotText)
  if (read.state === 'foreign') return t('code_foreign', { sign: read.sign })
  return read.state === 'mistyped' ? t('code_mistyped') : null
}

/** Where a character was changed in the middle, the next one is typed behind it and not at the end. */
function keepCaret(input: HTMLInputElement): void {
  const at = input.selectionStart ?? input.value.length
  if (at === input.value.length) return
  const place = groupedCode(input.value.slice(0, at)).length
  requestAnimationFrame(() => input.setSelectionRange(place, place))
}
