import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useMemo } from 'react'
import type { DutyResultOut } from '@/shared/api/schema.gen'
import { StackedBar } from '../../../charts/StackedBar'
import { useText } from '../../../i18n/use-text'
import type { DutyRoundOut } from '../duty-types'
import { classRows } from './class-rows'
import { everyResultQuery } from './result-queries'
import { RESULT_STATES } from './results-search'
import { resultsText } from './results-text'
import { SpreadChart, spreadHeight } from './SpreadChart'

/** How the class did: its spread, its grades, and what is still to be decided. */
export function ResultsSum({ round }: { readonly round: DutyRoundOut }) {
  const t = useText(resultsText)
  const { data: results = [], isPending } = useQuery(everyResultQuery(round.id))
  const rows = useMemo(() => classRows(results, t('total')), [results, t])
  if (isPending) return <Reserved rows={(round.scheme?.groups.length ?? 0) + 1} />
  if (results.length === 0) return null
  return (
    <div className="results-sum">
      <div>
        <SpreadChart rows={rows} description={t('spread_text')} />
        <p className="soft">{t('spread_text')}</p>
      </div>
      <aside>
        <Turns results={results} />
        <h2>{t('grades')}</h2>
        <StackedBar parts={gradeParts(round, results, t('no_grade'))} />
      </aside>
    </div>
  )
}

const TITLE_AND_TEXT = 64

/** The place of the picture: the list below must not move away under somebody's finger. */
function Reserved({ rows }: { readonly rows: number }) {
  return (
    <div style={{ minHeight: spreadHeight(rows) + TITLE_AND_TEXT }}>
      <Skeleton active paragraph={{ rows: 5 }} />
    </div>
  )
}

function Turns({ results }: { readonly results: readonly DutyResultOut[] }) {
  const t = useText(resultsText)
  const counts = RESULT_STATES.map((state) => ({
    state,
    count: results.filter((result) => result.state === state).length,
  })).filter(({ count }) => count > 0)
  const isAllDecided = counts.every(({ state }) => state === 'decided')
  return (
    <>
      <h2>{t('revision', { number: results[0]?.revision ?? 0 })}</h2>
      <p className="duty-turn">
        {isAllDecided
          ? t('all_decided')
          : counts.map(({ state, count }) => t(`turn_${state}`, { count })).join(' · ')}
      </p>
    </>
  )
}

/** By the decided grade, or the proposed one before that. */
function gradeParts(round: DutyRoundOut, results: readonly DutyResultOut[], none: string) {
  const keyOf = ({ decided_grade, proposed_grade }: DutyResultOut) => decided_grade ?? proposed_grade
  const titled = (round.scheme?.grades ?? []).map(({ key, title }) => ({ key, label: title }))
  const unknown = results.flatMap((result) => {
    const key = keyOf(result)
    return key === null || titled.some((one) => one.key === key) ? [] : [{ key, label: key }]
  })
  const extra = [...new Map(unknown.map((one) => [one.key, one])).values()]
  const counted = [...titled, ...extra].map((one) => ({
    ...one,
    value: results.filter((result) => keyOf(result) === one.key).length,
  }))
  const without = results.filter((result) => keyOf(result) === null).length
  return [...counted, { key: '', label: none, value: without }]
}
