import type { UseQueryResult } from '@tanstack/react-query'
import { ListFace } from '../../../components/ListFace'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import { ImportLink } from '../ImportLink'
import type { AsOf } from '../organisation-queries'
import type { Tree } from '../organisation-types'
import { organisationsText } from '../organisations-text'
import { FoundList } from './FoundList'
import { Outline } from './Outline'
import type { Outline as OutlineModel } from './outline-model'

interface OutlinePaneProps {
  readonly list: UseQueryResult<Tree>
  readonly outline: OutlineModel
  readonly open: ReadonlySet<string>
  /** What is searched for; empty for the outline itself. */
  readonly text: string
  readonly selectedId: string | undefined
  readonly asOf: AsOf
  readonly onToggle: (id: string, isOpen: boolean) => void
  readonly onChoose: (id: string) => void
  readonly onReorder: ((id: string, place: number) => void) | undefined
  readonly onStep: ((id: string, step: -1 | 1) => void) | undefined
}

const SETTLED = 150

export function OutlinePane({ list, text, ...outline }: OutlinePaneProps) {
  const t = useText(organisationsText)
  const settled = useDebounced(text, SETTLED)
  const { asOf, selectedId, onChoose } = outline
  if (text !== '') {
    return (
      <div className="org-outline-pane">
        <FoundList text={settled} asOf={asOf} selectedId={selectedId} onChoose={onChoose} />
      </div>
    )
  }
  const empty =
    asOf === undefined
      ? {
          title: t('outline_empty'),
          hint: t('outline_empty_hint'),
          action: <ImportLink>{t('outline_empty_action')}</ImportLink>,
        }
      : { title: t('outline_empty_then') }
  return (
    <div className="org-outline-pane" aria-busy={list.isPlaceholderData}>
      <ListFace list={list} isEmpty={outline.outline.nodes.size === 0} empty={empty}>
        <Outline {...outline} />
      </ListFace>
    </div>
  )
}
