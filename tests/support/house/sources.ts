/** The repository's own files, for the tests that look at the house. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Tracked and new (not ignored) files that exist, as paths from the root. */
export const trackedFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && existsSync(file))

export const codeFiles = (): string[] => trackedFiles().filter((file) => /\.(ts|tsx|mjs)$/.test(file))

export const read = (file: string): string => readFileSync(file, 'utf8')
