/** What the browser says aloud, or shows over other programs, when somebody has come to the queue: how many, and nothing else. Off until one asks for it. */
import { inPractice } from '../../net/practice.ts'
import { steadyNow } from '../../state/clock.ts'
import { session } from '../../state/session.ts'
import { say } from '../../words/words.ts'
import { onceAMinute } from './once-a-minute.ts'
import { chime } from './sound.ts'
import { kept } from './views.ts'

/** May this browser show them: asked of it, by a press, once. */
export const mayShow = (): boolean => 'Notification' in globalThis && Notification.permission === 'granted'
export const isRefused = (): boolean =>
  !('Notification' in globalThis) || Notification.permission === 'denied'

/** @returns that it may */
export async function askToShow(): Promise<boolean> {
  if (isRefused()) return false
  return mayShow() || (await Notification.requestPermission()) === 'granted'
}

const isLookedAt = () => document.visibilityState === 'visible' && document.hasFocus()

function show(count: number): void {
  const text = say('notice.came', { count })
  // the next one takes its place
  const notice = new Notification(inPractice ? say('practice.title', { what: text }) : text, {
    tag: 'kynnys',
    silent: true,
  })
  notice.onclick = () => {
    window.focus()
    notice.close()
  }
}

function tell(count: number): void {
  if (session.get().phase !== 'signed-in') return
  const { notice, sound } = kept.get().settings
  if (sound) chime()
  if (notice && mayShow() && !isLookedAt()) show(count)
}

const later = (act: () => void, milliseconds: number): void => void setTimeout(act, milliseconds)
const together = onceAMinute({ now: steadyNow, later }, tell)

/** So many have come by others’ acts. */
export function tellArrivals(count: number): void {
  const { notice, sound } = kept.get().settings
  if (notice || sound) together(count)
}
