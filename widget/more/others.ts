/** One chat a page: what else asks for one is told to the web master. */
import { warn } from '../loader/warn.ts'

const stationOf = (one: HTMLElement) => one.getAttribute('station') || one.dataset.station

/** @param host the element that shows the chat */
export function tellOfOthers(host: HTMLElement) {
  const look = () => {
    const shown = stationOf(host)
    for (const one of document.querySelectorAll<HTMLElement>('kynnys-chat,script[data-station]')) {
      const station = stationOf(one)
      if (station && station !== shown && host.isConnected) warn(`one chat a page, not ${station}.`)
    }
  }
  look()
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
}
