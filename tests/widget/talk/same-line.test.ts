/** It is a talk: the question always at the same line, one press where one answer is enough, the last exchange above. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { some } from '../../support/evidence.ts'
import { longDescribe } from '../../support/long.ts'
import { desktop, phone } from '../../support/screen/browser.ts'
import { withApp } from '../../support/screen/with-browser.ts'
import { answer, button, heading, openChat, withChat } from '../room.ts'

const { openRoom, newPage } = withChat()

/** Answers of somebody with two matters, so that questions of every kind come. */
const ANSWERS: string[][] = [
  ['Raha-asiat ja laskut', 'Asuminen'],
  ['Omastani'],
  [
    'Laskuja tai velkoja on jäänyt maksamatta',
    'Lääkkeet tai hoitomaksut ovat liian kalliita',
    'Eläke ei riitä',
  ],
  ['On usein vaikeaa'],
  ['Vuokra on liian suuri'],
  ['En selviä ilman apua'],
]

/**
 * Where the question's heading begins, once it stands still; more is said where the strip covers the last exchange, or cuts what is
 * folded above it.
 */
const lineOf = (page: Page) =>
  page.evaluate(async () => {
    const root = document.querySelector('kynnys-room')?.shadowRoot as ShadowRoot
    await Promise.all(root.getAnimations().map(({ finished }) => finished))
    const box = (selector: string) => root.querySelector(selector)?.getBoundingClientRect()
    const strip = box('.head')?.bottom ?? 0
    const [last = -1, folded = 0] = [box('.last')?.top, box('.earlier summary')?.bottom]
    const isClear = last >= strip && folded <= strip
    return `${Math.round(box('.question h2')?.top ?? -1)}${isClear ? '' : ` covers ${last} ${folded}`}`
  })

async function linesOf(page: Page): Promise<string[]> {
  const lines: string[] = []
  for (const rows of ANSWERS) {
    await answer(page, ...rows)
    await page.locator('.question').waitFor()
    lines.push(await lineOf(page))
  }
  return lines
}

describe('a question', () => {
  const sizes = { phone: phone.viewport, small: { width: 320, height: 568 }, desktop: desktop.viewport }
  it.each(some(Object.entries(sizes), 2))(
    'stands at the same line, whatever was answered (%s)',
    async (_, viewport) => {
      const page = await openRoom({ viewport })
      const lines = await linesOf(page)
      expect(lines).toHaveLength(ANSWERS.length)
      expect([...new Set(lines)]).toEqual([lines[0]])
      expect(lines[0]).toMatch(/^\d+$/)
    },
  )

  it('says one line after a hard answer, in its heading, and none after another', async () => {
    const page = await openRoom()
    await answer(page, 'Raha-asiat ja laskut')
    await answer(page, 'Omastani')
    await answer(page, 'Vuokra tai lainan lyhennys vie rahat')
    const easy = 'Välillä on vaikeaa'
    await page.locator('.row', { hasText: easy }).waitFor()
    expect(await page.locator('.question h2').textContent()).not.toContain('Kiitos, että kerroit')
    await answer(page, 'En selviä ilman apua')
    await page.locator('.row', { hasText: 'Eläkkeestä' }).waitFor()
    expect(await page.locator('.question h2').textContent()).toMatch(
      /^Kiitos, että kerroit\. Apua saa pyytää\. Nyt puhutaan: Raha-asiat ja laskut/,
    )
    await button(page, 'Edellinen kysymys').click()
    await answer(page, easy)
    await page.locator('.row', { hasText: 'Eläkkeestä' }).waitFor()
    expect(await page.locator('.question h2').textContent()).not.toContain('Kiitos, että kerroit')
  })

  it('is answered by one press where one answer is enough, and the answer stands above the next', async () => {
    const page = await openRoom()
    await answer(page, 'Asuminen', 'Raha-asiat ja laskut')
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    expect(await button(page, 'Jatka').count()).toBe(0)
    await button(page, 'Omastani').click()
    await page.getByText(/Asia 1 \/ 2: /).waitFor()
    expect(await page.locator('.last b').textContent()).toBe('Omastani')
    // taken back: what was pressed is seen, another press changes it, and it may stay as it is
    await button(page, /^Muuta.*Kenen asia/).click()
    await expect.poll(() => button(page, 'Omastani').getAttribute('aria-pressed')).toBe('true')
    await button(page, 'Jatka').click()
    await page.getByText(/Asia 1 \/ 2: /).waitFor()
  })

  it('keeps the way on in sight where several may be ticked, and says how many are', async () => {
    const page = await openRoom({ viewport: { width: 320, height: 568 } })
    await answer(page, 'Raha-asiat ja laskut')
    await answer(page, 'Omastani')
    // before anything is ticked it would only hide rows
    expect(await page.locator('.go').evaluate((one) => getComputedStyle(one).position)).toBe('static')
    await page.locator('.question input').first().check()
    const next = await button(page, 'Jatka').boundingBox()
    const human = await page.locator('.pinned').boundingBox()
    expect((next?.y ?? 0) + (next?.height ?? 0)).toBeLessThanOrEqual(human?.y ?? 0)
    // and no row is seen between the two
    const bar = await page.locator('.go').boundingBox()
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeGreaterThanOrEqual(human?.y ?? 1)
    await page.getByText('Valittu: 1').waitFor()
    await page.locator('.question input').nth(1).check()
    await page.getByText('Valittu: 2').waitFor()
  })
})

describe('the matters of the first question', () => {
  it('stand open on the page, all of them, however many there are: nobody seeks in a list of their own', async () => {
    const page = await openRoom({ viewport: { width: 320, height: 568 } })
    const rows = page.locator('.question .row')
    expect(await rows.count()).toBeGreaterThan(15)
    expect(await page.locator('.seek').count()).toBe(0)
    const whole = await page.locator('.rows').evaluate((list) => list.scrollHeight <= list.clientHeight)
    expect(whole).toBe(true)
    const first = await rows.first().boundingBox()
    const human = await page.locator('.pinned').boundingBox()
    expect((first?.y ?? 999) + (first?.height ?? 0)).toBeLessThanOrEqual(human?.y ?? 0)
  })

  it('are gone on with before anything is ticked: what is wrong stands in sight above the first of them', async () => {
    const page = await openRoom({ viewport: { width: 320, height: 568 } })
    await button(page, 'Jatka').click()
    const error = await page.getByRole('alert').boundingBox()
    const strip = await page.locator('.head').boundingBox()
    expect(error?.y ?? 0).toBeGreaterThanOrEqual((strip?.y ?? 0) + (strip?.height ?? 0))
    expect((error?.y ?? 999) + (error?.height ?? 0)).toBeLessThanOrEqual(568)
  })
})

describe('an answer that tells of danger', () => {
  it('never goes on by itself: its help opens there, and the same press takes it back', async () => {
    const page = await openRoom()
    await answer(page, 'Mieli, jaksaminen tai kriisi')
    await answer(page, 'Omastani')
    await answer(page, 'Voimat ovat lopussa')
    await button(page, 'En selviä ilman apua').click()
    await page.locator('.question .help').getByRole('link').first().waitFor()
    expect(await button(page, 'Jatka').isVisible()).toBe(true)
    await button(page, 'En selviä ilman apua').click()
    await expect.poll(() => page.locator('.question .help').count()).toBe(0)
    expect(await button(page, 'Jatka').count()).toBe(0)
    await button(page, 'En selviä ilman apua').click()
    // a finger that slips onto the row beside it does not take the numbers away
    await button(page, 'Välillä on vaikeaa').click()
    await expect.poll(() => button(page, 'Välillä on vaikeaa').getAttribute('aria-pressed')).toBe('true')
    expect(await button(page, 'Jatka').isVisible()).toBe(true)
    await button(page, 'En selviä ilman apua').click()
    await button(page, 'Jatka').click()
    await button(page, 'Jatka kysymyksiin').waitFor()
  })
})

longDescribe('a room that scrolls only as far as it must (red twin)', () => {
  const twin = withApp({}, async () => ({
    dist: await brokenWidget('talk', [
      {
        file: 'widget/parts/use-line.ts',
        find: "section.current?.scrollIntoView({ block: 'start', behavior: 'instant' })",
        put: "section.current?.scrollIntoView({ block: 'nearest' })",
      },
    ]),
  }))
  it('has its questions at many lines', async () => {
    const page = await openChat(await newPage({ viewport: phone.viewport }), twin)
    expect(new Set(await linesOf(page)).size).toBeGreaterThan(1)
  })
})
