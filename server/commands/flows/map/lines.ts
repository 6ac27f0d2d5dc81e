export const INDENT = '  '
/** Lines one step further to the right. */
export const indented = (lines: string[]): string[] => lines.map((line) => `${INDENT}${line}`)
