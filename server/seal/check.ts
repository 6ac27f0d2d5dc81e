/** How a data key is known again: a value that only its holder can make, kept in the database from the first start on. */
import { createHmac } from 'node:crypto'
import type { DataKeys } from './keys.ts'

/** Names the line on which indexes and the chain stand: it may never change. */
export const LAST = 'last'

const valueUnder = (key: Buffer, organisation: string, kid: string) =>
  createHmac('sha256', key)
    .update(JSON.stringify(['check', organisation, kid]))
    .digest('base64url')

/** Key id → its value: of each line of the file, and of the last line as such. */
export const keyChecks = (keys: DataKeys, organisation: string): ReadonlyMap<string, string> =>
  new Map([
    ...[...keys.all.values()].map(({ kid, key }) => [kid, valueUnder(key, organisation, kid)] as const),
    [LAST, valueUnder(keys.index, organisation, LAST)],
  ])
