/** A thing of the place in a few letters: who changes it says what they have seen, and is told when it is no longer that. */
import { createHash } from 'node:crypto'

/** The same text for the same value, in whatever order it was written. */
export const written = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.localeCompare(b)))
      : part,
  )

/** Of what is not there too: two who add the same thing at once are two. */
export const markOf = (thing: unknown): string =>
  createHash('sha256').update(written(thing)).digest('base64url').slice(0, 16)
