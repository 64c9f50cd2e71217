import { useText } from './use-text'
import { workText } from './work-text'

interface BackLinkProps {
  readonly hash?: string
  readonly label?: string
}

/** The way back, at the top of every page below the first. */
export function BackLink({ hash = '#/', label }: BackLinkProps) {
  const t = useText(workText)
  return (
    <p>
      <a href={hash} className="back">
        <span aria-hidden="true">‹ </span>
        {label ?? t('back')}
      </a>
    </p>
  )
}
