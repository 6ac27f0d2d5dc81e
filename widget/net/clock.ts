/** The server’s time: a phone’s clock may be wrong by a year, and must decide nothing that the server’s can. */

/** server’s clock minus this device’s, ms; absent until the server has said its time */
let ahead: number | undefined

/**
 * @param now the server’s instant, epoch ms; nothing is learnt from one that is none
 * @param asked when the server was asked, by this device, epoch ms
 */
export function setClock(now: number, asked: number): void {
  if (!Number.isNaN(now)) ahead = now - (asked + Date.now()) / 2
}

/** The server’s time now, epoch ms; the device’s until the server has been heard. */
export const serverNow = () => Date.now() + (ahead ?? 0)

/** Has the server said its time? Until then the device’s is the best there is, and nothing is said of “now”. */
export const isTimeKnown = () => ahead !== undefined
