import { useId } from 'react'

interface TicksProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (value: string) => void
}

/** Words of which one is ticked, each as large as a thumb. */
export function Ticks({ choices, chosen, onChoose }: TicksProps) {
  const name = useId()
  if (choices.length === 0) return null
  return (
    <div className="ticks">
      {choices.map(({ value, label }) => (
        <label key={label}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
