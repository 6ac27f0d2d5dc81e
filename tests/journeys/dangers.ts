/** Ways of telling danger, and one walk for all of them: from the first question over the card to the coordinator's desk. */

import type { Page } from 'playwright'
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import { halfDayName } from '#core/say/day.ts'
import { byWhen } from '#core/say/time.ts'
import { loadArea, loadWords } from '../support/content.ts'
import { led } from '../support/screen/choosing.ts'
import { tellRow } from '../support/screen/in-request.ts'
import { bring, seeCard } from '../support/screen/request-form.ts'
import { photograph } from './resident.ts'
import { speechOf, type Voice, voiceOf } from './speaking.ts'

const { lines } = loadArea().lines
/** The number of a line as a link has it. */
export const numberOf = (line: string) =>
  (lines.find((one) => one.line === line)?.number ?? '').replace(/\s/g, '')

const go = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')

const rowOf = (page: Page, value: string | undefined) => page.locator(`.question [value="${value}"]`).first()

/**
 * Ticks these of the question that stands, by the ids of the answers, which are the same in every language.
 * @returns whether one press was the answer and has led on
 */
export async function tick(page: Page, ...values: string[]): Promise<boolean> {
  for (const value of values) {
    const row = rowOf(page, value)
    const isPress = await row.evaluate((one) => one instanceof HTMLButtonElement)
    if (!isPress) await row.check()
    else if (await led(page.locator('.question'), row)) return true
  }
  return false
}

const asked = (page: Page, [first]: string[]) => rowOf(page, first).waitFor()

/** Answers the question that these ticks are of; the next screen may be that of a danger. */
export async function answer(page: Page, voice: Voice, values: string[]) {
  await asked(page, values)
  const heading = page.locator('main h2').first()
  const before = await heading.innerText()
  if (!(await tick(page, ...values))) await go(page, voice.t('widget:next'))
  // the next screen is there when its heading is another
  await heading.filter({ hasNotText: before }).waitFor()
}

/** Answers question after question; each list is one question's ticks. */
export async function talk(page: Page, voice: Voice, ...answers: string[][]) {
  for (const values of answers) {
    await answer(page, voice, values)
    // what was told has its own screen
    const told = page.locator('.told')
    if ((await told.count()) > 0)
      await told.getByRole('button', { name: voice.t('widget:help.goOn'), exact: true }).press('Enter')
  }
}

/** Is a link that calls this number wholly in the first window, between what is pinned above and below? */
export const inWindow = (page: Page, number: string) =>
  page.evaluate((wanted) => {
    const root = document.querySelector('kynnys-room')?.shadowRoot
    const pinned = root?.querySelector('.pinned')?.getBoundingClientRect()
    const low = pinned && pinned.bottom >= innerHeight - 1 ? pinned.top : innerHeight
    const ways = root?.querySelector('.ways')
    const links = [...(root?.querySelectorAll<HTMLElement>(`a[href="tel:${wanted}"]`) ?? [])]
    return links.some((link) => {
      const { top, bottom, height } = link.getBoundingClientRect()
      const isPinned = ways?.contains(link) && !link.closest('details')
      const high =
        isPinned || link.closest('.strip') ? 0 : Math.min(ways?.getBoundingClientRect().bottom ?? 0, top)
      return link.checkVisibility() && height >= 44 && top >= Math.max(0, high) - 1 && bottom <= low + 1
    })
  }, number)

/** How it is told, and whose number must stand there from then on. */
export type Way = {
  /** answers up to the one that tells, which is the last */
  told: string[][]
  line: string
  /** the answers from there to the result */
  after: string[][]
  /** where it leads */
  segment: string
  /** keys of what the coordinator reads besides */
  desk: string[]
  /** told in the request: keys of the question and of its answer */
  asks?: [question: string, answer: string][]
  /** half-days in which alone it is safe to call */
  safeTimes?: ('4-morning' | '1-afternoon')[]
}

const FEAR = {
  told: [['family-children'], ['self'], ['fear']],
  line: 'zero-line',
  after: [['2']],
  segment: 'safety-first',
  desk: ['family-children:trouble.options.fear'],
}
const COUPLE = 'fear between a couple without children'
export const WAYS: Record<string, Way> = {
  'fear in the family, told by oneself': FEAR,
  'fear in the family of a near one': {
    ...FEAR,
    told: [['family-children'], ['relative'], ['tired', 'fear']],
    after: [['3']],
  },
  [COUPLE]: {
    told: [['safety']],
    line: 'zero-line',
    after: [['self'], ['watched'], ['30-64']],
    segment: 'safety-first',
    desk: ['safety:what.options.watched'],
  },
  'one who hurts others': {
    told: [['safety'], ['self'], ['hurting']],
    line: 'social-crisis',
    after: [['30-64']],
    segment: 'safety-first',
    desk: ['safety:what.options.hurting'],
  },
  'who cannot manage, and nobody helps': {
    told: [['housing'], ['self'], ['moving'], ['1'], ['none']],
    line: 'social-crisis',
    after: [],
    segment: 'social-services',
    desk: ['guidance:needs.options.housing', 'guidance:along.options.alone'],
    asks: [['guidance:along.question', 'guidance:along.options.alone']],
  },
  'a sixteen-year-old who cannot manage, on a Saturday': {
    told: [['daily-life'], ['self'], ['meals'], ['1'], ['under-18']],
    line: 'child-line',
    after: [],
    segment: 'social-services',
    desk: ['guidance:age.options.under-18', 'guidance:when-needed.options.today'],
    asks: [['guidance:when-needed.question', 'guidance:when-needed.options.today']],
  },
  'who does not want to live, asked about the mind': {
    told: [['mood-crisis'], ['self'], ['not-living']],
    line: 'crisis-line-fi',
    after: [['2'], ['30-64']],
    segment: 'emergency',
    desk: ['mood-crisis:trouble.options.not-living'],
  },
  'who has no food': {
    told: [['money'], ['self'], ['no-food']],
    line: 'social-crisis',
    after: [['3']],
    segment: 'social-services',
    desk: ['money:trouble.options.no-food'],
  },
  'fear, with the times when a call is safe': { ...FEAR, safeTimes: ['4-morning'] },
}

/** A number that nobody else has: requests from one number would be folded into one row. */
let numbers = 0
const newNumber = () => `040 123 ${5000 + ++numbers}`

/** The walk of one way: each part adds to `wrong`, in words, what was not as it must be. */
export class Walk {
  readonly wrong: string[] = []
  readonly voice: Voice
  constructor(
    readonly page: Page,
    language: string,
    readonly way: Way,
    /** how its photographs are called */
    readonly file = 'danger',
  ) {
    this.voice = voiceOf(language)
  }

  /** The line's number in the first window of the screen that stands. */
  async look(where: string) {
    await photograph(this.page, `${this.file}-${this.voice.language}-${where}`)
    if (!(await inWindow(this.page, numberOf(this.way.line))))
      this.wrong.push(`${where}: ${this.way.line} is not in the first window`)
  }

  /** To the question that tells: there at the tick, gone when it is unticked, two equal ways after it. */
  async tell() {
    const { page, way } = this
    const { t } = this.voice
    await talk(page, this.voice, ...way.told.slice(0, -1))
    const [last = []] = way.told.slice(-1)
    await asked(page, last)
    await tick(page, ...last)
    await this.look('at the tick')
    if ((await page.locator('.question input[type=checkbox]').count()) > 0) {
      await page.locator(`.question input[value="${last.at(-1)}"]`).uncheck()
      if ((await page.locator('main .help').count()) > 0) this.wrong.push('it stays when it is unticked')
      await tick(page, ...last)
    }
    await go(page, t('widget:next'))
    const goOn = page.getByRole('button', { name: t('widget:help.goOn'), exact: true })
    await goOn.waitFor()
    await this.look('after it')
    const ask = page.getByRole('button', { name: t('widget:offer.ask'), exact: true })
    const [one, other] = [await ask.boundingBox(), await goOn.boundingBox()]
    if (one?.width !== other?.width || one?.height !== other?.height)
      this.wrong.push('the two ways are not equal')
    await goOn.press('Enter')
  }

  /** The other questions, and the result: no booking, and nobody was asked to manage alone. */
  async toResult() {
    const { page, way } = this
    const { t } = this.voice
    for (const values of way.after) {
      await asked(page, values)
      await this.look(`before ${values[0]}`)
      await talk(page, this.voice, values)
    }
    await page.locator('.result').waitFor()
    await this.look('on the result')
    if ((await page.getByRole('button', { name: t('widget:today.need'), exact: true }).count()) > 0)
      this.wrong.push('asked to hurry')
    if ((await page.locator('.result').getByText(t('widget:result.linkedAdd'), { exact: true }).count()) > 0)
      this.wrong.push('asked for another matter')
    if ((await page.locator('.already').count()) > 0) this.wrong.push('told that things go well')
    if (
      (await page
        .locator('.way')
        .filter({ hasText: t('widget:three.book') })
        .count()) > 0
    )
      this.wrong.push('a time can be booked')
  }

  /** What only the contact needs; then the card. */
  async toCard() {
    const { page, way } = this
    const { t } = this.voice
    const ask = page.locator('.result').getByRole('button', { name: t('widget:offer.ask') })
    await ask.first().press('Enter')
    await page.locator('.request .go').waitFor()
    await this.look('in the form')
    const safe = page.locator(`input[name=safe][value=${way.safeTimes ? 'no' : 'yes'}]`)
    if ((await safe.count()) > 0) await safe.check()
    for (const half of way.safeTimes ?? [])
      await page
        .getByRole('checkbox', { name: halfDayName(speechOf(this.voice.language), half), exact: true })
        .check()
    await (await bring(page, page.locator('input[type=tel]'))).fill(newNumber())
    for (const [question, answer] of way.asks ?? []) await tellRow(page, t(question), t(answer))
    await seeCard(page)
    await page.locator('.card').waitFor()
    await this.look('on the card')
  }

  /** Sends what the card shows: one promise, the one that was shown before, and the number stays. */
  async send(): Promise<{ body: CallbackRequestBody; receipt: Receipt }> {
    const { page, way } = this
    const { t, language } = this.voice
    const card = await page.locator('.room').innerText()
    const sending = page.waitForResponse((one) => one.url().endsWith('/api/callback-requests'))
    await go(page, t('widget:card.send'))
    const response = await sending
    await page.locator('.sent').waitFor()
    await this.look('after sending')
    const receipt = (await response.json()) as Receipt
    const when = receipt.promise ? byWhen(speechOf(language), receipt.promise) : 'no date'
    if (!card.includes(when)) this.wrong.push(`the card does not say ${when}`)
    const context = 'call'
    if ((await page.locator('.promise').innerText()) !== t('widget:sent.promise', { when, context }))
      this.wrong.push(`it is not promised that we call ${when}`)
    const { segment, safeTime } = receipt
    if (segment !== way.segment) this.wrong.push(`leads to ${segment}`)
    if (safeTime !== (way.safeTimes && 'chosen')) this.wrong.push(`the time is ${safeTime}`)
    return { body: response.request().postDataJSON(), receipt }
  }
}

/** All of it. @returns what was wrong on the way, and the request */
export async function walkToSent(page: Page, language: string, way: Way, file: string) {
  const walk = new Walk(page, language, way, file)
  await walk.tell()
  await walk.toResult()
  await walk.toCard()
  return { ...(await walk.send()), wrong: walk.wrong }
}

/** Opens a request on the desk, in a language. @returns its row, and itself, in the words that stand there */
export async function openOnDesk(desk: Page, language: string, id: string) {
  const name = loadWords(language).language?.name ?? ''
  await desk.getByRole('button', { name, exact: true }).first().click()
  const row = desk.locator(`[data-row="${id}"]`)
  await row.getByRole('link').click()
  await desk.locator(`[data-row="${id}"] [aria-current=true]`).waitFor()
  const view = desk.locator('.request-view')
  await view.waitFor()
  return { row: await row.innerText(), view: await view.innerText() }
}
