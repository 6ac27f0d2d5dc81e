/** On the page that makes the snippet: code and chat follow what is chosen, in place. Without it the page does so by its button. */
import {
  attributesOf,
  chatAddress,
  type EmbedChoice,
  type EmbedField,
  snippetOf,
} from '#core/embed/snippet.ts'

/** How long it is said that the code was copied (milliseconds). */
const SAID = 4000

const find = <Element extends HTMLElement>(id: string) => document.getElementById(id) as Element
const form = document.forms[0] as HTMLFormElement
const code = find('code')
const stage = find('stage')
const link = find<HTMLAnchorElement>('link')
const tag = find<HTMLScriptElement>('tag')
const copy = find<HTMLButtonElement>('copy')
const told = find('told')
const { server = '', fallback = '', chat = '' } = form.dataset

const chosen = () => {
  const data = new FormData(form)
  return new Proxy({} as EmbedChoice, { get: (_, field: EmbedField) => String(data.get(field) ?? '') })
}

/** The tag shows a button, the element a chat in the column; the loader sees to what changes. */
function show(choice: EmbedChoice) {
  const attributes = attributesOf(choice)
  const isInline = choice.place === 'inline'
  for (const name of Object.keys(tag.dataset)) delete tag.dataset[name]
  const known = stage.querySelector('kynnys-chat')
  if (isInline) {
    const element = known ?? document.createElement('kynnys-chat')
    for (const name of element.getAttributeNames()) element.removeAttribute(name)
    for (const [name, value] of attributes) element.setAttribute(name, value)
    if (!known) stage.append(element)
  } else {
    known?.replaceWith()
    for (const [name, value] of attributes) tag.dataset[name] = value
  }
  const hasLink = choice.place === 'links' || choice.place === 'page'
  link.hidden = !hasLink
  link.href = chatAddress(chat, choice, fallback)
  link.textContent = choice.label.trim() || link.title
  link.toggleAttribute('data-kynnys-open', choice.place === 'links')
}

function follow() {
  const choice = chosen()
  code.textContent = snippetOf(choice, server, fallback, link.title)
  for (const one of form.querySelectorAll<HTMLElement>('[data-of]'))
    one.hidden = one.dataset.of !== choice.place
  show(choice)
}

form.addEventListener('input', follow)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  follow()
})
// code and chat follow by themselves
find('show').hidden = true
copy.hidden = false
copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '')
    told.textContent = copy.dataset.done ?? ''
  } catch {
    getSelection()?.selectAllChildren(code)
    told.textContent = copy.dataset.failed ?? ''
  }
  setTimeout(() => {
    told.textContent = ''
  }, SAID)
})
follow()
