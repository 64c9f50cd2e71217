import type { ReactNode } from 'react'
import { useFormat } from '../../../app/use-format'

interface FigureSectionProps {
  readonly title: ReactNode
  readonly total: number
  readonly children: ReactNode
}

/** A heading, its number, and the picture of what it is made of. */
export function FigureSection({ title, total, children }: FigureSectionProps) {
  const format = useFormat()
  return (
    <section className="org-overview-figure">
      <h3>
        <span>{title}</span>
        <strong className="numeric">{format.number(total)}</strong>
      </h3>
      {children}
    </section>
  )
}
