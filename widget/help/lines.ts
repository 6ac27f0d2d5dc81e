/** Which numbers stand in which danger: its own first, 112 second at the latest, and one that answers now among them. Pure. */
import type { PhoneLine, Place } from '#core/contract/content.ts'
import type { Id } from '#core/flow/definition.ts'
import { EMERGENCY } from '#core/flow/words.ts'

export type Line = PhoneLine & { number: string }
export type Helping = {
  /** large buttons, in order */
  lead: Line[]
  /** the other lines that help */
  rest: Line[]
  /** false: no verified line of this danger is known here, and the screen says so */
  known: boolean
}

/** 112 stands also where the place has no lines, or none that is not overdue. */
const emergency: Line = { id: 'emergency', number: EMERGENCY, always: true }

const isAnswering = (line: PhoneLine | undefined): line is Line => typeof line?.number === 'string'

/** The lines that help in these (dangers, situations of today, segments), each once and in order. */
export function linesIn({ lines, helps = {} }: Place, what: readonly Id[]): Line[] {
  const ids = [...new Set(what.flatMap((name) => helps[name] ?? []))]
  return ids.map((id) => lines.find((line) => line.id === id)).filter(isAnswering)
}

/** Those that serve everyone stand first in the area data. */
export const GENERAL = 3

/** @param dangers told, the one whose number comes first first */
export function helpIn(place: Place, dangers: readonly Id[]): Helping {
  const own = linesIn(place, dangers.slice(0, 1))
  const all = linesIn(place, dangers)
  const call = place.lines.filter(isAnswering).find(({ number }) => number === EMERGENCY) ?? emergency
  const first = own.find(({ number }) => number !== EMERGENCY)
  const isOnly112 = !first && own.length > 0
  // a line that is closed at night does not stand alone
  const awake = first?.always ? undefined : own.find((line) => line.always && line.number !== EMERGENCY)
  const lead = [first, call, ...(first ? [awake] : [])].filter(isAnswering)
  const known = first !== undefined || isOnly112
  const others = known ? all : place.lines.filter(isAnswering)
  return { lead, rest: others.filter(({ id }) => !lead.some((line) => line.id === id)), known }
}
