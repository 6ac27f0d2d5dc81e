/** Is this the practice desk? Its address says so, and what it asks for stands under the same. */
import { PRACTICE_PATH } from '#core/request/practice.ts'

// what has no page has no address
export const inPractice = globalThis.location?.pathname.startsWith(`${PRACTICE_PATH}/`) ?? false

/** An address of the server, as it is from here. */
export const from = (path: string): string => (inPractice ? `${PRACTICE_PATH}${path}` : path)
