import { Button } from 'antd'
import { useState } from 'react'
import { FilterBar } from '../../components/FilterBar'
import type { FilterField } from '../../components/filter-fields'
import { useText } from '../../i18n/use-text'
import { wordsText } from '../../i18n/words-text'
import { isNumber } from '../../records/find-members'
import { FoundByNumber } from './FoundByNumber'
import type { MembersSearch } from './members-search'
import { membersText } from './members-text'
import { useCodeNames } from './use-code-names'

interface MemberFiltersProps {
  readonly search: MembersSearch
  readonly onSearch: (change: MembersSearch) => void
}

type Field = FilterField<Exclude<keyof MembersSearch, 'sort'>>

const OLDEST = 150

/** What is asked for daily stands open, the rest behind one button. */
export function MemberFilters({ search, onSearch }: MemberFiltersProps) {
  const t = useText(membersText)
  const [number, setNumber] = useState<string>()
  const first = useFirstFields(setNumber)
  const further = useFurtherFields()
  const isUsed = further.some(({ name }) => search[name] !== undefined)
  const [isWanted, setWanted] = useState(false)
  const isOpen = isWanted || isUsed
  return (
    <div className="members-filters">
      <FilterBar fields={isOpen ? [...first, ...further] : first} values={search} onChange={onSearch} />
      {number !== undefined && <FoundByNumber typed={number} />}
      {!isUsed && (
        <Button type="link" aria-expanded={isOpen} onClick={() => setWanted(!isWanted)}>
          {isOpen ? t('fewer_filters') : t('more_filters')}
        </Button>
      )}
    </div>
  )
}

function useFirstFields(onNumber: (typed: string | undefined) => void): readonly Field[] {
  const t = useText(membersText)
  const words = useText(wordsText)
  return [
    { kind: 'text', name: 'q', label: t('search'), isPrivate: isNumber, onPrivate: onNumber },
    { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
    { kind: 'date', name: 'as_of', label: words('as_of') },
    { kind: 'select', name: 'service', label: t('service'), options: useOptions('in_service', 'retired') },
  ]
}

function useFurtherFields(): readonly Field[] {
  const t = useText(membersText)
  const names = useCodeNames()
  return [
    { kind: 'select', name: 'sex', label: t('sex'), options: useOptions('male', 'female') },
    { kind: 'number', name: 'age_from', label: t('age_from'), min: 0, max: OLDEST },
    { kind: 'number', name: 'age_to', label: t('age_to'), min: 0, max: OLDEST },
    { kind: 'select', name: 'education', label: t('education'), options: names.educations },
    { kind: 'select', name: 'nationality', label: t('nationality'), options: names.nationalities },
    { kind: 'select', name: 'standing', label: t('standing'), options: useOptions('full', 'probationary') },
    { kind: 'select', name: 'state', label: t('state'), options: useOptions('active', 'left') },
  ]
}

function useOptions(...codes: (keyof typeof membersText)[]) {
  const t = useText(membersText)
  return codes.map((code) => ({ value: code, label: t(code) }))
}
