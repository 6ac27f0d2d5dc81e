/**
 * The one table of what can be done by a key: its help, the palette and the listener are built on it. A key presses what stands
 * on the screen, so that it can do nothing that a press could not; what cannot be undone takes a second step.
 */
import type { DeskAct } from '#core/request/life.ts'
import { isUnread } from '../../press/unread.ts'
import { SEARCH_FIELD } from '../archive/search-field.tsx'
import { showArchive } from '../state/archive.ts'
import { callbacks } from '../state/callbacks.ts'
import { showKeys } from '../state/over-page.ts'
import { leaveRequest } from '../state/route.ts'
import { stopLooking } from '../state/search.ts'
import { hasJustCome } from './just-come.ts'

export const GROUPS = ['queue', 'request', 'look'] as const

export type Command = {
  id: string
  group: (typeof GROUPS)[number]
  /** one key, or two pressed one after the other */
  keys: string
  /** it may go on while the key is held: nothing but the focus moves */
  repeats?: true
  /** what would be pressed or reached now; nothing: it cannot be done */
  target(): HTMLElement | null
  run(target: HTMLElement): void
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const press = (target: HTMLElement) => target.click()
const reach = (target: HTMLElement) => target.focus()

/** What may be pressed: it is not busy, and has not just come to where something else could be pressed. */
const ready = (target: HTMLElement | null) =>
  target && target.getAttribute('aria-disabled') !== 'true' && !isUnread(target) ? target : null

/** Acts of the open request; not of one that came to the screen a moment ago, when the key was meant for what stood there. */
const ofRequest = (selector: string) => (hasJustCome() ? null : ready(find(selector)))

const act = (keys: string, name: DeskAct): Command => ({
  id: `act.${name}`,
  group: 'request',
  keys,
  target: () => ofRequest(`.acts-bar .acts [data-act="${name}"]`),
  run: press,
})

const rows = () => [...document.querySelectorAll<HTMLElement>('.queue .rows .row-link, .queue .show-more')]

/** From the row with focus, else from the one that is open, else from the beginning. */
function rowBy(by: 1 | -1): HTMLElement | null {
  const all = rows()
  const here =
    document.activeElement?.closest<HTMLElement>('.row-link, .show-more') ?? find('.row-opened .row-link')
  if (!here) return all[0] ?? null
  return all[all.indexOf(here) + by] ?? null
}

const queueTitle = () => find('#queue')
/** The queue stands there again, whatever stood in its place. */
function toQueue(title: HTMLElement): void {
  stopLooking()
  showArchive(false)
  if (callbacks.get().openId) leaveRequest()
  title.focus()
}
const look = (keys: string, lens: 'waiting' | 'mine'): Command => ({
  id: `key.${lens}`,
  group: 'look',
  keys,
  target: queueTitle,
  run: (title) => {
    stopLooking()
    showArchive(false)
    callbacks.set({ lens })
    title.focus()
  },
})
const tool = (keys: string, name: string): Command => ({
  id: `key.${name}`,
  group: 'look',
  keys,
  target: () => find(`[data-tool="${name}"]`),
  run: (button) => {
    button.focus()
    button.click()
  },
})

export const COMMANDS: readonly Command[] = [
  { id: 'key.search', group: 'queue', keys: '/', target: () => find(`#${SEARCH_FIELD}`), run: reach },
  { id: 'key.next', group: 'queue', keys: 'j', repeats: true, target: () => rowBy(1), run: reach },
  { id: 'key.previous', group: 'queue', keys: 'k', repeats: true, target: () => rowBy(-1), run: reach },
  {
    ...{ id: 'key.open', group: 'queue', keys: 'o' },
    target: () => ready(document.activeElement?.closest<HTMLElement>('.row-link') ?? null),
    run: press,
  },
  act('t', 'take'),
  {
    // the number, or what is to be read before it: another press calls
    ...{ id: 'key.call', group: 'request', keys: 'c' },
    target: () => ofRequest('.request a.phone, .request .reveal'),
    run: reach,
  },
  act('a', 'attempt'),
  act('r', 'reached'),
  act('n', 'note'),
  act('s', 'visit'),
  act('p', 'close'),
  { id: 'act.undo', group: 'request', keys: 'u', target: () => ofRequest('.undo button'), run: press },
  { id: 'key.queue', group: 'look', keys: 'g q', target: queueTitle, run: toQueue },
  look('g w', 'waiting'),
  look('g m', 'mine'),
  {
    ...{ id: 'key.archive', group: 'look', keys: 'g a' },
    target: queueTitle,
    run: () => showArchive(true),
  },
  tool('g p', 'answer'),
  tool('f', 'narrow'),
  tool('v', 'views'),
  tool('w', 'order'),
  { id: 'key.help', group: 'look', keys: '?', target: () => document.body, run: () => showKeys('help') },
]

/** Does it, if it can be done now. @returns that it was done */
export function doCommand({ target, run }: Command): boolean {
  const found = target()
  if (found) run(found)
  return found !== null
}
