/** Into what the requests of a period divide: a table with a bar for each part, and the period before beside it. */

import type { Few, PeriodFigures } from '#core/contract/statistics.ts'
import { CONTACTS, FIRST_TRIES, PROMISES } from '#core/request/counted.ts'
import { say } from '../words/words.ts'
import { countCells } from './count-cells.tsx'
import { fewWords } from './numbers.ts'
import { Table } from './table.tsx'

export type Part = { id: string; name: string; count: Few; before: Few | undefined }

/** What is the most, in words; nothing when nothing is told. */
function mostWords(parts: readonly Part[]): string {
  if (parts.length < 2) return ''
  const [first] = [...parts].sort((one, other) => (other.count ?? 0) - (one.count ?? 0))
  return first?.count ? say('statistics:most', { name: first.name, count: fewWords(first.count) }) : ''
}

/** The first thing that a table shows, or that it shows nothing. */
export function Most({ parts }: { parts: readonly Part[] }) {
  const isEmpty = parts.every(({ count }) => count === null)
  const words = isEmpty ? say('statistics:nothing') : mostWords(parts)
  return words ? <p>{words}</p> : null
}

export function Parts({
  id,
  title,
  parts,
  children,
}: {
  id: string
  title: string
  parts: readonly Part[]
  children?: string
}) {
  const of = Math.max(1, ...parts.flatMap(({ count, before }) => [count ?? 0, before ?? 0]))
  return (
    <section class="figures-part">
      <h2 id={id}>{title}</h2>
      {children && <p>{children}</p>}
      <Most parts={parts} />
      <Table
        title={title}
        columns={['name', 'count', 'bar', 'before']}
        rows={parts.map(({ id: part, name, count, before }) => ({
          id: part,
          name,
          cells: [...countCells({ count, before }, of)],
        }))}
      />
    </section>
  )
}

const NAMED = { promise: PROMISES, firstTry: FIRST_TRIES, contact: CONTACTS } as const
export type Divided = keyof typeof NAMED
export const DIVIDED = Object.keys(NAMED) as Divided[]

export const partsOf = (what: Divided, figures: PeriodFigures, before: PeriodFigures | undefined): Part[] =>
  NAMED[what].map((id) => ({
    id,
    name: say(`statistics:${what}.${id}`),
    count: (figures[what] as Record<string, Few>)[id] ?? null,
    before: before && ((before[what] as Record<string, Few>)[id] ?? null),
  }))

type List = PeriodFigures['endings']
const countIn = (list: List | undefined, id: string) =>
  list && (list.find((one) => one.id === id)?.count ?? null)

/** @param list of this period, and of the one before: what is told in one of them stands in both */
export function listed(list: List, before: List | undefined, nameOf: (id: string) => string): Part[] {
  const ids = new Set([...list, ...(before ?? [])].map(({ id }) => id))
  return [...ids].map((id) => ({
    id,
    name: nameOf(id),
    count: countIn(list, id) ?? null,
    before: countIn(before, id),
  }))
}
