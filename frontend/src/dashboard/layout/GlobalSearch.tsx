import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { AutoComplete, Input, type RefSelectProps } from 'antd'
import { useRef, useState } from 'react'
import { PHONE_WIDE, useMedia } from '../app/use-media'
import { useCan } from '../auth/session-query'
import { useDebounced } from '../components/use-debounced'
import { useText } from '../i18n/use-text'
import { layoutText } from './layout-text'
import { type SearchHits, searchQuery } from './search-query'
import { useSlashKey } from './use-slash-key'

interface Option {
  readonly value: string
  readonly label: React.ReactNode
  /** What a screen reader says; it would read the value otherwise. */
  readonly 'aria-label': string
}

export function GlobalSearch() {
  const t = useText(layoutText)
  const router = useRouter()
  const can = useCan()
  const isPhone = useMedia(PHONE_WIDE)
  const input = useRef<RefSelectProps>(null)
  const [text, setText] = useState('')
  const settled = useDebounced(text.trim(), 200)
  const { data: hits, isError } = useQuery(searchQuery(settled, can))
  useSlashKey(() => input.current?.focus())

  const groups = [
    { label: t('organisations'), options: organisationOptions(hits) },
    { label: t('members'), options: memberOptions(hits) },
  ].filter(({ options }) => options.length > 0)

  const open = (path: string) => {
    setText('')
    input.current?.blur()
    router.history.push(path)
  }

  return (
    <AutoComplete
      ref={input}
      className="global-search"
      value={text}
      options={groups}
      defaultActiveFirstOption
      aria-label={t('search_label')}
      onSelect={open}
      // A choice sets the value to its path for a moment; only what is typed is kept.
      onChange={(value: string) => setText(value.startsWith('/') ? '' : value)}
      notFoundContent={settled === '' ? null : emptyText()}
    >
      <Input
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd>/</kbd>}
        placeholder={t(isPhone ? 'search_short' : 'search_placeholder')}
      />
    </AutoComplete>
  )

  function emptyText(): string {
    if (isError) return t('search_failed')
    return hits === undefined ? t('searching') : t('search_none', { text: settled })
  }
}

function organisationOptions(hits: SearchHits | undefined): readonly Option[] {
  return (hits?.organisations ?? []).map(({ id, name, code }) => ({
    value: `/organisations/${id}`,
    label: <SearchHit name={name} note={code ?? ''} />,
    'aria-label': name,
  }))
}

function memberOptions(hits: SearchHits | undefined): readonly Option[] {
  return (hits?.members ?? []).map(({ id, name, organisation_name }) => ({
    value: `/members/${id}`,
    label: <SearchHit name={name} note={organisation_name} />,
    'aria-label': `${name} ${organisation_name}`,
  }))
}

function SearchHit({ name, note }: { readonly name: string; readonly note: string }) {
  return (
    <span className="search-hit">
      <span>{name}</span>
      <span className="soft">{note}</span>
    </span>
  )
}
