/**
 * The names of the content that code looks up, each once. Plain constants, so that a browser carries only those it uses;
 * what depends on each, and when content must have it, stands in `check/named.ts`.
 */

declare const inContent: unique symbol
/** A name that editors give and code looks up. Only this file makes one: a text written elsewhere does not fit. */
export type ContentId = string & { readonly [inContent]: true }

/** The mark of attention and the flag of the strip that tell of fear of somebody near. */
export const SAFETY = 'safety' as ContentId
export const VIOLENCE = 'violence' as ContentId
/** The mark of attention of one who needs special support. */
export const SPECIAL_SUPPORT = 'special-support' as ContentId

/** Who asks, and those of its answers that speak for somebody else: one’s child and spouse are near ones too. */
export const ASKER = 'asker' as ContentId
export const RELATIVE = 'relative' as ContentId
export const CHILD = 'child' as ContentId
export const SPOUSE = 'spouse' as ContentId
export const PROFESSIONAL = 'professional' as ContentId
/** What a professional's client has said to being spoken of, and the answer that is a permission. */
export const PERMISSION = 'permission' as ContentId
export const GIVEN = 'given' as ContentId

/** What matters to the person, what works already, the one small step that would help first: in their own words. */
export const MATTERS = 'matters' as ContentId
export const WORKS = 'works' as ContentId
export const GOAL = 'goal' as ContentId

/** Who already helps, how many services there are, what has changed, how old the person is. */
export const HELPERS = 'helpers' as ContentId
export const SERVICES = 'services' as ContentId
export const CHANGES = 'changes' as ContentId
export const AGE = 'age' as ContentId
/** The answer of one who is not of age. */
export const UNDER_18 = 'under-18' as ContentId
/** How soon help is wanted, and the answer that hurries. */
export const WHEN_NEEDED = 'when-needed' as ContentId
export const TODAY = 'today' as ContentId

/** The question that decides who calls, and the list whose items answer it. */
export const MUNICIPALITY = 'municipality' as ContentId
export const MUNICIPALITIES = 'municipalities' as ContentId

/** The segment of a conversation of which the tables cannot speak: its questions are not known, or they are older than this word. */
export const UNROUTED = 'callback' as ContentId
/** The lane of a row that names none: an ordinary resident's. */
export const ORDINARY_LANE = 'guidance' as ContentId

/** The line that stands where the place has no number to show: 112, with the words of this one. */
export const EMERGENCY_LINE = 'emergency' as ContentId
