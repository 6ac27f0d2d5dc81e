/** The conversation as staff walk it with a caller, framed by the desk: the chat's own rooms, without a way to send, keep or leave. */
import { options, render } from 'preact'
import { sayWhatChanges } from '#core/design/said.ts'
import ownStyle from './assisted/assisted.css?inline'
import { meetDesk, tellAlive } from './assisted/desk-line.ts'
import { defineRoom } from './frame/element.ts'
import { Running } from './frame/running.tsx'
import type { Island } from './net/island.ts'
import { listenToCalls } from './press/calling.ts'
import { passOverSecondPresses } from './press/second-press.ts'
import type { Early } from './state/live.ts'
import appStyle from './styles/app.css?inline'
import { speak } from './words/speech.ts'

/** Nothing is done here before the script comes. */
const EARLY: Early = { ticked: [], flags: [], open: [], pressed: false, said: '' }

function start(container: HTMLElement, island: Island) {
  const wipe = () => render(null, container)
  sayWhatChanges(options)
  // what the server drew is the resident's page, with what is left out here
  container.replaceChildren()
  const speech = speak(island.language, island.words)
  render(<Running island={island} speech={speech} early={EARLY} exit={wipe} />, container)
  listenToCalls(container)
  passOverSecondPresses(container)
  tellAlive()
  meetDesk(wipe)
  addEventListener('pagehide', wipe)
}

defineRoom({ app: appStyle, assisted: ownStyle }, start)
