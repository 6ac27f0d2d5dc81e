/** A record has a random key of its own, wrapped under the operator's: deleting the wrapped key erases all it sealed. */
import { createHash, randomBytes } from 'node:crypto'
import { kidOf, openBlob, type SealedPlace, sealBlob } from './blob.ts'
import type { DataKeys } from './keys.ts'
import { opening } from './unreadable.ts'

/** Lengths are hidden in steps of this many bytes. */
const STEP = 256

export type Record = {
  /** to be kept beside what it sealed */
  wrapped: string
  seal(table: string, field: string, value: unknown): string
  /** @throws Unreadable when changed, or of another record, table, field or organisation */
  open(table: string, field: string, sealed: string): unknown
}

const padded = (value: unknown): Buffer => {
  const text = Buffer.from(JSON.stringify(value))
  return Buffer.concat([text, Buffer.alloc((STEP - (text.length % STEP)) % STEP, ' ')]) // JSON allows trailing spaces
}

const record = (organisation: string, id: string, wrapped: string, key: Buffer): Record => {
  const kid = createHash('sha256').update(key).digest('hex').slice(0, 8)
  const at = (table: string, field: string): SealedPlace => ({ organisation, table, id, field })
  return {
    wrapped,
    seal: (table, field, value) => sealBlob(kid, key, at(table, field), padded(value)),
    open: (table, field, sealed) =>
      opening(
        () => kidOf(wrapped),
        () => JSON.parse(openBlob(kid, key, at(table, field), sealed).toString()),
      ),
  }
}

const keyPlace = (organisation: string, id: string): SealedPlace => ({
  organisation,
  table: 'callback_request',
  id,
  field: 'key',
})

/** A new record with a new key. */
export function newRecord(keys: DataKeys, organisation: string, id: string): Record {
  const key = randomBytes(32)
  const { kid, key: wrap } = keys.current
  return record(organisation, id, sealBlob(kid, wrap, keyPlace(organisation, id), key), key)
}

/** @throws Unreadable when the key that wrapped it is not among ours, or the wrapping was changed */
export function openRecord(keys: DataKeys, organisation: string, id: string, wrapped: string): Record {
  const open = () => {
    const wrap = keys.all.get(kidOf(wrapped))
    if (!wrap) throw new Error('Wrapped under a data key that is not configured.')
    return openBlob(wrap.kid, wrap.key, keyPlace(organisation, id), wrapped)
  }
  const key = opening(() => kidOf(wrapped), open)
  return record(organisation, id, wrapped, key)
}
