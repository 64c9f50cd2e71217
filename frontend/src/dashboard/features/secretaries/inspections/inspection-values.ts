import type { Facet, Inspection, InspectionChange, InterviewIn, TeamMember } from '../secretary-types'

export const FACETS: readonly Facet[] = ['integrity', 'ability', 'diligence', 'achievement', 'probity']

interface FacetValues {
  readonly score?: string | null
  readonly text?: string
}

/** The form's own shape: rows that are being typed are not whole yet. */
export interface InspectionValues {
  readonly planned_on?: string
  readonly team: readonly (Partial<TeamMember> | undefined)[]
  readonly facets: { readonly [Name in Facet]?: FacetValues }
  readonly strengths: string
  readonly shortcomings: string
  readonly finding?: Inspection['finding']
  readonly conclusion: string
}

export function valuesOf(inspection: Inspection): InspectionValues {
  const { planned_on, team, facets, strengths, shortcomings, finding, conclusion } = inspection
  return {
    ...(planned_on !== null && { planned_on }),
    team,
    facets,
    strengths,
    shortcomings,
    finding,
    conclusion,
  }
}

/** What is sent after `changed` was typed: each part as a whole, rows without a name left out. */
export function changeOf(changed: Partial<InspectionValues>, all: InspectionValues): InspectionChange {
  return {
    ...('planned_on' in changed && { planned_on: all.planned_on ?? null }),
    ...('team' in changed && { team: all.team.flatMap(teamMember) }),
    ...('facets' in changed && { facets: facetsOf(all) }),
    ...('strengths' in changed && { strengths: all.strengths }),
    ...('shortcomings' in changed && { shortcomings: all.shortcomings }),
    ...('finding' in changed && { finding: all.finding ?? null }),
    ...('conclusion' in changed && { conclusion: all.conclusion }),
  }
}

function teamMember(row: Partial<TeamMember> | undefined): TeamMember[] {
  const name = row?.name?.trim() ?? ''
  return name === '' ? [] : [{ name, title: row?.title?.trim() ?? '', leader: row?.leader ?? false }]
}

/** Every facet; null empties one. */
function facetsOf({ facets }: InspectionValues): NonNullable<InspectionChange['facets']> {
  return Object.fromEntries(
    FACETS.map((facet) => {
      const { score = null, text = '' } = facets[facet] ?? {}
      return [facet, score === null && text.trim() === '' ? null : { score, text }]
    }),
  )
}

/** An interview as it is sent: what was left empty is not there. */
export function interviewOf({ interviewee, notes, ...others }: InterviewIn): InterviewIn {
  return { ...others, interviewee: interviewee?.trim() || null, notes: notes?.trim() || null }
}
