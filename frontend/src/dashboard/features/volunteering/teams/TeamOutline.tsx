import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { type CSSProperties, useState } from 'react'
import { useFormat } from '../../../app/use-format'
import { useText } from '../../../i18n/use-text'
import { teamWordsText } from '../volunteering-text'
import type { TeamNode } from './team-tree'
import { teamsText } from './teams-text'

interface TeamOutlineProps {
  readonly nodes: readonly TeamNode[]
  /** What was searched for is shown, however deep it stands. */
  readonly isSearched: boolean
}

/** The tree as a table whose branches fold. */
export function TeamOutline({ nodes, isSearched }: TeamOutlineProps) {
  const t = useText(teamsText)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    setFolded(next)
  }
  const shown = isSearched ? nodes : unfolded(nodes, folded)
  return (
    <table className="team-table">
      <caption className="unseen">{t('tree')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="team-wide">
            {t('organisation')}
          </th>
          <th scope="col">{t('leaders')}</th>
          <th scope="col" className="team-wide">
            {t('professions')}
          </th>
          <th scope="col" className="numeric">
            {t('members')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((node) => (
          <TeamRow
            key={node.team.id}
            node={node}
            fold={isSearched || !leadsOthers(nodes, node) ? null : folded.has(node.team.id)}
            onToggle={toggle}
          />
        ))}
      </tbody>
    </table>
  )
}

function leadsOthers(nodes: readonly TeamNode[], node: TeamNode): boolean {
  return nodes.some(({ team }) => team.parent_id === node.team.id)
}

/** Without what stands below a folded team. */
function unfolded(nodes: readonly TeamNode[], folded: ReadonlySet<string>): readonly TeamNode[] {
  const shown: TeamNode[] = []
  let hiddenBelow = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    if (node.depth > hiddenBelow) continue
    hiddenBelow = folded.has(node.team.id) ? node.depth : Number.POSITIVE_INFINITY
    shown.push(node)
  }
  return shown
}

interface TeamRowProps {
  readonly node: TeamNode
  /** Whether it is folded; null for a team without others below. */
  readonly fold: boolean | null
  readonly onToggle: (id: string) => void
}

function TeamRow({ node: { team, depth }, fold, onToggle }: TeamRowProps) {
  const t = useText(teamsText)
  const words = useText(teamWordsText)
  const format = useFormat()
  const indent: CSSProperties & { readonly '--depth': number } = { '--depth': depth }
  return (
    <tr>
      <th scope="row" style={indent}>
        <div className="team-name">
          <FoldButton team={team} fold={fold} onToggle={onToggle} />
          <span>
            <Link to="/volunteering/teams/$teamId" params={{ teamId: team.id }}>
              {team.name}
            </Link>{' '}
            <span className="soft team-kind">
              {words(team.kind)}
              {team.state === 'disbanded' && ` · ${words('disbanded')}`}
            </span>
          </span>
        </div>
      </th>
      <td className="team-wide">{team.organisation_name}</td>
      <td className="team-leaders">
        {team.leaders.length === 0 ? (
          <span className="soft">{t('leaders_none')}</span>
        ) : (
          team.leaders.map(({ name }) => name).join(t('and'))
        )}
      </td>
      <td className="team-wide soft">{team.professions.map((each) => words.code(each)).join(' · ')}</td>
      <td className="numeric">{format.number(team.member_count)}</td>
    </tr>
  )
}

interface FoldButtonProps extends Pick<TeamRowProps, 'fold' | 'onToggle'> {
  readonly team: TeamNode['team']
}

function FoldButton({ team: { id, name }, fold, onToggle }: FoldButtonProps) {
  if (fold === null) return <span className="team-fold" />
  return (
    <button
      type="button"
      className="team-fold"
      aria-expanded={!fold}
      aria-label={name}
      onClick={() => onToggle(id)}
    >
      {fold ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
    </button>
  )
}
