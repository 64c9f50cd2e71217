import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { DutyResultOut } from '@/shared/api/schema.gen'
import { DownloadButton } from '../../../components/DownloadButton'
import { HistoryButton } from '../../../components/HistoryDrawer'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { useRecordWords } from '../../../records/use-record-words'
import type { DutyRoundOut } from '../duty-types'
import { roundQuery } from '../round-queries'
import { classRows } from './class-rows'
import { DecisionButtons } from './DecisionButtons'
import { DecisionFacts } from './DecisionFacts'
import { Explanation } from './Explanation'
import { GroupScores } from './GroupScores'
import { ResultObjections } from './ResultObjections'
import { ResultStateTag } from './ResultStateTag'
import { everyResultQuery, type ResultKey, resultPath, resultQuery } from './result-queries'
import { resultStatesText, resultsText } from './results-text'
import { SpreadChart } from './SpreadChart'
import './results.css'

/** One result as those who run the round see it. */
export function ResultPage(key: ResultKey) {
  const t = useText(resultsText)
  const { data: round } = useQuery(roundQuery(key.round_id))
  const result = useQuery(resultQuery(key))
  return (
    <section aria-label={t('title')}>
      <p className="result-back">
        <Link to="/duty/rounds/$roundId/results" params={{ roundId: key.round_id }}>
          <span aria-hidden>‹ </span>
          {t('list')}
        </Link>
      </p>
      <ListFace list={result} isEmpty={false} empty={{ title: '' }}>
        {result.data !== undefined && round !== undefined && <Result result={result.data} round={round} />}
      </ListFace>
    </section>
  )
}

interface ResultProps {
  readonly result: DutyResultOut
  readonly round: DutyRoundOut
}

function Result({ result, round }: ResultProps) {
  const t = useText(resultsText)
  const { name, organisation_name, state } = result
  return (
    <>
      <header className="result-head">
        <div>
          <h2>{name}</h2>
          <p className="soft">{organisation_name}</p>
        </div>
        <ResultStateTag state={state} />
        <div className="result-acts">
          <DecisionButtons result={result} round={round} />
          <Papers result={result} />
        </div>
      </header>
      <DecisionFacts result={result} />
      <OwnSpread result={result} />
      <section className="duty-section" aria-labelledby="result-groups">
        <h2 id="result-groups">{t('groups')}</h2>
        <GroupScores groups={result.groups} />
      </section>
      <Explanation of={result} groups={result.groups} />
      {state === 'published' && <ResultObjections of={result} />}
    </>
  )
}

function Papers({ result }: { readonly result: DutyResultOut }) {
  const t = useText(resultsText)
  const states = useText(resultStatesText)
  const words = useRecordWords()
  const path = resultPath(result)
  return (
    <>
      {result.state === 'published' && (
        <>
          <DownloadButton label={t('notice_docx')} path={`${path}/notice`} query={{ format: 'docx' }} />
          <DownloadButton label={t('notice_pdf')} path={`${path}/notice`} query={{ format: 'pdf' }} />
        </>
      )}
      <HistoryButton path={`${path}/history`} names={{ action: words.action, state: states.code }} />
    </>
  )
}

function OwnSpread({ result }: { readonly result: DutyResultOut }) {
  const t = useText(resultsText)
  const { round_id, organisation_id, name } = result
  const { data: every = [] } = useQuery(everyResultQuery(round_id))
  const rows = useMemo(() => classRows(every, t('total'), organisation_id), [every, organisation_id, t])
  if (rows.length === 0) return null
  return (
    <div className="result-spread">
      <SpreadChart rows={rows} description={t('spread_own', { name })} hasOwn />
    </div>
  )
}
