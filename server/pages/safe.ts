/** Text that is no markup. */
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Pure. For the text of an element and for the value of an attribute in quotes. */
export const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)
