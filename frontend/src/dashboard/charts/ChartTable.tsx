export interface ChartTableContent {
  readonly head: readonly string[]
  /** The first cell names the row. */
  readonly rows: readonly (readonly [string, ...(string | number)[]])[]
}

interface ChartTableProps extends ChartTableContent {
  readonly caption: string
}

export function ChartTable({ caption, head, rows }: ChartTableProps) {
  return (
    <table className="chart-table">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, place) => (
              <td key={head[place + 1]}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
