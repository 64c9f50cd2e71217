import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useText } from '../../../i18n/use-text'
import { type AsOf, ancestorsQuery } from '../organisation-queries'
import { organisationsText } from '../organisations-text'

interface AncestorsProps {
  readonly id: string
  readonly asOf: AsOf
  readonly onChoose: (id: string) => void
}

/** The way down to an organisation; takes its line at once, so that nothing jumps when it comes. */
export function Ancestors({ id, asOf, onChoose }: AncestorsProps) {
  const t = useText(organisationsText)
  const { data } = useQuery(ancestorsQuery(id, asOf))
  const above = (data?.items ?? []).filter((ancestor) => ancestor.id !== id)
  return (
    <nav aria-label={t('ancestors')} className="org-ancestors">
      <ol>
        {above.map((ancestor) => (
          <li key={ancestor.id}>
            <Button type="link" size="small" onClick={() => onChoose(ancestor.id)}>
              {ancestor.name}
            </Button>
            <span aria-hidden>›</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
