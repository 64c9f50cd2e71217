import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table, type TableColumnType } from 'antd'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { PHONE_WIDE, useMedia } from '../app/use-media'
import { useText } from '../i18n/use-text'
import { ColumnChoice } from './ColumnChoice'
import { componentsText } from './components-text'
import { ListCards } from './ListCards'
import { ListFace } from './ListFace'
import type { ListQuery } from './list-query'
import { type Sort, sortOf, sortOrderOf } from './list-sort'
import { SortSelect } from './SortSelect'
import { useColumnChoice } from './use-column-choice'

export interface ListColumn<Row>
  extends Omit<TableColumnType<Row>, 'sorter' | 'sortOrder' | 'key' | 'title' | 'dataIndex' | 'render'> {
  readonly key: string
  readonly title: string
  readonly dataIndex?: keyof Row & string
  readonly render?: (value: unknown, row: Row, index: number) => ReactNode
  /** Right-aligned with figures of one width. */
  readonly numeric?: boolean
  /** The server's name for sorting by this column. */
  readonly sortBy?: string
  /** Shown only when chosen. */
  readonly optional?: boolean
}

export interface EmptyFace {
  /** What the list is for. */
  readonly title: string
  readonly hint?: ReactNode
  /** The one thing to do. */
  readonly action?: ReactNode
}

export interface RowSelection {
  readonly selected: readonly string[]
  readonly onChange: (ids: string[]) => void
}

interface ListTableProps<Row extends { readonly id: string }> {
  /** Names the list for the kept choice of columns and for screen readers. */
  readonly name: string
  readonly label: string
  readonly query: ListQuery<Row>
  readonly columns: readonly ListColumn<Row>[]
  readonly empty: EmptyFace
  /** True while a filter is set: an empty list then says so. */
  readonly isFiltered?: boolean
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  /** Stands at the right above the table, before the choice of columns: export, for one. */
  readonly tools?: ReactNode
  /** What a row shows when it is opened. */
  readonly rowDetail?: (row: Row) => ReactNode
  readonly rowSelection?: RowSelection
}

/**
 * A list of one resource: pages by cursor, four faces, columns to choose, the sort kept by the caller. On a
 * phone its rows are cards.
 */
export function ListTable<Row extends { readonly id: string }>(props: ListTableProps<Row>) {
  const { name, label, columns, empty, isFiltered = false, tools } = props
  const choice = useColumnChoice(name, columns)
  const list = useInfiniteQuery(props.query)
  const isPhone = useMedia(PHONE_WIDE)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const shown = columns.filter(({ key }) => choice.shown.has(key))
  const Rows = isPhone ? RowCards : RowTable
  return (
    <section aria-label={label} className="list">
      <div className="list-tools">
        <ListCount shown={rows.length} total={list.data?.pages[0]?.total} isKnown={list.isSuccess} />
        <span className="list-tools-end">
          {tools}
          {rows.length > 0 && <ColumnChoice columns={columns} choice={choice} />}
        </span>
      </div>
      <ListFace list={list} isEmpty={rows.length === 0} empty={empty} isFiltered={isFiltered}>
        <Rows
          {...props}
          rows={rows}
          columns={shown}
          isLoading={list.isFetching && !list.isFetchingNextPage && list.isPlaceholderData}
        />
        {list.hasNextPage && (
          <MoreRows isBusy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        )}
      </ListFace>
    </section>
  )
}

interface RowsProps<Row extends { readonly id: string }> extends ListTableProps<Row> {
  readonly rows: readonly Row[]
  readonly isLoading: boolean
}

function RowCards<Row extends { readonly id: string }>(props: RowsProps<Row>) {
  const { rows, columns, sort, onSort, rowDetail, rowSelection } = props
  return (
    <>
      {onSort !== undefined && <SortSelect columns={columns} sort={sort} onSort={onSort} />}
      <ListCards rows={rows} columns={columns} rowDetail={rowDetail} rowSelection={rowSelection} />
    </>
  )
}

function RowTable<Row extends { readonly id: string }>(props: RowsProps<Row>) {
  const { rows, columns, isLoading, sort, onSort, rowDetail, rowSelection } = props
  const t = useText(componentsText)
  const table = useRef<HTMLDivElement>(null)
  useKeyScrolling(table)
  return (
    <div ref={table}>
      <Table<Row>
        rowKey="id"
        size="small"
        className="list-table"
        columns={columns.map((column) => tableColumn(column, sort))}
        dataSource={rows}
        pagination={false}
        sticky={{ offsetHeader: 0, getContainer: () => document.getElementById('page-content') ?? window }}
        scroll={{ x: 'max-content' }}
        loading={isLoading}
        showSorterTooltip={false}
        onChange={(_page, _filters, sorter) => onSort?.(sortOf(sorter))}
        {...(rowDetail !== undefined && {
          expandable: {
            expandedRowRender: rowDetail,
            columnTitle: <span className="unseen">{t('row_detail')}</span>,
          },
        })}
        {...(rowSelection && {
          rowSelection: {
            selectedRowKeys: [...rowSelection.selected],
            onChange: (keys) => rowSelection.onChange(keys.map(String)),
            getCheckboxProps: () => ({ 'aria-label': t('choose_row') }),
          },
        })}
      />
    </div>
  )
}

/** Rows without anything to focus are wider than the page at times: keys must be able to scroll them. */
function useKeyScrolling(section: RefObject<HTMLElement | null>) {
  useEffect(() => {
    for (const body of section.current?.querySelectorAll<HTMLElement>('.ant-table-body') ?? []) {
      if (body.querySelector('a, button, input') === null) body.tabIndex = 0
      else body.removeAttribute('tabindex')
    }
    // The unseen row by which widths are measured repeats the checkbox of the head: keys pass it by.
    for (const input of section.current?.querySelectorAll<HTMLElement>('.ant-table-measure-row input') ??
      []) {
      input.tabIndex = -1
    }
  })
}

function tableColumn<Row>(
  { numeric, sortBy, optional: _, ...column }: ListColumn<Row>,
  sort: Sort,
): TableColumnType<Row> {
  return {
    ...column,
    ...(numeric && { align: 'right' as const, className: 'numeric' }),
    // `columnKey` of the sorter is what the server sorts by.
    ...(sortBy !== undefined && { key: sortBy, sorter: true, sortOrder: sortOrderOf(sort, sortBy) }),
  }
}

interface ListCountProps {
  readonly shown: number
  readonly total: number | null | undefined
  readonly isKnown: boolean
}

function ListCount({ shown, total, isKnown }: ListCountProps) {
  const t = useText(componentsText)
  if (!isKnown || shown === 0) return <span />
  return (
    <span className="soft list-count" aria-live="polite">
      {total === null || total === undefined ? t('shown', { shown }) : t('shown_of', { shown, total })}
    </span>
  )
}

function MoreRows({ isBusy, onMore }: { readonly isBusy: boolean; readonly onMore: () => void }) {
  const t = useText(componentsText)
  return (
    <div className="list-more">
      <Button onClick={onMore} loading={isBusy}>
        {t('load_more')}
      </Button>
    </div>
  )
}
