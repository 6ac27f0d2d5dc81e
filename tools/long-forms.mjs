/** Which test files have more to try than `npm test` does. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** They say so by what they import: marks of tests, counts, or the six phones. */
const IMPORTS = /from '[^']*(support\/(long|evidence)|\/phones)\.ts'/

/**
 * @param {string} [folder] of the tests
 * @returns {string[]} the proofs, and every test file that has a long form
 */
export const longForms = (folder = 'tests') =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter(
      (file) => file.includes(`${path.sep}proofs${path.sep}`) || IMPORTS.test(readFileSync(file, 'utf8')),
    )
