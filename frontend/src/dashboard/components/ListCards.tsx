import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { NOTHING } from '@/shared/format/format'
import { useText } from '../i18n/use-text'
import { componentsText } from './components-text'
import type { ListColumn, RowSelection } from './ListTable'
import './list-cards.css'

interface ListCardsProps<Row extends { readonly id: string }> {
  readonly rows: readonly Row[]
  readonly columns: readonly ListColumn<Row>[]
  readonly rowDetail?: ((row: Row) => ReactNode) | undefined
  readonly rowSelection?: RowSelection | undefined
}

/** The rows of a list below each other, where a table would be wider than the screen. */
export function ListCards<Row extends { readonly id: string }>(props: ListCardsProps<Row>) {
  const { rows, columns, rowDetail, rowSelection } = props
  return (
    <ul className="list-cards">
      {rows.map((row, index) => (
        <Card
          key={row.id}
          cells={columns.map((column) => ({ column, shown: cellOf(column, row, index) }))}
          choice={rowSelection && <Choice id={row.id} selection={rowSelection} />}
          detail={rowDetail?.(row)}
        />
      ))}
    </ul>
  )
}

interface Cell {
  readonly column: Pick<ListColumn<never>, 'key' | 'title'>
  readonly shown: ReactNode
}

interface CardProps {
  readonly cells: readonly Cell[]
  readonly choice: ReactNode
  readonly detail: ReactNode
}

/** The first column is what the row is called, the state stands beside it, the rest says its name. */
function Card({ cells: [name, ...others], choice, detail }: CardProps) {
  const t = useText(componentsText)
  const state = others.find(({ column }) => column.key === 'state')
  const facts = others.filter((cell) => cell !== state && !isBlank(cell.shown))
  return (
    <li>
      <div className="list-card-head">
        {choice}
        <span className="list-card-name">{name?.shown}</span>
        {state?.shown}
      </div>
      <dl>
        {facts.map(({ column: { key, title }, shown }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      {detail !== undefined && (
        <details>
          <summary>{t('row_detail')}</summary>
          {detail}
        </details>
      )}
    </li>
  )
}

function Choice({ id, selection }: { readonly id: string; readonly selection: RowSelection }) {
  const t = useText(componentsText)
  const { selected, onChange } = selection
  return (
    <Checkbox
      aria-label={t('choose_row')}
      checked={selected.includes(id)}
      onChange={({ target }) =>
        onChange(target.checked ? [...selected, id] : selected.filter((other) => other !== id))
      }
    />
  )
}

function cellOf<Row>({ dataIndex, render }: ListColumn<Row>, row: Row, index: number): ReactNode {
  const value = dataIndex === undefined ? undefined : row[dataIndex]
  if (render !== undefined) return render(value, row, index)
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function isBlank(shown: ReactNode): boolean {
  return shown === null || shown === undefined || shown === '' || shown === NOTHING
}
