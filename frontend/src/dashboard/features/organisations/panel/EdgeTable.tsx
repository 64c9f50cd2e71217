import { Button } from 'antd'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Edge } from '../organisation-types'
import { panelText } from './panel-text'

interface EdgeTableProps {
  readonly organisationId: string
  readonly edges: readonly Edge[]
  readonly onChoose: (id: string) => void
}

/** Who led and guided it from when to when, and whom it guided. Its own children stand in the outline. */
export function EdgeTable({ organisationId, edges, onChoose }: EdgeTableProps) {
  const t = useText(panelText)
  const format = useFormat()
  const told = edges.filter(({ kind, child_id }) => kind === 'guidance' || child_id === organisationId)
  const period = ({ valid_from, valid_to }: Edge) =>
    valid_to === null
      ? t('since', { from: format.date(valid_from) })
      : t('from_to', { from: format.date(valid_from), to: format.date(valid_to) })
  if (told.length === 0) return null
  return (
    <table className="org-plain-table">
      <caption>{t('relations')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('relation')}</th>
          <th scope="col">{t('other_side')}</th>
          <th scope="col">{t('period')}</th>
        </tr>
      </thead>
      <tbody>
        {told.map((edge) => {
          const isBelow = edge.child_id === organisationId
          const other = isBelow
            ? { id: edge.parent_id, name: edge.parent_name }
            : { id: edge.child_id, name: edge.child_name }
          return (
            <tr key={edge.id}>
              <td>{t(relationOf(edge.kind, isBelow))}</td>
              <td>
                <Button type="link" size="small" onClick={() => onChoose(other.id)}>
                  {other.name}
                </Button>
              </td>
              <td>{period(edge)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function relationOf(kind: Edge['kind'], isBelow: boolean) {
  if (kind === 'leadership') return isBelow ? 'led_by' : 'leads'
  return isBelow ? 'guided_by' : 'guides'
}
