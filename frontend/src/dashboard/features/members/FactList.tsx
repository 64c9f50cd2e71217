import type { ReactNode } from 'react'

interface Fact {
  readonly label: string
  readonly value: ReactNode
}

interface FactListProps {
  readonly title: string
  readonly facts: readonly Fact[]
  /** Stands beside the title. */
  readonly action?: ReactNode
}

export function FactList({ title, facts, action }: FactListProps) {
  return (
    <section className="members-section" aria-label={title}>
      <div className="members-section-head">
        <h2>{title}</h2>
        {action}
      </div>
      <dl className="members-facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
