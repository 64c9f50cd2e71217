import { chartPalette } from '../../../app/palette'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Band } from '../organisation-types'
import { panelText } from './panel-text'

interface BandTableProps {
  readonly title: string
  readonly bands: readonly Band[]
}

const [IN_SERVICE, RETIRED] = chartPalette

/** In service and retired by band: a table whose rows carry their own bars on one scale. */
export function BandTable({ title, bands }: BandTableProps) {
  const t = useText(panelText)
  const format = useFormat()
  const largest = Math.max(1, ...bands.map(({ in_service, retired }) => in_service + retired))
  const width = (value: number) => `${(100 * value) / largest}%`
  return (
    <table className="org-band-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{title}</span>
          </th>
          <td />
          <th scope="col" className="numeric">
            <i style={{ background: IN_SERVICE }} aria-hidden="true" />
            {t('in_service')}
          </th>
          <th scope="col" className="numeric">
            <i style={{ background: RETIRED }} aria-hidden="true" />
            {t('retired')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ code, label, in_service, retired }) => (
          <tr key={code}>
            <th scope="row">{label}</th>
            <td aria-hidden="true">
              <span className="org-band-bar">
                <span style={{ width: width(in_service), background: IN_SERVICE }} />
                <span style={{ width: width(retired), background: RETIRED }} />
              </span>
            </td>
            <td className="numeric">{format.number(in_service)}</td>
            <td className="numeric">{format.number(retired)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
