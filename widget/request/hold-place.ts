/** A row stays where it is on the screen while lines above and below it come and go. */

const top = (element: Element) => element.getBoundingClientRect().top

/** How far from its place it is: half a pixel is none. */
const off = (row: Element, place: number) => {
  const by = top(row) - place
  return Math.abs(by) < 0.5 ? 0 : by
}

/**
 * Where the page is too short to be scrolled so far it is lengthened, above the list or at the end, until the next time.
 * @param place where the row's upper edge stood in the window (px)
 */
export function holdPlace(section: HTMLElement, list: HTMLElement, row: Element, place: number) {
  section.style.paddingBlockEnd = ''
  list.style.marginBlockStart = ''
  scrollBy({ top: off(row, place), behavior: 'instant' })
  const by = off(row, place)
  if (by > 0) section.style.paddingBlockEnd = `${by}px`
  if (by < 0) list.style.marginBlockStart = `${-by}px`
  if (by > 0) scrollBy({ top: by, behavior: 'instant' })
}
