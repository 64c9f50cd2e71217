import { useText } from '../../../i18n/use-text'
import { FACETS, type InspectionValues } from './inspection-values'
import { inspectionsText } from './inspections-text'

/** Five scores as dots on lines from 0 to 100; the figures beside them are the table. */
export function FacetPicture({ facets }: Pick<InspectionValues, 'facets'>) {
  const t = useText(inspectionsText)
  return (
    <table className="facet-picture">
      <caption className="unseen">{t('facets_picture')}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('facet')}</th>
          <th scope="col">{t('score')}</th>
        </tr>
      </thead>
      <tbody>
        {FACETS.map((facet) => {
          const score = facets[facet]?.score ?? null
          return (
            <tr key={facet}>
              <th scope="row">{t(facet)}</th>
              <td>
                <span className="facet-line" aria-hidden="true">
                  {score !== null && <i style={{ left: `${Number(score)}%` }} />}
                </span>
                <span className="facet-score numeric">
                  {score === null ? (
                    <span className="soft">{t('not_scored')}</span>
                  ) : (
                    Number(score).toFixed(1)
                  )}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
