/** Marks that chance cannot make: what a test looks for in a log, a file or an answer stands nowhere else. */
import { randomBytes, randomInt } from 'node:crypto'

/** @param kind what it stands for, so that a trace tells whose it is: small letters, as some of it is kept in them */
export const marker = (kind: string): string => `${kind}zq${randomBytes(8).toString('hex')}`

/** A Finnish mobile number without its first zero, as it ends however it is written: ten digits, eight of them drawn. */
export const phoneMarker = (): string => `40${randomInt(10_000_000, 100_000_000)}`
