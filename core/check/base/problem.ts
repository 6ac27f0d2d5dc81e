/** The only way the check complains: where, what is wrong in a sentence, and what to do. */
import type { Fill } from '../said/saying.ts'

export type Position = { file: string; line: number; column: number }

export type Problem = Position & {
  /** stable name of the kind of mistake, for tests and for the studio */
  code: string
  /** what fills its sentences, in any language */
  fill: Fill
  /** what it and others of its kind are called, where several are told in one sentence */
  names?: string[]
  /** a sentence for the person who wrote the file: in English here, in other languages by `problemIn` */
  says: string
  /** what to do about it */
  fix: string
  /** what is overdue or unfinished on purpose warns; the rest is an error, which stops the publication unless it is only a translation that lags behind */
  level: 'error' | 'warning'
  /** what only follows from it, and the same slip in other places */
  more?: Problem[]
}

/** A path into a parsed file: `['steps', 'coping', 'next', 0, 'go']`. */
export type Path = (string | number)[]

/** Finds where in its file a value stands; given by whoever parsed the text (core reads no files). */
export type Locate = (file: string, path: Path, part?: 'key' | 'value') => Position

/** A place that cannot be found is the beginning of its file. */
export const sturdy =
  (locate: Locate): Locate =>
  (file, path, part) => {
    try {
      return locate(file, path, part)
    } catch {
      return { file, line: 1, column: 1 }
    }
  }
