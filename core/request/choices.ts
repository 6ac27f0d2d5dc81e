/** What a person may choose from a fixed list, without any schema library, so that browsers and the contract say the same lists. */

/** How the resident wants to be reached. Kynnys itself sends no text messages: a coordinator writes them on the work phone. */
export const WAYS = ['call', 'text', 'shared-phone', 'visit'] as const

/** At what time of day a call is wished for. */
export const WINDOWS = ['any', 'morning', 'afternoon'] as const

/** What the caller does when somebody else answers a shared phone: asks for the resident by name, or says only that they will call again. */
export const IF_OTHER = ['ask-for-me', 'call-later'] as const

/** Whom we call: the one who asks, or the one it is about. */
export const WHOM = ['me', 'near-one'] as const

/** How it is known when contact is safe: in chosen half-days of the week, or in the resident's own words alone. */
export const SAFE_TIMES = ['chosen', 'words'] as const
export type SafeTime = (typeof SAFE_TIMES)[number]

/**
 * How near the next thing is: the contact that was promised, or the try that was planned. `again` was tried, and nobody has planned
 * when to try next; `settled` was reached or given up; `undated` waits in its order.
 */
export const DUES = ['overdue', 'soon', 'today', 'again', 'later', 'undated', 'settled'] as const
export type Due = (typeof DUES)[number]

/** By what wished time the queue is looked through. `safe`: contact is not safe at any time; `any`: in either part, or only words tell. */
export const WISHES = ['any', 'morning', 'afternoon', 'safe'] as const
export type WishedTime = (typeof WISHES)[number]

/** What came of an attempt. */
export const ATTEMPT_RESULTS = ['no-answer', 'busy', 'wrong-number', 'message-left', 'answered'] as const

/** Outcomes that come of having talked: whoever closes with one of them has reached the resident. */
export const OUTCOMES_OF_CONTACT = [
  'advice-given',
  'guided-to-apply',
  'application-helped',
  'handed-over-social',
  'handed-over-health',
  'joint-meeting',
  'manages-alone',
] as const

/** How a request ended. */
export const OUTCOMES = [
  ...OUTCOMES_OF_CONTACT,
  'unreachable',
  'duplicate',
  'not-our-matter',
  'other',
] as const

/** Outcomes of a call that was answered: who speaks is reached, and has asked nothing before. */
export const OUTCOMES_AT_ONCE = [...OUTCOMES_OF_CONTACT, 'not-our-matter', 'other'] as const

/** By which way a request came: the resident's own conversation, or a call in which staff walked it with them. */
export const CHANNELS = ['chat', 'phone'] as const
export type Channel = (typeof CHANNELS)[number]

/** What a member of the staff is allowed to be. */
export const ROLES = ['coordinator', 'lead', 'editor', 'admin', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** In which register the matter of a lane is recorded: health care's or social welfare's. They are never mixed. */
export const REGISTERS = ['health', 'social'] as const
export type Register = (typeof REGISTERS)[number]

/** Who gives the help that an advice item tells of, and who may decide of it. */
export const PROVIDERS = [
  'county',
  'kela',
  'municipality',
  'employment-area',
  'pension-insurer',
  'ngo',
  'state',
  'employer',
] as const

/** What may make a request take two places of a day: an interpreter, or several needs of one who has no service yet. */
export const HEAVY = ['interpreter', 'new-with-several-needs'] as const
export type Heavy = (typeof HEAVY)[number]

/** What of a place holds from a day to a day. */
export const PLACE_KINDS = ['areas', 'municipalities', 'stations', 'hours', 'lanes', 'lines', 'duty'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]
