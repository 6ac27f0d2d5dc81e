/** What a queue can be searched by beside its columns: the same on the server, which walks it, and on the desk, which holds a part. */

import { SAFETY } from '../flow/named.ts'
import type { WAYS, WishedTime } from '../request/choices.ts'
import { halfDayOf, type PARTS, safeHalfDays, safeTimeOf } from '../request/half-day.ts'

export type DayPart = (typeof PARTS)[number]

/** What is told of a request in a line of the queue. */
export type ToldInRequest = {
  /** how many emergency flags were ticked; marks of attention */
  flags: number
  attention: readonly string[]
  way: (typeof WAYS)[number]
  window?: DayPart | undefined
  safeTime?: string | undefined
  /** help is wanted today */
  today?: true | undefined
  lane: string
  language: string
  municipality?: string | undefined
}
/** What is looked for; what is not named is not asked. */
export type LookedFor = {
  danger?: boolean | undefined
  way?: ToldInRequest['way'] | undefined
  window?: WishedTime | undefined
  today?: boolean | undefined
  lane?: string | undefined
  /** its code, or `OTHER_LANGUAGE` */
  language?: string | undefined
  municipality?: string | undefined
  /** a mark of attention */
  attention?: string | undefined
}

/** Every language but the one in which everybody here works. */
export const OTHER_LANGUAGE = 'not-fi'
const OURS = 'fi'

/** The resident ticked a flag of danger, or told of fear of somebody near. */
export const tellsDanger = ({ flags, attention }: Pick<ToldInRequest, 'flags' | 'attention'>): boolean =>
  flags > 0 || attention.includes(SAFETY)

const isWished = ({ window, safeTime }: ToldInRequest, wish: WishedTime): boolean => {
  if (wish === 'safe') return safeTime !== undefined
  return wish === (window ?? 'any')
}

/** Easy Finnish is Finnish. */
const isIn = (language: string, wanted: string): boolean =>
  wanted === OTHER_LANGUAGE ? language.split('-')[0] !== OURS : language === wanted

const HOLDS: {
  [Name in keyof LookedFor]-?: (told: ToldInRequest, wanted: NonNullable<LookedFor[Name]>) => boolean
} = {
  danger: (told, wanted) => wanted === tellsDanger(told),
  way: ({ way }, wanted) => wanted === way,
  window: isWished,
  today: ({ today = false }, wanted) => wanted === today,
  lane: ({ lane }, wanted) => wanted === lane,
  language: ({ language }, wanted) => isIn(language, wanted),
  municipality: ({ municipality }, wanted) => wanted === municipality,
  attention: ({ attention }, wanted) => attention.includes(wanted),
}
/** By what the queue can be looked through. */
export const LOOKED_FOR = Object.keys(HOLDS) as (keyof LookedFor)[]

/** Everything that is looked for holds. */
export const isLookedFor = (told: ToldInRequest, looked: LookedFor): boolean =>
  LOOKED_FOR.every((name) => {
    const wanted = looked[name]
    // each is asked for what stands under its own name
    return wanted === undefined || HOLDS[name](told, wanted as never)
  })

type Wishing = Parameters<typeof safeTimeOf>[0] & { window?: 'any' | DayPart }

/** The one part of the day in which the resident is to be called, as wished or as alone safe; absent: in either, or only words tell. */
export function partOf(contact: Wishing): DayPart | undefined {
  const safe = safeTimeOf(contact)
  if (safe === 'words') return undefined
  if (safe === undefined) return contact.window === 'any' ? undefined : contact.window
  const parts = new Set(safeHalfDays(contact).map((half) => halfDayOf(half).part))
  return parts.size === 1 ? [...parts][0] : undefined
}
