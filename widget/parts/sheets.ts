/** Styles that come with their chunk: adopted by the room before anything is drawn that needs them. */

const sheets = new Map<string, CSSStyleSheet>()
let room: ShadowRoot | undefined

/** Beside what others gave it: a reader's own sheet stays. */
const adopt = () => {
  if (room) room.adoptedStyleSheets = [...new Set([...room.adoptedStyleSheets, ...sheets.values()])]
}

/** @param name of the chunk; what it wore before is replaced (only development does so) */
export function wear(name: string, css: string) {
  const sheet = sheets.get(name) ?? new CSSStyleSheet()
  sheet.replaceSync(css)
  sheets.set(name, sheet)
  adopt()
}

/** The root of the page, which wears what has come and what will. */
export function dress(root: ShadowRoot) {
  room = root
  adopt()
}
