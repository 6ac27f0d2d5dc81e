/** What of a revision travels to a resident, who pays for each byte: the same content without what only the server reads. */
import type { Words } from '#core/contract/content.ts'
import type { AdviceItem, Dialogue } from '#core/flow/definition.ts'
import { SAFETY, SPECIAL_SUPPORT } from '#core/flow/named.ts'
import { nested } from '#core/say/nested.ts'

/** Texts as they travel: keys in their pieces. */
export const travellingWords = (words: Words) => nested(words)

type Collected = NonNullable<Dialogue['tables']['today']>
/** Which row it was is the server’s to count. */
const nameless = (table: Collected | undefined) =>
  table && { ...table, rows: table.rows.map(({ id: _, ...row }) => row) }

/** The marks that decide something on the device: who is kept safe, and for whom places of a day are kept. */
const MARKS: string[] = [SAFETY, SPECIAL_SUPPORT]

/** The dialogue as it runs on a device; what it says of advice travels with the catalogue. */
export function travellingDialogue(dialogue: Dialogue) {
  const { advice, attention, linked, danger, today, ...tables } = dialogue.tables
  const marks = attention.rows.filter(({ then }) => then.some((mark) => MARKS.includes(mark)))
  return {
    ...dialogue,
    advice: {},
    tables: {
      ...tables,
      advice: { ...advice, rows: [] },
      attention: nameless({ ...attention, rows: marks }),
      linked: nameless(linked),
      danger: nameless(danger),
      today: nameless(today),
    },
  }
}

/** What the steps of a result show of each item beside its words. Where it is at home is said by the page of all advice alone. */
const facts = ({ lifeAreas: _, ...shown }: AdviceItem) => shown
/** The catalogue beside its words: the items, and which answers ask for them. */
export const travellingCatalogue = ({ advice, tables }: Dialogue) => ({
  items: Object.fromEntries(Object.entries(advice).map(([id, item]) => [id, facts(item)])),
  table: nameless(tables.advice as Collected),
})
