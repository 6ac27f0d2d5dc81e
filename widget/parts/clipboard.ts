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
