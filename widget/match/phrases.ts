/** The phrases of the language and what reckons with them: fetched once, whatever is typed, and made ready in slices. */
import type { Suggestions } from '#core/match/reckoning.ts'
import { part } from '../net/content.ts'
import type { Island } from '../net/island.ts'

/** So long nothing else has its turn (milliseconds): a key that is pressed meanwhile is not late. */
const SLICE = 8
/** More than this says nothing that is not said before it (letters). */
const READ = 2000

/** What is like a text. */
export type Matcher = (text: string) => Suggestions

/** What somebody presses meanwhile goes first; but who waits for it does not wait for a page that is never at rest (milliseconds). */
const AT_LAST = 50
const pause = () =>
  new Promise<unknown>((go) =>
    'requestIdleCallback' in self ? requestIdleCallback(go, { timeout: AT_LAST }) : setTimeout(go),
  )

async function made(path: string): Promise<Matcher> {
  const [phrases, { reckoningOf, offeredFor }] = await Promise.all([part(path), import('./matching.ts')])
  const steps = reckoningOf(phrases as Parameters<typeof reckoningOf>[0])
  for (let until = performance.now() + SLICE; ; ) {
    const step = steps.next()
    if (step.done) return (text) => offeredFor(step.value, text.slice(0, READ))
    if (performance.now() < until) continue
    await pause()
    until = performance.now() + SLICE
  }
}

const ready = new Map<string, Promise<Matcher>>()

/** Where the phrases of the page's language are; a language without any has no field for one's own words. */
export const phrasesOf = ({ parts }: Island) => parts.find(({ name }) => name === 'phrases')?.path

/** Rejects when they do not come; the next wish tries again. */
export function matcherOf(path: string): Promise<Matcher> {
  const matcher = ready.get(path) ?? made(path)
  ready.set(path, matcher)
  matcher.catch(() => ready.delete(path))
  return matcher
}
