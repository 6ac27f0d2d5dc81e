/** Who lives the played day: residents who come at their minute, each with what comes of the tries to reach them. All invented. */
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { Case } from '#core/flow/definition.ts'
import { type Random, seeded } from '#core/walk/random.ts'
import { asking } from '../../support/asking.ts'
import { loadCases } from '../../support/content.ts'

/** What comes of a try; `pressed-wrong`: no answer is written down, taken back at once, and then somebody does answer. */
export type TryResult = 'answered' | 'no-answer' | 'wrong-number' | 'pressed-wrong'

export type Resident = {
  body: CallbackRequestBody
  /** epoch ms */
  comes: number
  area: string
  /** of each try in turn; after the last one it goes on as that */
  tries: TryResult[]
  /** another request of the same person */
  sibling?: string
  /** it goes to another area first */
  transfersTo?: string
  /** everybody overlooks it until then, epoch ms */
  overlookedUntil?: number
  isFake?: true
}

export const STATIONS = { south: 'joutsa', west: 'keuruu', north: 'laukaa' } as const
export type AreaName = keyof typeof STATIONS
const AREAS = Object.keys(STATIONS) as AreaName[]
const MINUTE = 60_000

/** Of each kind of fate so many in a hundred. */
const FATES: [number, TryResult[]][] = [
  [70, ['answered']],
  [14, ['no-answer', 'answered']],
  [8, ['no-answer']],
  [4, ['wrong-number']],
  [4, ['pressed-wrong']],
]

function fateFor(random: Random): TryResult[] {
  let at = random.below(100)
  for (const [share, tries] of FATES) {
    if (at < share) return tries
    at -= share
  }
  return ['answered']
}

const isAsked = ({ answers }: Case) => !('municipality' in answers) && !('strip' in answers)
/** Situations without danger, whose area is the station's. */
const cases = loadCases().filter((one) => isAsked(one) && one.answers.asker !== 'professional')
const consulting = loadCases().filter((one) => isAsked(one) && one.answers.asker === 'professional')

type Made = { revision: string; on: string; random: Random; number: number }
/** The number of telephone is a resident's own; of a professional the matter goes to the lane of consultation. */
export function resident(
  { revision, on, random, number }: Made,
  area: AreaName,
  comes: number,
  isProfessional = false,
): Resident {
  const { answers } = random.pick(isProfessional ? consulting : cases)
  const language = random.pick(['fi', 'fi', 'fi', 'sv'])
  const way = random.chance(0.1) ? 'text' : 'call'
  const contact = { way, phone: `040 1${String(number).padStart(6, '0')}` } as const
  const body = asking(revision, { on, language, answers: { ...answers }, contact, station: STATIONS[area] })
  return { body, comes, area, tries: fateFor(random) }
}

/** Sent by a program: the same each time, and nothing of fear, which nobody sets aside. */
export function fake(made: Made, comes: number): Resident {
  const { body, ...one } = resident(made, 'north', comes)
  return { ...one, body: { ...body, answers: { ...cases[0]?.answers } }, isFake: true }
}

type Plan = { revision: string; day: string; from: number; count: number; seed: number }

/** A second request of every tenth person, two minutes after the first. */
function withSiblings(residents: Resident[], made: Omit<Made, 'number'>): Resident[] {
  const seconds = residents
    .filter((_, at) => at % 10 === 4)
    .map((first) => {
      const phone = first.body.contact.phone as string
      const second = resident({ ...made, number: 0 }, first.area as AreaName, first.comes + 2 * MINUTE)
      second.body.contact = { ...second.body.contact, way: 'call', phone }
      first.body.contact.way = 'call'
      first.sibling = second.body.id
      second.sibling = first.body.id
      first.tries = ['answered']
      second.tries = ['answered']
      return second
    })
  return [...residents, ...seconds]
}

/** So many requests over three areas, from eight o'clock until a quarter to four, more of them in the morning. */
export function residentsOf({ revision, day, from, count, seed }: Plan): Resident[] {
  const random = seeded(seed)
  const made = { revision, on: day, random }
  const first = Math.ceil(count / 1.1)
  const minutes = Array.from({ length: first }, () =>
    Math.floor((random.below(1000) / 1000) ** 1.4 * 460),
  ).sort((a, b) => a - b)
  const residents = minutes.map((minute, at) =>
    resident({ ...made, number: at + 1 }, AREAS[at % 3] as AreaName, from + minute * MINUTE, at % 15 === 7),
  )
  const all = withSiblings(residents, made).slice(0, count)
  const alone = all.filter(({ sibling, area }) => sibling === undefined && area === 'south')
  const transferred = alone[1]
  if (transferred) transferred.transfersTo = 'west'
  // promised today, and tried too late
  for (const one of all
    .filter(({ sibling, comes }) => !sibling && comes < from + 180 * MINUTE)
    .slice(-OVERLOOKED(count)))
    one.overlookedUntil = from + 485 * MINUTE
  return all.sort((a, b) => a.comes - b.comes)
}
const OVERLOOKED = (count: number) => (count > 50 ? 7 : 1)
