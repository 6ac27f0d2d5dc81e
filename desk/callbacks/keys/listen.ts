/** Single keys do what the table says: never while one writes, never a held key, never when the person has turned them off. */
import { session } from '../../state/session.ts'
import { overPage, showKeys } from '../state/over-page.ts'
import { kept } from '../state/views.ts'
import { COMMANDS, doCommand } from './commands.ts'

/** Where letters are text, or choose among what stands there. */
const WRITTEN_IN = 'input, select, textarea, [contenteditable], dialog'
/** So long (ms) the first of two keys waits for the second. */
const SECOND_KEY = 1500

const isWriting = ({ target }: Event) => target instanceof Element && target.closest(WRITTEN_IN) !== null

/** Ctrl+K, and ⌘K: everything by its name. */
const asksPalette = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey

const isPlain = ({ ctrlKey, metaKey, altKey, isComposing, defaultPrevented }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && !isComposing && !defaultPrevented

/** @returns ends it */
export function listenToKeys(): () => void {
  let first: { key: string; at: number } | undefined
  const single = (event: KeyboardEvent) => {
    const begun = first && event.timeStamp - first.at < SECOND_KEY ? `${first.key} ` : ''
    first = undefined
    const keys = `${begun}${event.key}`
    const command = COMMANDS.find((one) => one.keys === keys)
    if (!command) {
      const begins = COMMANDS.some((one) => one.keys.startsWith(`${event.key} `))
      if (begins && !event.repeat) first = { key: event.key, at: event.timeStamp }
      return
    }
    if (event.repeat && !command.repeats) return
    if (doCommand(command)) event.preventDefault()
  }
  const heard = (event: KeyboardEvent) => {
    if (session.get().phase !== 'signed-in' || overPage.get().shown) return
    if (asksPalette(event)) {
      event.preventDefault()
      if (!event.repeat) showKeys('palette')
      return
    }
    if (kept.get().settings.keys && isPlain(event) && !isWriting(event)) single(event)
  }
  document.addEventListener('keydown', heard)
  return () => document.removeEventListener('keydown', heard)
}
