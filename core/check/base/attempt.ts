/** Whatever a part of the check throws is an error of the file it looked at: the editor reads where, and the other parts go on. */
import type { Report } from './report.ts'

const LONGEST = 200

/** What was thrown, on one short line without its full stop. */
export const thrownWords = (error: unknown): string => {
  const words = error instanceof Error ? error.message : 'unknown'
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[.!]+$/, '')
}

/** Does a part of the check that looks at a file, or at that file first; what it throws is reported. */
export function attempt(report: Report, file: string, part: () => void): void {
  try {
    part()
  } catch (error) {
    report('check-failed', file, [], { detail: thrownWords(error) })
  }
}
