/** The promise in words, by the way that was chosen. Who comes by is told when and where, or by when a time is set. */
import type { Visit } from '#core/contract/callback.ts'
import type { Place } from '#core/contract/content.ts'
import type { CallPromise } from '#core/contract/promise.ts'
import type { SafeTime } from '#core/request/choices.ts'
import { byWhen, dayAndTime, whenMet } from '#core/say/time.ts'
import type { Estimate } from '../net/promises.ts'
import type { Speech } from './speech.ts'

/** `Tule: Laukaan asema, ma 30.11. klo 9–12. Palveluohjaaja on paikalla.` `name`: who is known to meet. */
export function comeText(speech: Speech, place: Place, visit: Visit, name?: string): string {
  return speech.t('widget:visit.come', {
    station: place.stations.find((one) => one.station === visit.station)?.name ?? place.station.name,
    when: whenMet(speech, visit),
    name: name ?? speech.t('widget:status.someone'),
  })
}

/** `ma 28.12. klo 16 mennessä`; of a visit the texts themselves say that it is the latest: `ma 28.12. klo 16`. */
export const whenOf = (speech: Speech, promise: CallPromise, way: string): string =>
  way === 'visit' ? dayAndTime(speech, promise.day, promise.by) : byWhen(speech, promise)

/** The offer, in the way that is wished. @param key of what is offered: a call, or a visit where somebody is met */
export function offerText(
  speech: Speech,
  estimate: Estimate | undefined,
  way = 'call',
  key = 'offer.when',
): string {
  if (!estimate) return speech.t('widget:offer.soon')
  return promisedIn(speech, key, estimate, way).join(' ')
}

/** By when somebody calls, in large words, and what is to be said of it: that it is crowded, that it is when it is safe, that it is not known yet. */
export function calledWhen(
  speech: Speech,
  estimate: Estimate | undefined,
): { notes: string[]; when?: string } {
  if (!estimate) return { notes: [speech.t('widget:offer.soon')] }
  const promise = timeIn(estimate)
  const full = fullText(speech, estimate)
  const notes = full ? [full] : []
  if (promise) return { notes, when: whenOf(speech, promise, 'call') }
  return { notes: estimate.safeTime ? [...notes, speech.t('widget:promise.safe')] : notes }
}

/** Said where the next days are full: that it takes longer, or that no day can be promised. Then other ways stand first. */
export function fullText({ t }: Speech, told: Promised | undefined): string | undefined {
  if (told && !told.promise) return t('widget:promise.full')
  return told?.promise?.crowded && t('widget:promise.crowded')
}

/** The promise of which a time is told: in words alone none is. */
const timeIn = ({ promise, safeTime }: Promised) => (promise && safeTime !== 'words' ? promise : undefined)

/** That the days are full, if they are, and by when; told in words alone when it is safe, and while no day has room, without a time. */
function promisedIn(speech: Speech, key: string, told: Promised, way: string): string[] {
  const promise = timeIn(told)
  const when = promise && whenOf(speech, promise, way)
  // on no day that is known either they are called only when it is safe
  const known = promise
    ? speech.t(`widget:${key}`, { when, context: way })
    : told.safeTime && speech.t('widget:promise.safe')
  return [fullText(speech, told), known].filter((text) => text !== undefined)
}

type Promised = {
  promise?: CallPromise | undefined
  visit?: Visit | undefined
  safeTime?: SafeTime | undefined
}

/** What is promised to one who has sent a request, in sentences: when to come, when we call, or that it is when it is safe. */
export function promisedText(speech: Speech, place: Place, promised: Promised, way: string): string[] {
  const { visit } = promised
  // who has a time to come is told nothing of days that are full
  if (visit) return [comeText(speech, place, visit)]
  return promisedIn(speech, 'sent.promise', promised, way)
}
