/** Who may do what: one table, one question. An admin may not read requests; an editor sees no resident. */
import type { Role } from '#core/request/choices.ts'
import { DESK_ACTS, type DeskAct } from '#core/request/life.ts'

/** `areas`: in the areas that the person looks after today, own or as a substitute; `all`: in every area. */
type Reach = 'areas' | 'all'

const OWN: Partial<Record<Role, Reach>> = { coordinator: 'areas', lead: 'all' }

type OnRequest = `request.${DeskAct}`
/** Whoever looks after a request's area may do every act of its life there, and nobody else any. */
const ON_REQUESTS = Object.fromEntries(
  DESK_ACTS.map((act): [OnRequest, typeof OWN] => [`request.${act}`, OWN]),
) as Record<OnRequest, typeof OWN>

/** Action × role. What is not here is not allowed. */
export const MAY = {
  'queue.read': OWN,
  'live.listen': { coordinator: 'all', lead: 'all' },
  'request.read': OWN,
  /** to look for one among others, and along what was closed */
  'request.find': OWN,
  /** to say of many at once that they are not real */
  'aside.judge': { lead: 'all' },
  ...ON_REQUESTS,
  /** to answer a call, and store what was asked in it */
  'request.assist': OWN,
  /** a colleague's request, before their time has run out */
  'request.free': { lead: 'all' },
  /** of the whole place, told so that nobody is found in them: neither who asked nor who works there */
  'figures.read': { lead: 'all' },
  'access-log.read': { auditor: 'all' },
  'content.edit': { editor: 'all' },
  'staff.manage': { admin: 'all' },
  'area.manage': { admin: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>

export type Action = keyof typeof MAY

/** Who asks, as they stand now. */
export type Subject = { organisation: string; roles: readonly Role[]; areas: readonly string[] }
/** What it is done to. Without an area: the collection itself, which shows only what is in reach. */
export type Subjected = { organisation: string; area?: string | undefined }

/** Pure: the same question has the same answer, in a route, in an act and in a test. */
export function authorize(subject: Subject, action: Action, object: Subjected): boolean {
  if (subject.organisation !== object.organisation) return false
  const reaches: Partial<Record<Role, Reach>> = MAY[action]
  return subject.roles.some((role) => {
    const reach = reaches[role]
    if (!reach) return false
    return reach === 'all' || object.area === undefined || subject.areas.includes(object.area)
  })
}

/** Areas in which the subject may do it. */
export const areasFor = (subject: Subject, action: Action, all: readonly string[]): string[] =>
  all.filter((area) => authorize(subject, action, { organisation: subject.organisation, area }))
