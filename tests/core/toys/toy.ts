/** Small silly dialogues for the engine: never the real content, so that both may change alone. */
import type { Condition, Dialogue, Flow, Headline, Lists, Tables } from '#core/flow/definition.ts'

/** The day on which every toy conversation is held: a Saturday of a leap-year-to-be. */
export const ON = '2027-11-20'

type Row = { when?: Condition; id: string }
const signed = { author: 'The Hatter', date: '2027-01-01', reason: 'Because a raven is like a writing desk.' }
const headline = ({ id, when, ...then }: Row & Headline) => ({
  id,
  ...(when ? { when } : {}),
  then,
  ...signed,
})
const items = ({ id, when, gives }: Row & { gives: string[] }) => ({
  id,
  ...(when ? { when } : {}),
  // biome-ignore lint/suspicious/noThenProperty: the tables' own word
  then: gives,
  ...signed,
})

/** Tables from short rows; without any, everybody is `calm` and a person is `available`. */
export function tables(rows: {
  segment?: (Row & Headline)[]
  advice?: (Row & { gives: string[] })[]
  attention?: (Row & { gives: string[] })[]
  facts?: Record<string, Condition>
}): Tables {
  const last: Row & Headline = { id: 'otherwise', segment: 'calm', contact: 'available' }
  return {
    facts: rows.facts ?? {},
    segment: {
      hit: 'first',
      unfinished: { segment: 'talk', contact: 'first' },
      rows: [...(rows.segment ?? []), last].map(headline),
    },
    advice: { hit: 'collect', rows: (rows.advice ?? []).map(items) },
    attention: { hit: 'collect', rows: (rows.attention ?? []).map(items) },
  }
}

/** A dialogue from its main flow, further flows, rows and lists. */
export const toy = (
  guidance: Flow,
  more: { flows?: Record<string, Flow>; tables?: Tables; lists?: Lists } = {},
): Dialogue => ({
  flows: { guidance, ...more.flows },
  tables: more.tables ?? tables({}),
  lists: more.lists ?? {},
  advice: {},
})
