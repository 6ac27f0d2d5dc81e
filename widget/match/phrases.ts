/** The phrases of the language and what reckons with them: fetched once, whatever is typed, and made ready in slices. */
import type { Suggestions } from '#core/match/reckoning.ts'
import { part } from '../net/content.ts'
import type { Island } from '../net/island.ts'

/** So long nothing else has its turn (milliseconds): a key that is pressed meanwhile is not late. */
const SLICE = 8
/** More than this says nothing that is not said before it (letters). */
const READ = 2000

/** `items`: those of advice items, which only the page of all advice has. */
export type PhrasePaths = { phrases: string; items?: string | undefined }

/** What is like a text. */
export type Matcher = (text: string) => Suggestions

/** What somebody presses meanwhile goes first; but who waits for it does not wait for a page that is never at rest (milliseconds). */
const AT_LAST = 50
const pause = () =>
  new Promise<unknown>((go) =>
    'requestIdleCallback' in self ? requestIdleCallback(go, { timeout: AT_LAST }) : setTimeout(go),
  )

async function made({ phrases, items }: PhrasePaths): Promise<Matcher> {
  const [said, ofItems, { reckoningOf, offeredFor }] = await Promise.all([
    part(phrases),
    items && part(items),
    import('./matching.ts'),
  ])
  const steps = reckoningOf(...([said, ofItems] as Parameters<typeof reckoningOf>))
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
export function phrasesOf({ parts }: Island): PhrasePaths | undefined {
  const [phrases, items] = ['phrases', 'item-phrases'].map(
    (wanted) => parts.find(({ name }) => name === wanted)?.path,
  )
  return phrases ? { phrases, items } : undefined
}

/** Rejects when they do not come; the next wish tries again. */
export function matcherOf(paths: PhrasePaths): Promise<Matcher> {
  const matcher = ready.get(paths.phrases) ?? made(paths)
  ready.set(paths.phrases, matcher)
  matcher.catch(() => ready.delete(paths.phrases))
  return matcher
}
