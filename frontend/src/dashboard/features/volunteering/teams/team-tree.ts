import type { TeamKind, VolunteerTeamOut } from '../volunteering-types'

export interface TeamNode {
  readonly team: VolunteerTeamOut
  readonly depth: number
}

const ORDER: Readonly<Record<TeamKind, number>> = { corps: 0, detachment: 1, team: 2 }

/**
 * The teams in the order of their tree, each with its depth; one whose parent is not shown stands on top.
 * `q` keeps what matches and what leads to it.
 */
export function teamTree(teams: readonly VolunteerTeamOut[], q: string): readonly TeamNode[] {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const kept = new Set<string>()
  for (const team of teams.filter((each) => matches(each, q))) {
    for (let at: VolunteerTeamOut | undefined = team; at !== undefined && !kept.has(at.id); ) {
      kept.add(at.id)
      at = at.parent_id === null ? undefined : byId.get(at.parent_id)
    }
  }
  const children = new Map<string | null, VolunteerTeamOut[]>()
  for (const team of teams.filter(({ id }) => kept.has(id))) {
    const parent = team.parent_id !== null && byId.has(team.parent_id) ? team.parent_id : null
    children.set(parent, [...(children.get(parent) ?? []), team])
  }
  const nodes = (parent: string | null, depth: number): TeamNode[] =>
    (children.get(parent) ?? [])
      .toSorted((one, other) => ORDER[one.kind] - ORDER[other.kind])
      .flatMap((team) => [{ team, depth }, ...nodes(team.id, depth + 1)])
  return nodes(null, 0)
}

function matches({ name, leaders }: VolunteerTeamOut, q: string): boolean {
  return q === '' || name.includes(q) || leaders.some((leader) => leader.name.includes(q))
}
