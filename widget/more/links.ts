/** Links and buttons of the page, `data-kynnys-open`, that open the chat; without this script a link leads where it says. */
import { openFrom } from './api.ts'

const LINK = '[data-kynnys-open]'
let isHeard = false

/** Who wants another tab has one. */
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented

export function openByLinks() {
  if (isHeard) return
  isHeard = true
  document.addEventListener('click', (event) => {
    const pressed = event.composedPath().find((one) => one instanceof Element && one.matches(LINK))
    if (!pressed || !isPlain(event)) return
    event.preventDefault()
    openFrom(pressed as Element)
  })
}
