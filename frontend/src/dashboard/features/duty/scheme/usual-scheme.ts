import type { Locale } from '@/shared/i18n/locale'
import type { Criterion, Group, Level, Scheme } from '../duty-types'

/** Text in the language of whoever sets the scheme up: it is kept as it is written. */
type Words = readonly [zh: string, en: string]

const GROUPS: readonly (readonly [key: string, title: Words, weight: string, minimum: number])[] = [
  ['leaders', ['领导评议', 'Leaders'], '30', 3],
  ['fellows', ['书记互评', 'Fellow secretaries'], '30', 5],
  ['members', ['党员群众代表测评', 'Members and masses'], '40', 10],
]

const CRITERIA: readonly (readonly [key: string, title: Words, weight: string])[] = [
  ['responsibility', ['履行党建责任', 'Responsibility for party building'], '30'],
  ['results', ['工作实绩', 'Results of the work'], '30'],
  ['rectification', ['问题整改', 'Problems put right'], '20'],
  ['conduct', ['作风与廉洁', 'Conduct and integrity'], '20'],
]

const GRADES: readonly (readonly [key: string, title: Words, at_least: string, quota: string | null])[] = [
  ['excellent', ['优秀', 'Excellent'], '90', '30'],
  ['good', ['较好', 'Good'], '80', null],
  ['fair', ['一般', 'Fair'], '60', null],
  ['poor', ['较差', 'Poor'], '0', null],
]

const LEVELS: readonly (readonly [label: Words, value: string])[] = [
  [['好', 'Good'], '100'],
  [['较好', 'Fairly good'], '85'],
  [['一般', 'Fair'], '70'],
  [['差', 'Poor'], '50'],
]

export function usualLevels(locale: Locale): Level[] {
  return LEVELS.map(([label, value]) => ({ label: inWords(label, locale), value }))
}

export function newGroup(key: string, title: string): Group {
  return {
    key,
    title,
    weight: '10',
    source: 'ballots',
    minimum: 5,
    aggregate: 'mean',
    trim: '0',
    criteria: [],
  }
}

export function newCriterion(key: string, title: string, locale: Locale): Criterion {
  return { key, title, hint: '', weight: '20', max: '100', required: true, levels: usualLevels(locale) }
}

/** What most rounds use: 30/30/40, four questions to tick, four grades, the best for 30 percent at most. */
export function usualScheme(locale: Locale): Scheme {
  return {
    groups: GROUPS.map(([key, title, weight, minimum]) => ({
      ...newGroup(key, inWords(title, locale)),
      weight,
      minimum,
    })),
    criteria: CRITERIA.map(([key, title, weight]) => ({
      ...newCriterion(key, inWords(title, locale), locale),
      weight,
    })),
    missing_group: 'invalid',
    places: 2,
    rounding: 'half_up',
    grades: GRADES.map(([key, title, at_least, quota]) => ({
      key,
      title: inWords(title, locale),
      at_least,
      quota,
      gates: [],
    })),
    ties: ['members', 'leaders'],
  }
}

function inWords([zh, en]: Words, locale: Locale): string {
  return locale === 'zh-CN' ? zh : en
}
