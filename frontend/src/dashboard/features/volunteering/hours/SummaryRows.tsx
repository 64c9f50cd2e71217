import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useFormat } from '../../../app/use-format'
import { componentsText } from '../../../components/components-text'
import { ListFace } from '../../../components/ListFace'
import { useText } from '../../../i18n/use-text'
import { useDuration } from '../use-duration'
import type { HoursSummaryItem, SummaryBy } from '../volunteering-types'
import { LATE_ENTRY, RECORDED } from './hours-colours'
import { summaryRowsQuery } from './hours-queries'
import { type FiguresSearch, ROWS_BY } from './hours-search'
import { figuresText } from './hours-text'

type RowsBy = Exclude<SummaryBy, 'month'>

interface SummaryRowsProps {
  readonly by: RowsBy
  readonly request: Omit<Parameters<typeof summaryRowsQuery>[0], 'by'>
  readonly onSearch: (change: FiguresSearch) => void
}

/** The same hours by organisation, team or person, each row a link to what it sums up. */
export function SummaryRows({ by, request, onSearch }: SummaryRowsProps) {
  const t = useText(figuresText)
  const words = useText(componentsText)
  const summary = useInfiniteQuery(summaryRowsQuery({ ...request, by }))
  const items = summary.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section aria-label={t('by')}>
      <div className="vol-rows-head">
        <Segmented
          aria-label={t('by')}
          value={by}
          options={ROWS_BY.map((each) => ({ value: each, label: t(`by_${each}`) }))}
          onChange={(chosen) => onSearch({ by: chosen === 'organisation' ? undefined : chosen })}
        />
      </div>
      <ListFace list={summary} isEmpty={items.length === 0} empty={{ title: t('rows_empty') }}>
        <Rows by={by} items={items} own={request.organisationId} />
        {summary.hasNextPage && (
          <div className="list-more">
            <Button loading={summary.isFetchingNextPage} onClick={() => void summary.fetchNextPage()}>
              {words('load_more')}
            </Button>
          </div>
        )}
      </ListFace>
    </section>
  )
}

interface RowsProps extends Pick<SummaryRowsProps, 'by'> {
  readonly items: readonly HoursSummaryItem[]
  /** The organisation whose figures are shown. */
  readonly own: string | undefined
}

function Rows({ by, items, own }: RowsProps) {
  const t = useText(figuresText)
  const duration = useDuration()
  const format = useFormat()
  const longest = Math.max(1, ...items.map((item) => item.recorded_minutes + item.late_entry_minutes))
  return (
    <table className="vol-rows">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="vol-wide">
            <span className="unseen">{t('share')}</span>
          </th>
          <th scope="col" className="numeric">
            {t('recorded')}
          </th>
          <th scope="col" className="numeric">
            {t('late_entry')}
          </th>
          <th scope="col" className="numeric vol-wide">
            {t('pending')}
          </th>
          <th scope="col" className="numeric vol-wide">
            {t('entries')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id ?? 'none'}>
            <th scope="row">
              <RowName by={by} item={item} own={own} />
            </th>
            <td className="vol-wide">
              <RowBar item={item} longest={longest} />
            </td>
            <td className="numeric">{duration(item.recorded_minutes)}</td>
            <td className="numeric">
              {item.late_entry_minutes === 0 ? '—' : duration(item.late_entry_minutes)}
            </td>
            <td className="numeric vol-wide">
              {item.pending_minutes === 0 ? '—' : duration(item.pending_minutes)}
            </td>
            <td className="numeric vol-wide">{format.number(item.entries)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RowBar({ item, longest }: { readonly item: HoursSummaryItem; readonly longest: number }) {
  const width = (minutes: number) => `${(100 * minutes) / longest}%`
  const hatched = `repeating-linear-gradient(45deg, ${LATE_ENTRY} 0 3px, #fff 3px 5px)`
  return (
    <span className="vol-rows-bar" aria-hidden="true">
      <span style={{ width: width(item.recorded_minutes), background: RECORDED }} />
      <span style={{ width: width(item.late_entry_minutes), background: hatched }} />
    </span>
  )
}

interface RowNameProps extends Pick<RowsProps, 'by' | 'own'> {
  readonly item: HoursSummaryItem
}

/** An organisation below opens its own figures; everything else the hours that are summed up. */
function RowName({ by, item: { id, name }, own }: RowNameProps) {
  const t = useText(figuresText)
  if (id === null) return <>{name ?? t('no_team')}</>
  if (by === 'organisation' && id !== own) {
    return (
      <Link to="/volunteering/figures" search={(before) => ({ ...before, organisation_id: id })}>
        {name}
      </Link>
    )
  }
  const filter = { organisation: 'organisation_id', team: 'team_id', person: 'person_id' } as const
  return (
    <Link to="/volunteering/hours" search={{ view: 'all', [filter[by]]: id }}>
      {by === 'organisation' ? t('own_of', { name: name ?? '' }) : name}
    </Link>
  )
}
