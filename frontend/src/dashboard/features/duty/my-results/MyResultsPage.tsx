import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OwnDutyResultOut } from '@/shared/api/schema.gen'
import { NOTHING } from '@/shared/format/format'
import { useFormat } from '../../../app/use-format'
import { ListFace } from '../../../components/ListFace'
import { PageHeader } from '../../../components/PageHeader'
import { StatusTag } from '../../../components/StatusTag'
import { useText } from '../../../i18n/use-text'
import { DutyTabs } from '../DutyTabs'
import { myResultsText } from './my-results-text'
import { ownResultsQuery } from './own-result-queries'

/** The reader's own results, year by year. */
export function MyResultsPage() {
  const t = useText(myResultsText)
  const list = useQuery(ownResultsQuery)
  const results = list.data ?? []
  return (
    <div className="page">
      <PageHeader title={t('title')} />
      <DutyTabs />
      <ListFace
        list={list}
        isEmpty={results.length === 0}
        empty={{ title: t('empty'), hint: t('empty_hint') }}
      >
        <ul className="rows">
          {results.map((result) => (
            <ResultRow key={result.id} result={result} />
          ))}
        </ul>
      </ListFace>
    </div>
  )
}

function ResultRow({ result }: { readonly result: OwnDutyResultOut }) {
  const t = useText(myResultsText)
  const format = useFormat()
  const { id, round_title, year, organisation_name, revision, total, grade_title, published_on } = result
  return (
    <li className="row">
      <span className="row-what">
        <Link to="/duty/my-results/$resultId" params={{ resultId: id }} className="row-title">
          {round_title}
        </Link>
        <span className="soft">
          {[
            t('line', { year: String(year), organisation: organisation_name }),
            ...(revision > 1 ? [t('revision', { number: revision })] : []),
            ...(published_on === null ? [] : [t('published_on', { date: format.date(published_on) })]),
          ].join(' · ')}
        </span>
      </span>
      <span>
        <strong>{grade_title ?? NOTHING}</strong> {total !== null && t('total', { total })}
      </span>
      <Read result={result} />
    </li>
  )
}

function Read({ result: { superseded, acknowledged_at } }: { readonly result: OwnDutyResultOut }) {
  const t = useText(myResultsText)
  if (superseded) return <StatusTag tone="neutral">{t('superseded')}</StatusTag>
  return acknowledged_at === null ? (
    <StatusTag tone="warning">{t('to_acknowledge')}</StatusTag>
  ) : (
    <StatusTag tone="done">{t('acknowledged')}</StatusTag>
  )
}
