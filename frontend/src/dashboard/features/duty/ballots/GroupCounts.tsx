import type { BallotSessionOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import type { Group } from '../duty-types'
import { ballotsText } from './ballots-text'
import { CountsBar, PART_COLOURS, PARTS } from './CountsBar'
import { CountsSentence } from './CountsSentence'
import { sumOf } from './session-counts'

interface GroupCountsProps {
  /** Those that vote, in the order of the scheme. */
  readonly groups: readonly Group[]
  readonly sessions: readonly BallotSessionOut[]
}

/** A row a group: its bar and its numbers, which always add up. */
export function GroupCounts({ groups, sessions }: GroupCountsProps) {
  const t = useText(ballotsText)
  return (
    <section className="duty-section" aria-labelledby="ballots-by-group">
      <h2 id="ballots-by-group">{t('by_group')}</h2>
      <table className="ballots-groups">
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            <td className="ballots-bar-cell" />
            <th scope="col">{t('issued')}</th>
            {PARTS.map((part) => (
              <th key={part} scope="col">
                <i style={{ background: PART_COLOURS[part] }} aria-hidden="true" />
                {t(part)}
              </th>
            ))}
            <th scope="col">{t('used_share')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow
              key={group.key}
              group={group}
              sessions={sessions.filter(({ group_key }) => group_key === group.key)}
            />
          ))}
        </tbody>
      </table>
      <CountsSentence counts={sumOf(sessions)} />
    </section>
  )
}

interface GroupRowProps {
  readonly group: Group
  readonly sessions: readonly BallotSessionOut[]
}

function GroupRow({ group, sessions }: GroupRowProps) {
  const t = useText(ballotsText)
  const format = useFormat()
  const counts = sumOf(sessions)
  const name = (
    <th scope="row">
      {group.title}
      <span className="soft">{t('too_few', { count: group.minimum })}</span>
    </th>
  )
  if (sessions.length === 0) {
    return (
      <tr>
        {name}
        <td colSpan={6} className="soft ballots-none">
          {t('not_arranged')}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      {name}
      <td className="ballots-bar-cell">
        <CountsBar counts={counts} />
      </td>
      <td>{format.number(counts.issued)}</td>
      {PARTS.map((part) => (
        <td key={part}>{format.number(counts[part])}</td>
      ))}
      <td>{format.percent(counts.used, counts.issued - counts.voided)}</td>
    </tr>
  )
}
