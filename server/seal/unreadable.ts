/** What is sealed cannot be opened: it was altered or moved, an older part was put back, or its key is not among ours. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  /** of the data key that wrapped the record; `unknown` when even that cannot be read */
  readonly kid: string
  /** whose columns do not stand as they were written */
  readonly row: string | undefined

  constructor(kid: string, cause: unknown, row?: string) {
    super('A sealed record cannot be opened.', { cause })
    this.kid = kid
    this.row = row
  }
}

/**
 * @param kid tells which data key wrapped the record
 * @param row its id, where it is known
 * @throws Unreadable for whatever goes wrong in opening
 */
export function opening<Opened>(kid: () => string, open: () => Opened, row?: string): Opened {
  try {
    return open()
  } catch (error) {
    throw new Unreadable(named(kid), error, row)
  }
}

function named(kid: () => string): string {
  try {
    return kid()
  } catch {
    return 'unknown'
  }
}

/** @returns what was sealed, or nothing when it cannot be opened; any other failure is thrown */
export function readable<Opened>(open: () => Opened): Opened | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}
