import type { Scheme } from '../duty-types'

/** A key that nothing of the scheme has yet: `group_2`. */
export function freeKey(kind: 'group' | 'criterion' | 'grade', scheme: Scheme): string {
  const taken = new Set([...scheme.groups, ...scheme.criteria, ...scheme.grades].map(({ key }) => key))
  let number = 1
  while (taken.has(`${kind}_${number}`)) number += 1
  return `${kind}_${number}`
}

/** Nothing names a group or a criterion that is gone. */
export function withoutLooseEnds(scheme: Scheme): Scheme {
  const groups = new Set(scheme.groups.map(({ key }) => key))
  const criteria = new Set(scheme.criteria.map(({ key }) => key))
  const last = scheme.grades.length - 1
  return {
    ...scheme,
    groups: scheme.groups.map((group) => ({
      ...group,
      criteria: group.criteria.filter((key) => criteria.has(key)),
    })),
    grades: scheme.grades.map((grade, place) => ({
      ...grade,
      at_least: place === last ? '0' : grade.at_least,
      quota: place === last ? null : (grade.quota ?? null),
      gates:
        place === last
          ? []
          : grade.gates.filter(({ group }) => group === null || group === undefined || groups.has(group)),
    })),
    ties: scheme.ties.filter((key) => groups.has(key) || criteria.has(key)),
  }
}
