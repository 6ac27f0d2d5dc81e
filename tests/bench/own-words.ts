/** One's own words: how well they are found on sentences that nobody saw who wrote the phrases, what they cost on the way, and on a slow phone. */

import { readdirSync } from 'node:fs'
import type { Manifest } from '#core/contract/content.ts'
import {
  judge,
  phrasesIn,
  reckoningFor,
  sentencesIn,
  THIRDS,
  type Third,
} from '../flows/own-words/judging.ts'
import { type Figure, type Measure, spread } from './bench.ts'
import { serveShipped } from './serving.ts'
import { launchPhone, takePhone } from './slow-phone.ts'

const KB = 1000
const ROUNDS = 5
const TYPED = 'Postissa tuli taas punainen kuori'
const LANGUAGES = ['fi', 'sv', 'en']
/** In hundred: the right area first, and among the three. */
const GOALS: Record<Third, [first: number, three: number]> = {
  plain: [90, 97],
  service: [80, 93],
  oblique: [65, 88],
}

/** `93 (86–97)`: in hundred, with the interval in which 19 of 20 such samples would lie (Wilson). */
function share(found: number, count: number): { value: number; text: string } {
  const [part, z] = [found / count, 1.96]
  const middle = (part + (z * z) / (2 * count)) / (1 + (z * z) / count)
  const wide =
    (z * Math.sqrt((part * (1 - part)) / count + (z * z) / (4 * count * count))) / (1 + (z * z) / count)
  const inHundred = (value: number) => Math.round(100 * value)
  const [least, most] = [inHundred(middle - wide), inHundred(middle + wide)]
  return { value: 100 * part, text: `${inHundred(part)} (${least}–${most})` }
}

function found(language: string): Figure[] {
  const judged = judge(reckoningFor(phrasesIn(language)), sentencesIn(language))
  return THIRDS.map((third) => {
    const { count, first, three } = judged[third]
    const [least, leastOfThree] = GOALS[third]
    const [one, all] = [share(first, count), share(three, count)]
    return {
      what: `own words ${language}, ${third}: first / of three in 100`,
      ours: `${one.text} / ${all.text}`,
      beside: {},
      goal: `≥ ${least} / ${leastOfThree}`,
      // what is a half below rounds to it
      held: one.value >= least - 0.5 && all.value >= leastOfThree - 0.5,
    }
  })
}

/** As the build names it. */
const CHUNK = `/assets/${readdirSync('dist/assets').find((name) => /^matching-.*\.js$/.test(name))}`

type Cost = { bytes: number; made: number; longest: number; asked: number }

/** Runs in the page, on what the page itself would fetch. */
async function costIn([chunk, path, text]: [string, string, string]): Promise<Omit<Cost, 'bytes'>> {
  const [phrases, { reckoningOf, offeredFor }] = await Promise.all([
    fetch(path).then((answer) => answer.json()),
    import(chunk),
  ])
  const began = performance.now()
  const steps = reckoningOf(phrases)
  let longest = 0
  let step = steps.next()
  while (!step.done) {
    const before = performance.now()
    step = steps.next()
    longest = Math.max(longest, performance.now() - before)
  }
  const made = performance.now() - began
  offeredFor(step.value, text)
  const before = performance.now()
  for (let times = 0; times < 20; times++) offeredFor(step.value, text)
  return { made, longest, asked: (performance.now() - before) / 20 }
}

/** What the page of all advice fetches beside. */
async function itemsIn(language: string, url: string): Promise<Figure> {
  const { parts } = (await (await fetch(`${url}/api/content/${language}`)).json()) as Manifest
  const path = parts.find(({ name }) => name === 'item-phrases')?.path ?? ''
  const answer = await fetch(url + path, { headers: { 'accept-encoding': 'br' } })
  const bytes = Number(answer.headers.get('content-length'))
  return {
    what: `own words ${language}: bytes of phrases of advice items`,
    ours: `${(bytes / KB).toFixed(2)} kB`,
    beside: {},
    goal: '≤ 40 kB',
    held: bytes > 0 && bytes <= 40 * KB,
  }
}

export const ownWords: Measure = {
  name: 'own words',
  async run(say) {
    const ours = await serveShipped()
    const browser = await launchPhone()
    try {
      const figures: Figure[] = []
      for (const language of LANGUAGES) {
        say(language)
        figures.push(...found(language))
        const { parts } = await (await fetch(`${ours.url}/api/content/${language}`)).json()
        const path = (parts as Manifest['parts']).find(({ name }) => name === 'phrases')?.path ?? ''
        const costs: Cost[] = []
        for (let round = 0; round < ROUNDS; round++) {
          const { page, close } = await takePhone(browser, async () => {}, { slowNetwork: false })
          await page.goto(`${ours.url}/chat/${language}?station=laukaa`)
          const of = async (url: string) =>
            Number((await fetch(url, { headers: { 'accept-encoding': 'br' } })).headers.get('content-length'))
          const cost = await page.evaluate(costIn, [CHUNK, path, TYPED] as [string, string, string])
          costs.push({ ...cost, bytes: (await of(ours.url + path)) + (await of(ours.url + CHUNK)) })
          await close()
        }
        const [bytes = 0] = costs.map((one) => one.bytes)
        figures.push({
          what: `own words ${language}: bytes of phrases and reckoning`,
          ours: `${(bytes / KB).toFixed(2)} kB`,
          beside: {},
          goal: '≤ 40 kB',
          held: bytes > 0 && bytes <= 40 * KB,
        })
        figures.push(await itemsIn(language, ours.url))
        const column = (name: keyof Cost) => costs.map((one) => one[name])
        figures.push({
          what: `own words ${language}: made ready, 4× CPU`,
          ours: spread(column('made'), 'ms'),
          beside: {
            'longest step': spread(column('longest'), 'ms'),
            'one question': spread(column('asked'), 'ms'),
          },
        })
      }
      return figures
    } finally {
      await browser.close()
      await ours.close()
    }
  },
}
