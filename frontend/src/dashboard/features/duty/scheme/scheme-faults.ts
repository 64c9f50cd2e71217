import type { TextValues } from '@/shared/i18n/translate'
import type { Level, Scheme } from '../duty-types'
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
  if (scheme.groups.every(({ source }) => source === 'tasks'))
    found['/groups/0/source'] = { code: 'tasks_only' }
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
  for (const [place, level] of levels.entries()) levelFaults(`${path}/levels/${place}`, level, max, found)
}

function levelFaults(path: string, { label, value }: Level, max: string, found: Found) {
  if (label.trim() === '') found[`${path}/label`] = { code: 'name_missing' }
  if (!isNumber(value)) found[`${path}/value`] = { code: 'number_missing' }
  else if (Number(value) > Number(max)) found[`${path}/value`] = { code: 'level_above', values: { max } }
}

const HUNDRED = 100

function gradeFaults(grades: Scheme['grades'], found: Found) {
  for (const [place, grade] of grades.entries()) {
    const path = `/grades/${place}`
    const above = grades.slice(0, place)
    tell(`${path}/at_least`, bandFault(grade.at_least, above.at(-1)?.at_least), found)
    tell(`${path}/quota`, quotaFault(grade.quota ?? null, above), found)
    for (const [at, gate] of grade.gates.entries()) {
      if (!isNumber(gate.at_least)) found[`${path}/gates/${at}/at_least`] = { code: 'number_missing' }
    }
  }
}

function tell(pointer: string, fault: Fault | null, found: Found) {
  if (fault !== null) found[pointer] = fault
}

function bandFault(from: string, above: string | undefined): Fault | null {
  if (!isNumber(from)) return { code: 'number_missing' }
  if (above === undefined || !isNumber(above) || Number(from) < Number(above)) return null
  return { code: 'band_order', values: { above } }
}

/** A quota counts the better grades too. */
function quotaFault(own: string | null, above: Scheme['grades']): Fault | null {
  if (own === null) return null
  if (!isWithin(own, 0, HUNDRED)) return { code: 'quota_range' }
  const better =
    above
      .map(({ quota }) => quota ?? null)
      .filter((quota) => quota !== null)
      .at(-1) ?? null
  if (better === null || Number(own) >= Number(better)) return null
  return { code: 'quota_falls', values: { above: better } }
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
