/** Passwords: argon2id by OWASP’s figures (19 MiB, two passes), and equal work whether the name exists or not. */
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** `Algorithm.Argon2id`, a const enum that isolated modules cannot read. */
const ARGON2ID = 2
const WORK = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** @returns the encoded hash, with its salt and its parameters */
export const hashPassword = (password: string) => hash(password.normalize('NFKC'), WORK)

let nobody: Promise<string> | undefined
/** A hash of nothing anybody knows: what is verified when the name is unknown. */
const hashOfNobody = () => (nobody ??= hashPassword(makePassword()))

/** @param secret the stored hash; undefined: nobody has that name, and the same work is done in vain */
export async function verifyPassword(secret: string | undefined, password: string): Promise<boolean> {
  const right = await verify(secret ?? (await hashOfNobody()), password.normalize('NFKC'))
  return right && secret !== undefined
}

/** Easily read aloud and typed: no letter that looks like another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A random password of four groups of five: 99 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
