/** A table that can be scrolled by keys where it is wider than the screen. */
import type { ComponentChildren } from 'preact'
import { say } from '../words/words.ts'

type Row = { id: string; name: ComponentChildren; cells: ComponentChildren[] }

/** @param columns of which each has its word: `column.{name}`; the first is of the names */
export const Table = ({
  title,
  columns,
  rows,
}: {
  title: string
  columns: readonly string[]
  rows: readonly Row[]
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody scrolls it by keys
  <section class="table-room" aria-label={title} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {say(`statistics:column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, cells }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
