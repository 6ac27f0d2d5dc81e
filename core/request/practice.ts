/** The practice desk: an organisation of its own beside each, under an address of its own. Both rooms tell it by these. */

/** Under it stands the practice desk and everything it asks for. */
export const PRACTICE_PATH = '/practice'

/** No organisation has a name with a dot: one that has is for practice. */
const MARK = '.practice'
export const isPractice = (organisation: string): boolean => organisation.endsWith(MARK)
export const practiceOf = (organisation: string): string => `${organisation}${MARK}`
