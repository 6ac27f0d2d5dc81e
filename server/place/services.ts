/** Services that an advice item sends people to, by its name: what residents of an area may call. Pure. */
import type { Services } from '#core/contract/promise.ts'
import type { Facts } from './facts.ts'
import { isLineShown } from './numbers.ts'

/**
 * Those with a number that somebody has verified, and that is not overdue.
 * @param area whose own number goes before one that serves every area; undefined: only such
 */
export function servicesFor(lines: Facts['lines'], area: string | undefined, day: string): Services {
  const shown = lines.filter((line) => isLineShown(line, day))
  const of = (own: string | null): [string, Services[string]][] =>
    shown.flatMap(({ service, area, number, speaks }) =>
      service === null || number === null || area !== own
        ? []
        : [[service, { number, ...(speaks !== null && { speaks: JSON.parse(speaks) as string[] }) }]],
    )
  return Object.fromEntries([...of(null), ...(area === undefined ? [] : of(area))])
}
