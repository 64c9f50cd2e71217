interface FactsProps {
  readonly facts: readonly { readonly label: string; readonly value: string | null }[]
}

/** What is known, as terms and values; what is not is left out. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(
        ({ label, value }) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
