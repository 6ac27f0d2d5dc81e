/** Steps that the widget's journeys share: opening the room, answering, and walking to the end. */
import type { Page } from 'playwright'
import { beforeEach } from 'vitest'
import type { Promises } from '#core/contract/promise.ts'
import { choose } from '../support/screen/choosing.ts'
import { fieldOf, seeCard } from '../support/screen/request-form.ts'
import { opened, withBrowser } from '../support/screen/with-browser.ts'
import { type Harness, NOW, type Serving, serveWidget } from './harness.ts'

export const FIRST = 'Missä asioissa haluat neuvoa tai apua?'
/** The one answer to it that leads straight to the result, for those who need only that. */
export const LOOKING = 'Tulin vain katsomaan neuvoja'

/** A page, or a frame in it. */
type Where = Pick<Page, 'getByRole' | 'locator'>

export const button = (page: Where, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
export const heading = (page: Where, name: string) => page.getByRole('heading', { name, exact: true })

/** The script runs: only then is a call request offered among the ways. */
export const ready = (page: Where) => page.locator('.foot a[target]').first().waitFor()

/** The chat as a page of its own, its script running. */
export async function openChat(page: Page, { url }: { url: string }): Promise<Page> {
  await page.goto(`${url}/chat/fi?station=laukaa`)
  await ready(page)
  return page
}

const PROMISES = 'GET /api/promises'
/** The small server says another time, and perhaps other promises. */
export function tellTime({ api }: Harness, at: string, until?: string) {
  const { body } = api.get(PROMISES)?.() ?? {}
  const { areas, ...others } = body as Promises
  const moved = areas.map((one) => ({
    ...one,
    promise: until ? { day: until.slice(0, 10), by: '16:00', until } : one.promise,
  }))
  api.set(PROMISES, () => ({ status: 200, body: { ...others, areas: moved, at } }))
}

/** The built chat on its small server, which each test finds as it started, and a browser for it. */
export function withChat(serving: Serving = {}) {
  const harness = opened(() => serveWidget(serving))
  beforeEach(() => harness.reset())
  const pages = withBrowser({ now: Date.parse(NOW) })
  return {
    harness,
    ...pages,
    openRoom: async (look?: Parameters<typeof pages.newPage>[0]) =>
      openChat(await pages.newPage(look), harness),
  }
}

/** Ticks the rows by their texts and goes on; where one press is enough, it is the answer, unless it tells of danger. */
export async function answer(page: Where, ...rows: string[]) {
  if (await choose(page.locator('.question'), rows)) return
  await button(page, 'Jatka').click()
}

/** From the first question to the advice, by “I don't know” where nothing else is said. */
export async function walkToEnd(page: Page, first = 'Jokin muu asia') {
  await answer(page, first)
  await walkBy(page, [])
}

/**
 * To the end, answering by the first of these rows that a question has, else “I don't know”. By the page itself, a step each
 * time it is drawn: that a finger reaches what is pressed is seen where that is the point.
 */
export async function walkBy(page: Page, rows: string[]) {
  const walked = await page.waitForFunction((wanted) => {
    const root = document.querySelector('kynnys-room')?.shadowRoot
    if (root?.querySelector('.result')) return true
    const question = root?.querySelector('.question')
    const title = question?.querySelector('h2')
    if (!question || !title || title.dataset.answered === title.textContent) return false
    const labels = [...question.querySelectorAll('.row')]
    const textOf = (row: Element) => row.textContent ?? ''
    const row = wanted.map((one) => labels.find((label) => textOf(label) === one)).find(Boolean)
    const unsure = question.querySelector('[value=dontKnow]')
    const one = row?.querySelector('input') ?? row ?? unsure
    const next = [...question.querySelectorAll('button')].find((button) => /^Jatka/.test(textOf(button)))
    const isChosen = one instanceof HTMLInputElement ? one.checked : one?.ariaPressed === 'true'
    if (next && (isChosen || !one)) {
      title.dataset.answered = title.textContent ?? ''
      next.click()
    } else if (one instanceof HTMLElement) one.click()
    return false
  }, rows)
  await walked.dispose()
}

/** From the advice to the card, to be called at this number. */
export async function toCard(page: Page, ownWords = '') {
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.locator('.request .actions').waitFor()
  // asked first of somebody who fears another, and what may be added with it
  const isAfraid = (await page.getByText('Kysymme tämän ensin').count()) > 0
  if (isAfraid) await page.getByLabel('Kyllä, milloin vain').check()
  if (isAfraid && ownWords) await (await fieldOf(page, 'Omin sanoin')).fill(ownWords)
  await (await fieldOf(page, 'Puhelinnumero')).fill('040 123 4567')
  if (!isAfraid && ownWords) await (await fieldOf(page, 'Omin sanoin')).fill(ownWords)
  await seeCard(page)
  await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
}

/** What was posted, in order. */
export const posted = (harness: Harness) =>
  harness.asked
    .filter(({ method, path }) => method === 'POST' && path === '/api/callback-requests')
    .map(
      ({ body }) =>
        JSON.parse(body) as {
          id: string
          code: string
          answers: Record<string, unknown>
          contact: Record<string, unknown>
        },
    )
