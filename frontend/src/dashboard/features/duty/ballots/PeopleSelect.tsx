import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useDebounced } from '../../../components/use-debounced'
import { useText } from '../../../i18n/use-text'
import { findMembers } from '../../../records/find-members'
import { participantsQuery } from '../participants/participant-queries'
import { ballotsText } from './ballots-text'

const FOUND_AT_MOST = 30

function votersQuery(typed: string) {
  return queryOptions({
    queryKey: ['members', 'voters', typed],
    queryFn: async ({ signal }) => {
      const query = { q: typed, state: 'active', scope: 'subtree', limit: FOUND_AT_MOST } as const
      const items = await findMembers(query, signal)
      return items.map(({ person_id, name, organisation_name }) => ({
        value: person_id,
        label: `${name}（${organisation_name}）`,
      }))
    },
  })
}

interface PeopleSelectProps {
  /** Ids of people; value and change come from `Form.Item`. */
  readonly value?: readonly string[]
  readonly onChange?: (ids: readonly string[]) => void
  readonly id?: string
  /** Offers everybody on the list of this round at once: fellow secretaries rate each other. */
  readonly roundId?: string
}

interface Named {
  readonly value: string
  readonly label: string
}

/** Members of the subtree, found by name or pinyin, as many as needed. */
export function PeopleSelect({ value = [], onChange, id, roundId }: PeopleSelectProps) {
  const t = useText(ballotsText)
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<readonly Named[]>([])
  const { data = [], isFetching } = useQuery({
    ...votersQuery(useDebounced(typed.trim(), 200)),
    placeholderData: keepPreviousData,
  })
  const choose = (chosen: readonly Named[]) => {
    setKnown(chosen)
    onChange?.(chosen.map((one) => one.value))
  }
  const names = new Map([...data, ...known].map((one) => [one.value, one.label]))
  return (
    <>
      <Select<Named[]>
        {...(id !== undefined && { id })}
        mode="multiple"
        labelInValue
        showSearch={{ filterOption: false, onSearch: setTyped, autoClearSearchValue: true }}
        loading={isFetching}
        placeholder={t('people_search')}
        notFoundContent={t('people_none')}
        maxTagCount={8}
        value={value.map((one) => ({ value: one, label: names.get(one) ?? '…' }))}
        options={[...data]}
        onChange={(picked) => choose(picked)}
        allowClear
      />
      {roundId !== undefined && (
        <EveryParticipant
          roundId={roundId}
          onAdd={(added) => {
            const before = value.map((one) => ({ value: one, label: names.get(one) ?? '…' }))
            choose([...before, ...added.filter((one) => !value.includes(one.value))])
          }}
        />
      )}
    </>
  )
}

interface EveryParticipantProps {
  readonly roundId: string
  readonly onAdd: (people: readonly Named[]) => void
}

function EveryParticipant({ roundId, onAdd }: EveryParticipantProps) {
  const t = useText(ballotsText)
  const { data } = useQuery(participantsQuery(roundId))
  const add = () => {
    const included = (data ?? []).filter((one) => one.included)
    onAdd(
      included.map(({ person_id, name, organisation_name }) => ({
        value: person_id,
        label: `${name}（${organisation_name}）`,
      })),
    )
  }
  return (
    <p className="ballots-every">
      <Button type="link" size="small" disabled={data === undefined} onClick={add}>
        {t('all_secretaries')}
      </Button>
      <span className="soft">{t('own_left_out')}</span>
    </p>
  )
}
