/** What a script of the host page may say to the chat, and hear of it. Of what happens inside nothing is told: nobody may learn by it who asked for help. */

/** The parts of the loader that are spoken to; see `loader/panel.ts`. */
export type Shown = { host: HTMLElement; panel: HTMLDialogElement; launcher: HTMLButtonElement }

/** Everything that made it come: it goes with them. */
function takeAway(host: HTMLElement | undefined) {
  for (const tag of document.querySelectorAll<HTMLScriptElement>('script[data-station]')) tag.replaceWith()
  if (window.kynnys) window.kynnys.station = ''
  host?.replaceWith()
}

/** Said where each of them is read: in the tag, in `window.kynnys`, on the element. */
function speak(host: HTMLElement | undefined, language: string) {
  for (const tag of document.querySelectorAll<HTMLElement>('script[data-station]'))
    tag.dataset.language = language
  if (window.kynnys) window.kynnys.language = language
  host?.setAttribute('language', language)
}

/** @returns the chat as the page sees it, and what the second part tells it */
function makeChat() {
  const hearing: { event: KynnysEvent; hear: () => void }[] = []
  let now: Shown | undefined
  /** to be opened from there as soon as it stands */
  let wanted: Element | null | undefined
  /** what had the focus when it was opened by a word: it comes back there, where no button may be */
  let opener: Element | null | undefined
  const tell = (event: KynnysEvent) => {
    for (const one of [...hearing]) if (one.event === event) one.hear()
  }
  const openFrom = (from: Element | null) => {
    wanted = from
    if (!now?.host.isConnected || now.panel.open) return
    wanted = undefined
    opener = from
    now.launcher.click()
  }
  const chat: KynnysChat = {
    open: () => openFrom(document.activeElement),
    close: () => {
      wanted = undefined
      now?.panel.close()
    },
    remove: () => takeAway(now?.host),
    setLanguage: (language) => speak(now?.host, language),
    on: (event, hear) => {
      const one = { event, hear }
      hearing.push(one)
      if (event === 'ready' && now) hear()
      return () => void hearing.splice(hearing.indexOf(one), 1)
    },
  }
  const stand = (standing: Shown) => {
    now = standing
    const { panel, launcher } = standing
    panel.addEventListener('close', () => {
      if (panel.open) return
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
      opener = undefined
      tell('closed')
    })
    launcher.addEventListener('click', () => tell('opened'))
    tell('ready')
    if (wanted !== undefined) openFrom(wanted)
  }
  return { chat, openFrom, stand }
}

export const { chat, openFrom, stand } = makeChat()
window.kynnys = Object.assign(window.kynnys ?? {}, { chat })
