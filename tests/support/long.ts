/**
 * Tests of the long form. With `npm test` every fault that a screen or a proof would tell of is looked for once; the other rows of
 * its table, the wider walks and the red twins that need a build, a browser or a trial of their own run with `npm run evidence`,
 * which finds the files by this name.
 */
import { describe, it, type SuiteAPI, type TestAPI } from 'vitest'
import { isLong, size } from './evidence.ts'

const nothing = Object.assign(() => {}, { each: () => () => {} })

/** A test of the long form alone. */
export const long = size(nothing as unknown as TestAPI, it)

/** A block of such tests, with what is opened for them. */
export const longDescribe = size(nothing as unknown as SuiteAPI, describe)

/** What is opened for such tests alone; in short nothing is, nor used. */
export const forLong = <What extends object>(open: () => What): What => (isLong ? open() : ({} as What))
