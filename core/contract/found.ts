/** What is found again: by what somebody says on the phone, and what was closed lately. */
import Type, { type Static } from 'typebox'
import { QueueRow } from './desk.ts'

const closed = { additionalProperties: false } as const

/** What of a request was as it was asked for. Reference and number are exact; name and own words are looked for in what is open. */
export const FOUND_BY = ['reference', 'phone', 'name', 'words'] as const

/** In the body and never in an address: an address is kept by others. */
export const SearchAsked = Type.Object({ text: Type.String({ minLength: 1, maxLength: 100 }) }, closed)
export type SearchAsked = Static<typeof SearchAsked>

/** How a request ended; who closed it is `takenBy` of its row. */
export const Ended = Type.Object({
  at: Type.String({ format: 'date-time' }),
  outcome: Type.String(),
  /** it has been recorded in the client system */
  recorded: Type.Boolean(),
})
export type Ended = Static<typeof Ended>

/** A line as in the queue, and why it is here: nothing more of what is sealed. */
export const FoundRow = Type.Object({
  row: QueueRow,
  by: Type.Array(Type.Enum([...FOUND_BY])),
  /** of one that is closed */
  ended: Type.Optional(Ended),
})
export type FoundRow = Static<typeof FoundRow>

/** What is open comes first, the newest first. */
export const FoundRequests = Type.Object({
  rows: Type.Array(FoundRow),
  /** which kinds were looked for: a number is no name */
  looked: Type.Array(Type.Enum([...FOUND_BY])),
  /** there are more: say more of it */
  more: Type.Optional(Type.Literal(true)),
  /** so many are open that not all were looked through for the name and the words */
  bounded: Type.Optional(Type.Literal(true)),
})
export type FoundRequests = Static<typeof FoundRequests>

/** Whose closed requests: those I closed, or all of my areas. */
export const ARCHIVE_OF = ['mine', 'areas'] as const
/** `recent`: of today and of the working day before; `kept`: of all that are not erased yet. */
export const ARCHIVE_FROM = ['recent', 'kept'] as const

export const ArchiveAsked = Type.Object(
  {
    of: Type.Optional(Type.Enum([...ARCHIVE_OF], { description: 'whose; `mine` if it is not said' })),
    from: Type.Optional(
      Type.Enum([...ARCHIVE_FROM], { description: 'since when; `recent` if it is not said' }),
    ),
    after: Type.Optional(
      Type.String({ pattern: '^[\\w-]{1,120}$', description: '`after` of the page before' }),
    ),
  },
  closed,
)
export type ArchiveAsked = Static<typeof ArchiveAsked>

/** A request that is closed and not erased yet. */
export const ArchivedRow = Type.Object({ row: QueueRow, ended: Ended })
export type ArchivedRow = Static<typeof ArchivedRow>

/** What was closed last comes first. */
export const Archive = Type.Object({
  /** the day from which on it tells */
  since: Type.Optional(Type.String({ format: 'date' })),
  rows: Type.Array(ArchivedRow),
  /** there is more: ask again with it */
  after: Type.Optional(Type.String()),
})
export type Archive = Static<typeof Archive>
