import { useQuery, useQueryClient } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useState } from 'react'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import { foundNodes, levelNodes, type OrganisationNode } from './organisation-nodes'
import {
  organisationNameQuery,
  organisationSearchQuery,
  type TreeItem,
  treeLevelQuery,
} from './organisation-options-query'
import { useDebounced } from './use-debounced'

interface OrganisationPickerProps {
  /** Id of the chosen organisation. Works as a field of antd's `Form`, too. */
  readonly value?: string | undefined
  readonly onChange?: (id: string | undefined) => void
  /** Offers only this organisation and what is below it. */
  readonly root?: string
  /** Tree of that day, `YYYY-MM-DD`; today's otherwise. */
  readonly asOf?: string
  /** Only these kinds can be chosen; the others open the way to them. */
  readonly kinds?: readonly string[]
  readonly placeholder?: string
  readonly allowClear?: boolean
  readonly disabled?: boolean
  readonly id?: string
  readonly className?: string
  readonly 'aria-label'?: string
}

/** One organisation out of 1,500: opened level by level, or found by name, code or pinyin initials. */
export function OrganisationPicker(props: OrganisationPickerProps) {
  const {
    value,
    onChange,
    root,
    asOf,
    kinds,
    placeholder,
    allowClear = true,
    disabled = false,
    ...rest
  } = props
  const t = useText(componentsText)
  const queries = useQueryClient()
  const [opened, setOpened] = useState<readonly TreeItem[]>([])
  const [text, setText] = useState('')
  const settled = useDebounced(text.trim(), 200)
  const { data: level = [], isPending } = useQuery(treeLevelQuery({ root, asOf }))
  const { data: found = [], isFetching } = useQuery(organisationSearchQuery(settled, asOf))

  const known = levelNodes([...level, ...opened], kinds)
  const isUnknown = value !== undefined && !known.some((node) => node.id === value)
  const { data: chosen } = useQuery(organisationNameQuery(isUnknown ? value : undefined))

  const loadChildren = async (parent: string) => {
    const items = await queries.ensureQueryData(treeLevelQuery({ root: parent, asOf }))
    setOpened((before) => [...before, ...items.filter((item) => !before.some(({ id }) => id === item.id))])
  }

  return (
    <TreeSelect<{ value: string; label: React.ReactNode } | null, OrganisationNode>
      {...rest}
      labelInValue
      treeDataSimpleMode={settled === ''}
      treeData={settled === '' ? [...known] : [...foundNodes(found, kinds)]}
      {...(value !== undefined && { value: labelled(value, known, chosen?.name) })}
      onChange={(picked) => onChange?.(picked?.value)}
      {...(settled === '' && { loadData: ({ value: parent }) => loadChildren(String(parent)) })}
      showSearch={{ searchValue: text, onSearch: setText, filterTreeNode: false }}
      loading={isPending || isFetching}
      notFoundContent={isPending || isFetching ? t('loading') : t('no_organisation')}
      placeholder={placeholder ?? t('pick_organisation')}
      allowClear={allowClear}
      disabled={disabled}
      treeDefaultExpandedKeys={level[0] === undefined ? [] : [level[0].id]}
      popupMatchSelectWidth={420}
    />
  )
}

function labelled(value: string, known: readonly OrganisationNode[], name: string | undefined) {
  return { value, label: known.find((node) => node.id === value)?.title ?? name ?? '…' }
}
