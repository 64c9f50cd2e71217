import { useFormat } from '../../../app/use-format'
import { Facts } from '../../../components/Facts'
import { useText } from '../../../i18n/use-text'
import type { Inspection } from '../secretary-types'
import { FacetPicture } from './FacetPicture'
import { Interviews } from './Interviews'
import { FACETS } from './inspection-values'
import { inspectionsText } from './inspections-text'

/** The inspection once it is handed in, or for those who do not write it. */
export function InspectionReading({ inspection }: { readonly inspection: Inspection }) {
  const t = useText(inspectionsText)
  return (
    <>
      <PlanRead inspection={inspection} />
      <Interviews inspection={inspection} />
      <FacetsRead inspection={inspection} />
      <section aria-labelledby="inspection-writing" className="secretary-section inspection-writing">
        <h2 id="inspection-writing">{t('writing')}</h2>
        <Written title={t('strengths')} text={inspection.strengths} />
        <Written title={t('shortcomings')} text={inspection.shortcomings} />
        <Written title={t('finding')} text={inspection.finding === null ? '' : t(inspection.finding)} />
        <Written title={t('conclusion')} text={inspection.conclusion} />
      </section>
    </>
  )
}

function PlanRead({ inspection }: { readonly inspection: Inspection }) {
  const t = useText(inspectionsText)
  const format = useFormat()
  const { team, planned_on, started_on, reported_on, concluded_on } = inspection
  const names = team.map(({ name, title, leader }) => {
    const who = title === '' ? name : `${name}（${title}）`
    return leader ? `${who} · ${t('team_leader')}` : who
  })
  return (
    <section aria-labelledby="inspection-plan" className="secretary-section">
      <h2 id="inspection-plan">{t('plan')}</h2>
      <Facts
        facts={[
          {
            label: t('team'),
            value:
              names.length === 0 ? (
                <span className="soft">{t('team_none')}</span>
              ) : (
                <ul>
                  {names.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              ),
          },
          { label: t('planned_on'), value: format.date(planned_on) },
          { label: t('started_on'), value: format.date(started_on) },
          { label: t('reported_on'), value: format.date(reported_on) },
          { label: t('concluded_on'), value: format.date(concluded_on) },
        ]}
      />
    </section>
  )
}

function FacetsRead({ inspection: { facets } }: { readonly inspection: Inspection }) {
  const t = useText(inspectionsText)
  return (
    <section aria-labelledby="inspection-facets" className="secretary-section">
      <h2 id="inspection-facets">{t('facets')}</h2>
      <div className="inspection-facets">
        <div>
          {FACETS.map((facet) => (
            <Written key={facet} title={t(facet)} text={facets[facet]?.text ?? ''} />
          ))}
        </div>
        <FacetPicture facets={facets} />
      </div>
    </section>
  )
}

function Written({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useText(inspectionsText)
  return (
    <>
      <h3>{title}</h3>
      {text === '' ? <p className="soft">{t('not_written')}</p> : <p className="secretary-writing">{text}</p>}
    </>
  )
}
