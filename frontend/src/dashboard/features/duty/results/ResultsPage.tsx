import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DutyResultOut } from '@/shared/api/schema.gen'
import { FilterBar } from '../../../components/FilterBar'
import { ListTable } from '../../../components/ListTable'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { DecideChosen } from './DecideChosen'
import { ResultsSum } from './ResultsSum'
import { Revisions } from './Revisions'
import { everyResultQuery, resultsQuery } from './result-queries'
import { RESULT_STATES, type ResultsSearch } from './results-search'
import { resultStatesText, resultsText } from './results-text'
import { useResultColumns } from './use-result-columns'
import './results.css'

interface ResultsPageProps {
  readonly id: string
  readonly search: ResultsSearch
  readonly onSearch: (change: ResultsSearch) => void
}

/** Everybody's result in the order of the meeting, how the class did, and what was published. */
export function ResultsPage({ id, search, onSearch }: ResultsPageProps) {
  const t = useText(resultsText)
  const { data: round } = useQuery(roundQuery(id))
  if (round === undefined) return null
  return (
    <section aria-label={t('title')}>
      <ResultsSum round={round} />
      <Results round={round} search={search} onSearch={onSearch} />
      <Revisions round={round} />
    </section>
  )
}

interface ResultsProps extends Omit<ResultsPageProps, 'id'> {
  readonly round: DutyRoundOut
}

function Results({ round, search, onSearch }: ResultsProps) {
  const t = useText(resultsText)
  const states = useText(resultStatesText)
  const { data: every = [] } = useQuery(everyResultQuery(round.id))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const decidable = every.filter(isDecidable)
  const columns = useResultColumns(round)
  return (
    <section className="duty-section" aria-labelledby="duty-results">
      <h2 id="duty-results">{t('list')}</h2>
      <FilterBar
        fields={[
          { kind: 'text', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'grade',
            label: t('grade'),
            options: (round.scheme?.grades ?? []).map(({ key, title }) => ({ value: key, label: title })),
          },
          {
            kind: 'select',
            name: 'state',
            label: t('state'),
            options: RESULT_STATES.map((value) => ({ value, label: states(value) })),
          },
          { kind: 'organisation', name: 'organisation_id', label: t('organisation') },
        ]}
        values={search}
        onChange={onSearch}
      />
      <ListTable
        name="duty-results"
        label={t('list')}
        query={resultsQuery(round.id, search)}
        columns={columns}
        isFiltered={Object.values(search).some(Boolean)}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
        {...(decidable.length > 0 && {
          rowSelection: { selected: chosen, onChange: setChosen },
          tools: (
            <DecideChosen
              chosen={decidable.filter(({ id }) => chosen.includes(id))}
              onDone={() => setChosen([])}
            />
          ),
        })}
      />
    </section>
  )
}

function isDecidable({ allowed_actions, proposed_grade }: DutyResultOut): boolean {
  return allowed_actions.includes('decide') && proposed_grade !== null
}
