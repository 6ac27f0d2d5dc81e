/** Keyed blind indexes: equal values are found without being readable. A plain hash of every phone number takes minutes to list. */
import { createHmac } from 'node:crypto'
import type { DataKeys } from './keys.ts'

/** Values with the same keys in another order are the same value. */
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, canonical(inner)]),
        )
      : value

/** HMAC-SHA-256 of a value within an organisation and a use, in base64url. */
export const blindIndex = (
  keys: DataKeys,
  organisation: string,
  use: 'phone' | 'code' | 'body' | 'proof' | 'network' | 'limit' | 'device',
  value: unknown,
): string =>
  createHmac('sha256', keys.index)
    .update(JSON.stringify([use, organisation, canonical(value)]))
    .digest('base64url')
