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
  const kept = keptOf(teams, byId, q)
  const parentOf = ({ parent_id }: VolunteerTeamOut) =>
    parent_id !== null && byId.has(parent_id) ? parent_id : null
  const children = new Map<string | null, VolunteerTeamOut[]>()
  for (const team of teams.filter(({ id }) => kept.has(id))) {
    const parent = parentOf(team)
    children.set(parent, [...(children.get(parent) ?? []), team])
  }
  const nodes = (parent: string | null, depth: number): TeamNode[] =>
    [...(children.get(parent) ?? [])]
      .sort((one, other) => ORDER[one.kind] - ORDER[other.kind])
      .flatMap((team) => [{ team, depth }, ...nodes(team.id, depth + 1)])
  return nodes(null, 0)
}

/** What matches, and every team on the way to it. */
function keptOf(
  teams: readonly VolunteerTeamOut[],
  byId: ReadonlyMap<string, VolunteerTeamOut>,
  q: string,
): ReadonlySet<string> {
  const kept = new Set<string>()
  for (const team of teams.filter((each) => matches(each, q))) {
    let at: VolunteerTeamOut | undefined = team
    while (at !== undefined && !kept.has(at.id)) {
      kept.add(at.id)
      at = byId.get(at.parent_id ?? '')
    }
  }
  return kept
}

function matches({ name, leaders }: VolunteerTeamOut, q: string): boolean {
  return q === '' || name.includes(q) || leaders.some((leader) => leader.name.includes(q))
}
