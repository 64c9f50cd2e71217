import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../i18n/use-text'
import { wordsText } from '../i18n/words-text'

interface PageHeaderProps {
  readonly title: string
  /** The list that this page came from. */
  readonly parent?: { readonly to: string; readonly label: string }
  /** State, code, a date: what belongs to the name. */
  readonly meta?: ReactNode
  readonly description?: ReactNode
  /** At most one primary action. */
  readonly actions?: ReactNode
}

export function PageHeader({ title, parent, meta, description, actions }: PageHeaderProps) {
  const words = useText(wordsText)
  return (
    <header className="page-header">
      <title>{`${title} · ${words('product')}`}</title>
      {parent !== undefined && (
        <Link to={parent.to} className="page-parent">
          <span aria-hidden>‹ </span>
          {parent.label}
        </Link>
      )}
      <div className="page-header-row">
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {meta}
        </div>
        {description !== undefined && <p className="soft page-description">{description}</p>}
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </div>
    </header>
  )
}
