import { useState } from 'react'
import { useMe } from '../../auth/session-query'

const kept = new Map<string, unknown>()

/**
 * State that outlives its page until the desk is loaded anew: what was typed is there again after a look at another
 * tab, for the one who typed it. `forget` once it is saved or given up.
 */
export function useKeptDraft<Value>(name: string, initial: () => Value) {
  const { id } = useMe()
  const key = `${id} ${name}`
  const [value, setValue] = useState<Value>(() => read<Value>(key) ?? initial())
  const set = (next: Value) => {
    kept.set(key, next)
    setValue(next)
  }
  const forget = (next: Value) => {
    kept.delete(key)
    setValue(next)
  }
  return { value, set, forget }
}

// Only this hook writes, under a key that one caller has: the type is that caller's.
function read<Value>(key: string): Value | undefined {
  return kept.get(key) as Value | undefined
}
