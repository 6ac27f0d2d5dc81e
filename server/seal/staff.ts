/**
 * What lets people in, under keys that are not in the database: who can write rows can plant neither a session nor a password,
 * and cannot move another person's to themselves.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { kidOf, openBlob, type SealedPlace, sealBlob } from './blob.ts'
import type { DataKeys } from './keys.ts'

export type SessionFacts = { token_hash: string; person: string; created_at: number }

const hmac = (keys: DataKeys, parts: (string | number)[]) =>
  createHmac('sha256', keys.session).update(JSON.stringify(parts)).digest()

/** Under which a session is found: HMAC-SHA-256 of its token, in base64url. */
export const tokenHash = (keys: DataKeys, organisation: string, token: string): string =>
  hmac(keys, ['token', organisation, token]).toString('base64url')

const boundTo = (keys: DataKeys, organisation: string, { token_hash, person, created_at }: SessionFacts) =>
  hmac(keys, ['session', organisation, token_hash, person, created_at])

/** Binds a session to its person and its beginning. */
export const sessionMac = (keys: DataKeys, organisation: string, session: SessionFacts): string =>
  boundTo(keys, organisation, session).toString('base64url')

export function isSession(
  keys: DataKeys,
  organisation: string,
  session: SessionFacts & { mac: string },
): boolean {
  const mac = Buffer.from(session.mac, 'base64url')
  const right = boundTo(keys, organisation, session)
  return mac.length === right.length && timingSafeEqual(mac, right)
}

const placeOf = (organisation: string, person: string): SealedPlace => ({
  organisation,
  table: 'credential',
  id: person,
  field: 'secret',
})

/** @param hash of a password, encoded by argon2id */
export const sealPassword = (keys: DataKeys, organisation: string, person: string, hash: string): string =>
  sealBlob(keys.current.kid, keys.current.key, placeOf(organisation, person), Buffer.from(hash))

/** @returns the hash; nothing when it was not sealed for this person under one of our keys */
export function openPassword(
  keys: DataKeys,
  organisation: string,
  person: string,
  sealed: string,
): string | undefined {
  try {
    const key = keys.all.get(kidOf(sealed))
    return key && openBlob(key.kid, key.key, placeOf(organisation, person), sealed).toString()
  } catch {
    return undefined
  }
}
