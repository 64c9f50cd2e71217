import { type KeyboardEvent, useState } from 'react'

interface PlaceInputProps {
  readonly label: string
  /** From 0. */
  readonly place: number
  readonly count: number
  readonly onMove: (to: number) => void
}

/** The number in the order: another one moves the row there, with Enter or on leaving the field. */
export function PlaceInput({ label, place, count, onMove }: PlaceInputProps) {
  const [typed, setTyped] = useState<string>()
  const take = () => {
    const wanted = Number(typed)
    setTyped(undefined)
    if (typed === undefined || !Number.isInteger(wanted) || wanted < 1) return
    onMove(Math.min(wanted, count) - 1)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take()
    if (event.key === 'Escape') setTyped(undefined)
    if (event.altKey && event.key === 'ArrowUp') onMove(Math.max(0, place - 1))
    if (event.altKey && event.key === 'ArrowDown') onMove(Math.min(count - 1, place + 1))
  }
  return (
    <input
      className="duty-place duty-place-input numeric"
      aria-label={label}
      inputMode="numeric"
      value={typed ?? String(place + 1)}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={take}
      onKeyDown={onKeyDown}
    />
  )
}
