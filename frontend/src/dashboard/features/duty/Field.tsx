import { type ReactNode, useId } from 'react'

interface FieldProps {
  readonly label: string
  readonly error: string | undefined
  readonly className?: string
  /** Gets what joins the input to its message. */
  readonly children: (input: {
    readonly status: '' | 'error'
    readonly 'aria-invalid'?: true
    readonly 'aria-describedby'?: string
  }) => ReactNode
}

/** An input with its short label above and what is wrong below. */
export function Field({ label, error, className = '', children }: FieldProps) {
  const id = useId()
  return (
    <div className={`scheme-field ${className}`}>
      <span className="scheme-label" aria-hidden="true">
        {label}
      </span>
      {children(
        error === undefined
          ? { status: '' }
          : { status: 'error', 'aria-invalid': true, 'aria-describedby': id },
      )}
      {error !== undefined && (
        <span id={id} className="scheme-error" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
