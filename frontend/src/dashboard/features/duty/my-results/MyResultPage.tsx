import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OwnDutyResultOut } from '@/shared/api/schema.gen'
import { useFormat } from '../../../app/use-format'
import { DownloadButton } from '../../../components/DownloadButton'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { useText } from '../../../i18n/use-text'
import { Explanation } from '../results/Explanation'
import { GroupScores } from '../results/GroupScores'
import { ResultObjections } from '../results/ResultObjections'
import { resultPath } from '../results/result-queries'
import { resultsText } from '../results/results-text'
import { SpreadChart } from '../results/SpreadChart'
import type { SpreadRow } from '../results/spread-option'
import { AcknowledgeButton } from './AcknowledgeButton'
import { MyFigures } from './MyFigures'
import { myResultsText } from './my-results-text'
import { ObjectButton } from './ObjectButton'
import { ownResultsQuery } from './own-result-queries'
import '../duty.css'
import '../results/results.css'

/** One own result: the figures beside the class's spread, how they came about, what to do about them. */
export function MyResultPage({ id }: { readonly id: string }) {
  const t = useText(myResultsText)
  const list = useQuery(ownResultsQuery)
  const result = list.data?.find((one) => one.id === id)
  return (
    <div className="page">
      {result === undefined ? (
        <>
          <PageHeader title={t('title')} parent={{ to: '/duty/my-results', label: t('title') }} />
          <ListFace list={list} isEmpty empty={{ title: t('missing_result') }}>
            {null}
          </ListFace>
        </>
      ) : (
        <MyResult result={result} />
      )}
    </div>
  )
}

function MyResult({ result }: { readonly result: OwnDutyResultOut }) {
  const t = useText(myResultsText)
  const words = useText(resultsText)
  const format = useFormat()
  const { round_title, organisation_name, revision, published_on, superseded } = result
  return (
    <>
      <PageHeader
        title={round_title}
        parent={{ to: '/duty/my-results', label: t('title') }}
        description={[
          organisation_name,
          ...(revision > 1 ? [t('revision', { number: revision })] : []),
          ...(published_on === null ? [] : [t('published_on', { date: format.date(published_on) })]),
          ...(superseded ? [t('superseded')] : []),
        ].join(' · ')}
        actions={!superseded && <Acts result={result} />}
      />
      <MyFigures result={result} />
      <MySpread result={result} />
      <section className="duty-section" aria-labelledby="result-groups">
        <h2 id="result-groups">{words('groups')}</h2>
        <GroupScores groups={result.groups} />
      </section>
      {!superseded && (
        <>
          <Explanation of={result} groups={result.groups} />
          <ResultObjections of={result} />
        </>
      )}
    </>
  )
}

function Acts({ result }: { readonly result: OwnDutyResultOut }) {
  const t = useText(resultsText)
  const path = `${resultPath(result)}/notice`
  return (
    <>
      <AcknowledgeButton result={result} />
      <DownloadButton label={t('notice_docx')} path={path} query={{ format: 'docx' }} />
      <DownloadButton label={t('notice_pdf')} path={path} query={{ format: 'pdf' }} />
      <ObjectButton result={result} />
    </>
  )
}

function MySpread({ result }: { readonly result: OwnDutyResultOut }) {
  const t = useText(myResultsText)
  const words = useText(resultsText)
  const rows = useMemo(
    (): SpreadRow[] => [
      { label: words('total'), spread: result.spread, dots: [], own: result.total },
      ...result.groups
        .filter(({ spread, score }) => spread !== null || score !== null)
        .map(({ title, spread, score }) => ({ label: title, spread, dots: [], own: score })),
    ],
    [result, words],
  )
  return (
    <div className="result-spread">
      <SpreadChart rows={rows} description={words('spread_own', { name: words('own') })} hasOwn />
      <p className="soft">{t('no_ranking')}</p>
    </div>
  )
}
