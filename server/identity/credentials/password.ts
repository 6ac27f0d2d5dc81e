/** Passwords: argon2id by OWASP’s figures (19 MiB, two passes), and equal work whether the name exists or not. */
import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { type InLine, makeLine } from './line.ts'

/** `Algorithm.Argon2id`, a const enum that isolated modules cannot read. */
const ARGON2ID = 2
const WORK = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** One core, and one of the four threads that Node has for such work, stay free for everybody else's acts. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism() - 1))
/** However many sign in at the same moment, only a few passwords are worked on at once; the others wait in turn. */
const inTurn = makeLine(AT_ONCE)

/** @returns the encoded hash, with its salt and its parameters; the store keeps it sealed */
export const hashPassword = (password: string) =>
  inTurn(() => hash(password.normalize('NFKC'), WORK), 'anyhow')

let nobody: Promise<string> | undefined
/** A hash of nothing anybody knows: what is verified when the name is unknown. */
const hashOfNobody = () => (nobody ??= hashPassword(makePassword()))

/**
 * @param known the hash; undefined: nobody has that name, or it was not kept by us, and the same work is done in vain
 * @throws Refusal `too-busy` when too many wait already
 */
export async function verifyPassword(
  known: string | undefined,
  password: string,
  standing: InLine = 'unknown',
): Promise<boolean> {
  const against = known ?? (await hashOfNobody())
  const right = await inTurn(() => verify(against, password.normalize('NFKC')), standing)
  return right && known !== undefined
}

/** Easily read aloud and typed: no letter that looks like another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A random password of four groups of five: 99 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
