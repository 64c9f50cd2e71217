import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Criterion, Grade, Group, Scheme } from '../duty-types'
import { schemeText } from './scheme-text'

/** The scheme to read: who rates what, and how a number becomes a grade. */
export function SchemeView({ scheme }: { readonly scheme: Scheme }) {
  const t = useText(schemeText)
  return (
    <div className="scheme-view">
      <section aria-labelledby="scheme-read-groups">
        <h2 id="scheme-read-groups">{t('groups')}</h2>
        <WeightBar groups={scheme.groups} />
        <dl>
          {scheme.groups.map((group) => (
            <GroupLine key={group.key} group={group} scheme={scheme} />
          ))}
        </dl>
      </section>
      <section aria-labelledby="scheme-read-criteria">
        <h2 id="scheme-read-criteria">{t('criteria')}</h2>
        <dl>
          {scheme.criteria.map((criterion) => (
            <CriterionLine key={criterion.key} criterion={criterion} scheme={scheme} />
          ))}
        </dl>
      </section>
      <section aria-labelledby="scheme-read-grades">
        <h2 id="scheme-read-grades">{t('grades')}</h2>
        <dl>
          {scheme.grades.map((grade, place) => (
            <GradeLine key={grade.key} grade={grade} place={place} scheme={scheme} />
          ))}
        </dl>
      </section>
      <section aria-labelledby="scheme-read-policies">
        <h2 id="scheme-read-policies">{t('policies')}</h2>
        <Policies scheme={scheme} />
      </section>
    </div>
  )
}

const SHADES = ['#4a4641', '#8c5a2b', '#2f6f8f', '#6d7f4e', '#c9a227', '#a8a29a'] as const

function WeightBar({ groups }: Pick<Scheme, 'groups'>) {
  return (
    <div className="stacked-bar" aria-hidden="true">
      {groups.map(({ key, weight }, place) => (
        <span key={key} style={{ flexGrow: Number(weight), background: SHADES[place % SHADES.length] }} />
      ))}
    </div>
  )
}

function useShare() {
  const format = useFormat()
  return (weight: string, all: readonly { readonly weight: string }[]) =>
    format.percent(
      Number(weight),
      all.reduce((sum, one) => sum + Number(one.weight), 0),
    )
}

function GroupLine({ group, scheme }: { readonly group: Group; readonly scheme: Scheme }) {
  const t = useText(schemeText)
  const format = useFormat()
  const share = useShare()
  const { source, minimum, aggregate, trim, criteria } = group
  const answered = scheme.criteria.filter(({ key }) => criteria.includes(key)).map(({ title }) => title)
  const parts =
    source === 'tasks'
      ? [t('source_tasks')]
      : [
          t('read_minimum', { count: minimum }),
          t(`aggregate_${aggregate}`),
          ...(aggregate === 'trimmed' ? [t('read_trim', { percent: format.percent(Number(trim), 1) })] : []),
          answered.length === 0 ? t('all_answered') : answered.join('、'),
        ]
  return (
    <div>
      <dt>{group.title}</dt>
      <dd>
        <strong className="numeric">{share(group.weight, scheme.groups)}</strong>
        <span className="soft">{parts.join(' · ')}</span>
      </dd>
    </div>
  )
}

function CriterionLine({ criterion, scheme }: { readonly criterion: Criterion; readonly scheme: Scheme }) {
  const t = useText(schemeText)
  const share = useShare()
  const { levels, max, required, hint } = criterion
  const parts = [
    levels.length > 0
      ? levels.map(({ label, value }) => `${label}=${value}`).join(' · ')
      : t('read_max', { max }),
    ...(required ? [] : [t('read_optional')]),
    ...(hint === '' ? [] : [hint]),
  ]
  return (
    <div>
      <dt>{criterion.title}</dt>
      <dd>
        <strong className="numeric">{share(criterion.weight, scheme.criteria)}</strong>
        <span className="soft">{parts.join(' · ')}</span>
      </dd>
    </div>
  )
}

interface GradeLineProps {
  readonly grade: Grade
  readonly place: number
  readonly scheme: Scheme
}

function GradeLine({ grade, place, scheme }: GradeLineProps) {
  const t = useText(schemeText)
  const above = scheme.grades[place - 1]?.at_least
  const groupOf = (key: string | null | undefined) =>
    scheme.groups.find((group) => group.key === key)?.title ?? t('gate_total')
  const parts = [
    ...(grade.quota ? [t('read_quota', { percent: `${grade.quota}%` })] : []),
    ...grade.gates.map(({ group, at_least: value }) => t('read_gate', { group: groupOf(group), value })),
  ]
  return (
    <div>
      <dt>{grade.title}</dt>
      <dd>
        <span className="numeric">{bandOf(grade.at_least, above, t)}</span>
        <span className="soft">{parts.join(' · ')}</span>
      </dd>
    </div>
  )
}

type Say = (key: 'band' | 'band_top' | 'band_rest' | 'lowest', values: { from: string; to: string }) => string

function bandOf(from: string, above: string | undefined, t: Say): string {
  if (above === undefined)
    return Number(from) === 0 ? t('lowest', { from, to: '' }) : t('band_top', { from, to: '' })
  return t(Number(from) === 0 ? 'band_rest' : 'band', { from, to: above })
}

function Policies({ scheme }: { readonly scheme: Scheme }) {
  const t = useText(schemeText)
  const named = [...scheme.groups, ...scheme.criteria]
  const ties = scheme.ties.map((key) => named.find((one) => one.key === key)?.title ?? key)
  return (
    <dl>
      <div>
        <dt>{t('missing_group')}</dt>
        <dd>
          {t(`missing_${scheme.missing_group}`)}
          <span className="soft">{t(`missing_${scheme.missing_group}_hint`)}</span>
        </dd>
      </div>
      <div>
        <dt>{t('places')}</dt>
        <dd>{scheme.places === 0 ? t('places_none') : t('places_value', { count: scheme.places })}</dd>
      </div>
      <div>
        <dt>{t('ties')}</dt>
        <dd>{ties.length === 0 ? t('ties_none') : ties.join(' → ')}</dd>
      </div>
    </dl>
  )
}
