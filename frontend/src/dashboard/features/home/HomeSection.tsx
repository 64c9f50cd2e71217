import { type ReactNode, useId } from 'react'

interface HomeSectionProps {
  readonly title: string
  readonly count?: number
  readonly children: ReactNode
}

export function HomeSection({ title, count, children }: HomeSectionProps) {
  const id = useId()
  return (
    <section className="home-section" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {count !== undefined && count > 0 && <span className="home-count">{count}</span>}
      </h2>
      {children}
    </section>
  )
}

export function HomeEmpty({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <p className="home-empty">
      {title}
      <span className="soft">{hint}</span>
    </p>
  )
}
