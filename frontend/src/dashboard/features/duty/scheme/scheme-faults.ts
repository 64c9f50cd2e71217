import type { TextValues } from '@/shared/i18n/translate'
import type { Scheme } from '../duty-types'
import type { schemeFaultsText } from './scheme-text'

export interface Fault {
  readonly code: keyof typeof schemeFaultsText
  readonly values?: TextValues
}

/** By the pointer of the field: `/groups/0/weight`. */
export type Faults = Readonly<Record<string, Fault>>

type Found = Record<string, Fault>

/** What the server would refuse, told at the field before anything is sent. */
export function faultsOf(scheme: Scheme): Faults {
  const found: Found = {}
  namesOf('/groups', scheme.groups, found)
  namesOf('/criteria', scheme.criteria, found)
  namesOf('/grades', scheme.grades, found)
  for (const [place, group] of scheme.groups.entries()) groupFaults(`/groups/${place}`, group, found)
  for (const [place, criterion] of scheme.criteria.entries()) {
    criterionFaults(`/criteria/${place}`, criterion, found)
  }
  gradeFaults(scheme.grades, found)
  if (scheme.groups.every(({ source }) => source === 'tasks')) found['/groups/0/source'] = { code: 'tasks_only' }
  return found
}

function namesOf(path: string, parts: readonly { readonly title: string }[], found: Found) {
  const seen = new Set<string>()
  for (const [place, { title }] of parts.entries()) {
    const name = title.trim()
    if (name === '') found[`${path}/${place}/title`] = { code: 'name_missing' }
    else if (seen.has(name)) found[`${path}/${place}/title`] = { code: 'name_twice' }
    seen.add(name)
  }
}

function groupFaults(path: string, group: Scheme['groups'][number], found: Found) {
  if (!isPositive(group.weight)) found[`${path}/weight`] = { code: 'weight_positive' }
  if (group.source === 'tasks') return
  if (!(group.minimum >= 1)) found[`${path}/minimum`] = { code: 'minimum_one' }
  if (group.aggregate === 'trimmed' && !isWithin(group.trim, 0, 0.4999)) {
    found[`${path}/trim`] = { code: 'trim_range' }
  }
}

const FEWEST_LEVELS = 2

function criterionFaults(path: string, criterion: Scheme['criteria'][number], found: Found) {
  const { weight, max, levels } = criterion
  if (!isPositive(weight)) found[`${path}/weight`] = { code: 'weight_positive' }
  if (!isPositive(max)) found[`${path}/max`] = { code: 'weight_positive' }
  if (levels.length > 0 && levels.length < FEWEST_LEVELS) found[`${path}/levels`] = { code: 'levels_few' }
  for (const [place, level] of levels.entries()) {
    const at = `${path}/levels/${place}`
    if (level.label.trim() === '') found[`${at}/label`] = { code: 'name_missing' }
    if (!isNumber(level.value)) found[`${at}/value`] = { code: 'number_missing' }
    else if (Number(level.value) > Number(max)) {
      found[`${at}/value`] = { code: 'level_above', values: { max } }
    }
  }
}

const HUNDRED = 100

function gradeFaults(grades: Scheme['grades'], found: Found) {
  let quota: string | null = null
  for (const [place, grade] of grades.entries()) {
    const path = `/grades/${place}`
    const above = grades[place - 1]?.at_least
    if (!isNumber(grade.at_least)) found[`${path}/at_least`] = { code: 'number_missing' }
    else if (above !== undefined && isNumber(above) && Number(grade.at_least) >= Number(above)) {
      found[`${path}/at_least`] = { code: 'band_order', values: { above } }
    }
    const own = grade.quota ?? null
    if (own !== null && !isWithin(own, 0, HUNDRED)) found[`${path}/quota`] = { code: 'quota_range' }
    else if (own !== null && quota !== null && Number(own) < Number(quota)) {
      found[`${path}/quota`] = { code: 'quota_falls', values: { above: quota } }
    }
    quota = own ?? quota
    for (const [at, gate] of grade.gates.entries()) {
      if (!isNumber(gate.at_least)) found[`${path}/gates/${at}/at_least`] = { code: 'number_missing' }
    }
  }
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text))
}

function isPositive(text: string): boolean {
  return isNumber(text) && Number(text) > 0
}

function isWithin(text: string, from: number, until: number): boolean {
  return isNumber(text) && Number(text) >= from && Number(text) <= until
}
