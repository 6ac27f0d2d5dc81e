/** The same in an order by chance. */
import { randomInt } from 'node:crypto'

export function shuffled<Item>(items: readonly Item[]): Item[] {
  const all = [...items]
  for (let at = all.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [one, two] = [all[at] as Item, all[other] as Item]
    all[at] = two
    all[other] = one
  }
  return all
}
