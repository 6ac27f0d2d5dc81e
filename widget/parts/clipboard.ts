/** Copying: a browser that has no clipboard, or does not give it to a frame, is no error. */

/** @returns whether the text is on the clipboard */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** What could not be copied stands marked, so that the browser's own Copy takes it. */
export function mark(element: Element | null | undefined): void {
  const selection = getSelection()
  if (!element || !selection) return
  const range = document.createRange()
  range.selectNodeContents(element)
  selection.removeAllRanges()
  selection.addRange(range)
}

/**
 * Prints the page. A frame that may open no dialog prints nothing and says so to nobody.
 * @returns whether the browser began
 */
export function printed(): boolean {
  let begun = false
  const begin = () => {
    begun = true
  }
  addEventListener('beforeprint', begin, { once: true })
  window.print()
  removeEventListener('beforeprint', begin)
  return begun
}
