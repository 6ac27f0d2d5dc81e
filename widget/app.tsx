/** Ring 2, the app: adopts the first screen as it stands, without a second paint, and goes on from it. */
import { hydrate, options, render } from 'preact'
import { sayWhatChanges } from '#core/design/said.ts'
import { defineRoom } from './frame/element.ts'
import { Running } from './frame/running.tsx'
import { leave, meetHost, tellHost } from './net/host.ts'
import type { Island } from './net/island.ts'
import { wear } from './parts/sheets.ts'
import { closed, endBack, listenToBack } from './press/back.ts'
import { listenToCalls } from './press/calling.ts'
import { passOverSecondPresses } from './press/second-press.ts'
import { listenToShift } from './press/shift.ts'
import { tellLeaving } from './press/use-leaving.ts'
import { forget } from './state/kept.ts'
import type { Early } from './state/live.ts'
import appStyle from './styles/app.css?inline'
import { speak } from './words/speech.ts'

/** What was done in the page before the script came. */
function earlyOf(root: ParentNode, { first }: Island): Early {
  const ticked = (name: string) =>
    [...root.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)].map(({ value }) => value)
  const open = [...root.querySelectorAll('details[open]')].map(({ className }) => className)
  // a browser without popovers shows none
  const pressed = CSS.supports('selector(:popover-open)') && root.querySelector('.wait:popover-open') !== null
  const said = root.querySelector<HTMLTextAreaElement>('#own')?.value ?? ''
  return { ticked: ticked(first.visit.address), flags: ticked('strip'), open, pressed, said }
}

function start(container: HTMLElement, island: Island) {
  const speech = speak(island.language, island.words)
  const wipe = () => render(null, container)
  const exit = () => {
    const address = speech.t('widget:exit.address')
    wipe()
    forget()
    endBack(() => leave(address))
  }
  const early = earlyOf(container, island)
  sayWhatChanges(options)
  hydrate(<Running island={island} speech={speech} early={early} exit={exit} />, container)
  if (import.meta.hot)
    void import('./hot.ts').then(({ follow }) =>
      follow(container, island, (now) => render(<Running {...now} early={early} exit={exit} />, container)),
    )
  listenToShift(container, (left) => (left === 0 ? exit() : tellLeaving(left)))
  listenToCalls(container)
  passOverSecondPresses(container)
  const frame = document.querySelector('iframe')
  if (frame) listenToBack(frame)
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && tellHost({ kynnys: 'close' }))
  meetHost(
    () =>
      new ResizeObserver(() => tellHost({ kynnys: 'resize', height: container.scrollHeight })).observe(
        container,
      ),
    closed,
  )
  // a page kept for Back would show the conversation again: it comes back as a new one
  addEventListener('pagehide', wipe)
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
}

defineRoom({ app: appStyle }, start)

// development only: worn again when it changes on disk
import.meta.hot?.accept('./styles/app.css?inline', (sheet) => sheet && wear('app', sheet.default))
