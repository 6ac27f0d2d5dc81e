/** One sealed value, `v1.<kid>.<base64url>`: AES-256-GCM, bound to the place it belongs to. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 'v1'
const IV = 12
const TAG = 16

/** Where a value belongs: it opens nowhere else. */
export type SealedPlace = { organisation: string; table: string; id: string; field: string }

const bound = (kid: string, place: SealedPlace) =>
  Buffer.from(JSON.stringify([VERSION, kid, place.organisation, place.table, place.id, place.field]))

export function sealBlob(kid: string, key: Buffer, place: SealedPlace, plain: Buffer): string {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
  cipher.setAAD(bound(kid, place))
  const bytes = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return `${VERSION}.${kid}.${bytes.toString('base64url')}`
}

/** The name of the key that sealed a blob. @throws when it is not one of ours */
export function kidOf(blob: string): string {
  const [version, kid, body, more] = blob.split('.')
  if (version !== VERSION || !kid || !body || more !== undefined)
    throw new Error('Not a sealed value of this version.')
  return kid
}

/** @throws when a bit was changed, or the value is of another place or key */
export function openBlob(kid: string, key: Buffer, place: SealedPlace, blob: string): Buffer {
  if (kidOf(blob) !== kid) throw new Error('Sealed with another key.')
  const text = blob.slice(blob.lastIndexOf('.') + 1)
  const bytes = Buffer.from(text, 'base64url')
  // base64 has spare bits at its end: one value has one spelling
  if (bytes.length < IV + TAG || bytes.toString('base64url') !== text) throw new Error('Not a sealed value.')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG })
  decipher.setAAD(bound(kid, place))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  return Buffer.concat([decipher.update(bytes.subarray(IV, bytes.length - TAG)), decipher.final()])
}
