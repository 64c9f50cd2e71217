import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { ListFace } from '../../../components/ListFace'
import { organisationKindsText } from '../../../i18n/organisation-kinds-text'
import { useText } from '../../../i18n/use-text'
import { KindIcon } from '../KindIcon'
import { type AsOf, foundQuery } from '../organisation-queries'
import type { Organisation } from '../organisation-types'
import { organisationsText } from '../organisations-text'
import { focusResult } from './result-focus'

interface FoundListProps {
  readonly text: string
  readonly asOf: AsOf
  readonly selectedId: string | undefined
  readonly onChoose: (id: string) => void
}

/** What a search has found, each with where it stands. */
export function FoundList({ text, asOf, selectedId, onChoose }: FoundListProps) {
  const t = useText(organisationsText)
  const list = useQuery(foundQuery(text, asOf))
  const found = list.data?.items ?? []
  const total = list.data?.total ?? found.length
  const empty = { title: t('found_none', { text }), hint: t('found_none_hint') }
  return (
    <section aria-label={t('results')} className="org-found">
      <ListFace list={list} isEmpty={found.length === 0} empty={empty}>
        <p className="soft org-found-count" role="status">
          {total > found.length
            ? t('found_first', { total, count: found.length })
            : t('found', { count: found.length })}
        </p>
        <ul>
          {found.map((organisation) => (
            <li key={organisation.id}>
              <FoundItem
                organisation={organisation}
                isSelected={organisation.id === selectedId}
                onChoose={onChoose}
              />
            </li>
          ))}
        </ul>
      </ListFace>
    </section>
  )
}

interface FoundItemProps {
  readonly organisation: Organisation
  readonly isSelected: boolean
  readonly onChoose: (id: string) => void
}

const ARROWS: Readonly<Record<string, 'next' | 'previous'>> = { ArrowDown: 'next', ArrowUp: 'previous' }

function FoundItem({ organisation, isSelected, onChoose }: FoundItemProps) {
  const kinds = useText(organisationKindsText)
  const { id, kind, name, code, ancestor_names } = organisation
  const press = (event: KeyboardEvent) => {
    const to = ARROWS[event.key]
    if (to !== undefined && focusResult(to)) event.preventDefault()
  }
  return (
    <a
      href={`/organisations?selected=${id}`}
      data-result
      className={isSelected ? 'org-found-item selected' : 'org-found-item'}
      {...(isSelected && { 'aria-current': true })}
      onKeyDown={press}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        onChoose(id)
      }}
    >
      <KindIcon kind={kind} />
      <span className="org-found-name">{name}</span>
      <span className="soft org-found-code">
        {kinds.code(kind)} · {code}
      </span>
      <span className="soft org-found-place">{ancestor_names.join(' › ')}</span>
    </a>
  )
}
