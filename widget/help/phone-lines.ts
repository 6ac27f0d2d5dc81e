/** Which numbers stand in which danger: its own first, 112 second at the latest, and one that answers now among them. Pure. */
import type { PhoneLine, Place } from '#core/contract/content.ts'
import type { Id } from '#core/flow/definition.ts'
import { EMERGENCY_LINE } from '#core/flow/named.ts'
import { EMERGENCY } from '#core/flow/words.ts'

export type HelpLine = PhoneLine & { number: string }
export type Helping = {
  /** large buttons, in order: the number of each danger, 112 second */
  lead: HelpLine[]
  /** the other lines that help */
  rest: HelpLine[]
  /** false: no verified line of the first danger is known here, and the screen says so */
  known: boolean
}

/** 112 stands also where the place has no lines, or none that is not overdue. */
const emergency: HelpLine = { id: EMERGENCY_LINE, number: EMERGENCY, always: true }

const isAnswering = (line: PhoneLine | undefined): line is HelpLine => typeof line?.number === 'string'
const is112 = ({ number }: HelpLine) => number === EMERGENCY
const once = (lines: HelpLine[]) => [...new Map(lines.map((line) => [line.id, line])).values()]

/** Every line that answers here; 112 always. */
export function linesOf({ lines }: Pick<Place, 'lines'>): HelpLine[] {
  const known = lines.filter(isAnswering)
  return known.some(is112) ? known : [emergency, ...known]
}

/** The lines that help in these (dangers, situations of today, segments), each once and in order. */
export function linesIn(place: Place, what: readonly Id[]): HelpLine[] {
  const ids = [...new Set(what.flatMap((name) => place.helps?.[name] ?? []))]
  const all = linesOf(place)
  return ids.flatMap((id) => all.filter((line) => line.id === id))
}

/** Those that serve everyone stand first in the area data. */
export const GENERAL = 3

/** @param dangers told, the one whose number comes first first */
export function helpIn(place: Place, dangers: readonly Id[]): Helping {
  const all = linesOf(place)
  const call = all.find(is112) ?? emergency
  const each = dangers.map((danger) => linesIn(place, [danger]))
  const own = each.map((lines) => lines.find((line) => !is112(line)))
  const [first, ...others] = own
  // a line that is closed at night, or often busy, does not stand alone
  const isAwake = own.some((line) => line?.always)
  const awake = first && !isAwake ? each.flat().find((line) => line.always && !is112(line)) : undefined
  const lead = once([first, call, ...others, awake].filter(isAnswering))
  // in some dangers 112 is the number of their own
  const [own112] = place.helps?.[dangers[0] ?? ''] ?? []
  const known = first !== undefined || all.some((line) => line.id === own112 && is112(line))
  const rest = known ? once(each.flat()) : all
  return { lead, rest: rest.filter(({ id }) => !lead.some((line) => line.id === id)), known }
}
