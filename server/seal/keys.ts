/** The keys kept outside the database, derived from the operator's secret. */
import { createHash, hkdfSync } from 'node:crypto'

export type WrapKey = { kid: string; key: Buffer }
export type DataKeys = {
  /** wraps new records; older ones still open what they wrapped */
  current: WrapKey
  all: ReadonlyMap<string, WrapKey>
  /** of the blind indexes, of the access log's chain, of sessions and of what binds a request's columns */
  index: Buffer
  chain: Buffer
  session: Buffer
  row: Buffer
}

const derive = (secret: Buffer, use: string) =>
  Buffer.from(hkdfSync('sha256', secret, 'kynnys', `kynnys ${use} v1`, 32))

const decode = (line: string): Buffer => {
  const bytes = Buffer.from(line, 'base64')
  if (!/^[\w+/=-]+$/.test(line) || bytes.length < 32)
    throw new Error(
      'The data key must be at least 32 random bytes in base64: make one with `openssl rand -base64 32`.',
    )
  return bytes
}

const wrapKey = (secret: Buffer): WrapKey => {
  const key = derive(secret, 'wrap')
  return { kid: createHash('sha256').update(key).digest('hex').slice(0, 8), key }
}

/**
 * Keys of a secret: base64 lines of at least 32 random bytes. The first line wraps new records, the others
 * still open old ones (rotation: put a new line on top). Indexes, the chain, sessions and bindings stand on
 * the last line, so that a rotation leaves them findable.
 * @throws an Error whose message is a sentence for the operator
 */
export function keysFrom(secret: string): DataKeys {
  const secrets = secret.split(/\s/).filter(Boolean).map(decode)
  const wraps = secrets.map(wrapKey)
  const [current] = wraps
  const oldest = secrets.at(-1)
  if (!current || !oldest) throw new Error('The data key is empty: put 32 random bytes in base64 into it.')
  return {
    current,
    all: new Map(wraps.map((wrap) => [wrap.kid, wrap])),
    index: derive(oldest, 'index'),
    chain: derive(oldest, 'chain'),
    session: derive(oldest, 'session'),
    row: derive(oldest, 'row'),
  }
}
