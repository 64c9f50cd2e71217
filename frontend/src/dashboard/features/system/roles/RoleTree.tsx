import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Tree } from 'antd'
import { useState } from 'react'
import { ListFace } from '../../../components/ListFace'
import { type TreeItem, treeLevelQuery } from '../../../components/organisation-options-query'
import { useText } from '../../../i18n/use-text'
import { type RoleTreeNode, roleTreeNodes } from './role-tree-nodes'
import { rolesPageText } from './roles-page-text'

interface RoleTreeProps {
  readonly selected: string | undefined
  readonly onSelect: (organisationId: string) => void
}

/** The organisations in reach, opened level by level. */
export function RoleTree({ selected, onSelect }: RoleTreeProps) {
  const t = useText(rolesPageText)
  const queries = useQueryClient()
  const level = useQuery(treeLevelQuery({}))
  const [opened, setOpened] = useState<readonly TreeItem[]>([])
  const items = [...(level.data ?? []), ...opened]

  const loadChildren = async ({ key, children }: RoleTreeNode) => {
    if (children !== undefined) return
    const found = await queries.ensureQueryData(treeLevelQuery({ root: key }))
    setOpened((before) => [...before, ...found])
  }

  return (
    <ListFace list={level} isEmpty={items.length === 0} empty={{ title: t('tree') }}>
      <Tree<RoleTreeNode>
        aria-label={t('tree')}
        blockNode
        treeData={[...roleTreeNodes(items)]}
        defaultExpandedKeys={items.slice(0, 1).map(({ id }) => id)}
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelect={(_, { node }) => onSelect(node.key)}
        loadData={loadChildren}
      />
    </ListFace>
  )
}
