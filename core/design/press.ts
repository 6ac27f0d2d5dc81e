/** What a press is in both rooms of the browser: what can be pressed, what is written in, what is a press of nobody. */

/**
 * So long (milliseconds) what has just come to a place is unread: people need longer to see and decide, and a double click is quicker:
 * half a second is the most that Windows, macOS and GNOME take for one unless they are set otherwise. A shaky hand of eighty takes
 * some longer (tried), and nobody has read and decided in so short a time either.
 */
export const UNREAD = 700

/** Selectors: what answers to a press. */
export const ACTS = 'a, button, label, summary, input, select, textarea'
/** Writing is no act: who taps twice in a field marks a word. */
export const WRITES = 'textarea, select, input:not([type=checkbox], [type=radio], [type=button])'

type Field = { matches(selector: string): boolean }

/** The keys that press what has the focus; in a field they write, and a new line may be wanted many times. */
export const isPress = (key: string, field: Field): boolean =>
  (key === 'Enter' && !field.matches('textarea')) || (key === ' ' && !field.matches(WRITES))

/** Addresses that open another program and leave the page where it is: a browser asks “leave the page?” of them too. */
export const opensProgram = (address: string): boolean => /^(tel|sms|mailto):/i.test(address)
/** So long after such a press (milliseconds) the browser may ask because of it. */
export const JUST_NOW = 1000
