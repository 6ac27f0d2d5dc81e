import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { ASKER } from '#core/flow/named.ts'
import { size } from '../../support/evidence.ts'
import { long } from '../../support/long.ts'
import { fieldOf, seeCard } from '../../support/screen/request-form.ts'
import { answer, button, posted, toCard, walkBy, withChat } from '../room.ts'

const { harness, openRoom } = withChat()

const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 1280, height: 800 },
]

/** A long card of one who asks for a near one: a line of the contact and several answers hang on others. */
async function longCard(viewport = SIZES[0]): Promise<Page> {
  const page = await openRoom(viewport && { viewport })
  await answer(page, 'Asuminen', 'Raha-asiat ja laskut', 'Arjen askareet ja itsestä huolehtiminen')
  await walkBy(page, ['Muun läheisen tai naapurin', 'En selviä ilman apua', 'Hän ei selviä ilman apua'])
  await page.locator('.result').waitFor()
  await toCard(page, 'Äiti on väsynyt')
  return page
}

const rowOf = (page: Page, id: string) => page.locator(`.card li[data-row="${id}"]`)
const ids = (page: Page) =>
  page.locator('.card li').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.row ?? ''))
/** Its lines without what is told at them. */
const lines = (page: Page) =>
  page
    .locator('.card li:not(.removed)')
    .evaluateAll((all) =>
      all.map((one) => [...one.querySelectorAll('small, b')].map((part) => part.textContent)),
    )
const removable = async (page: Page) =>
  (await ids(page)).filter((id) => !['contact.way', 'contact.whom'].includes(id))
/** What was told since the last act, aloud. */
const spoken = (page: Page) =>
  page.locator('.request > .unseen[role=status]').first().locator('p').allInnerTexts()
const topOf = (page: Page, id: string) => rowOf(page, id).evaluate((row) => row.getBoundingClientRect().top)
/** The row as the reader has it before them: in the middle of the window, as far as the page goes. */
const toMiddle = (page: Page, id: string) =>
  rowOf(page, id).evaluate((row) => row.scrollIntoView({ block: 'center', behavior: 'instant' }))
/** Once all that a press does has been drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

type Hand = 'pointer' | 'keys'
async function press(page: Page, id: string, hand: Hand) {
  const act = rowOf(page, id).getByRole('button')
  if (hand === 'pointer') return act.click()
  await act.focus()
  await page.keyboard.press('Enter')
}

/** Presses the row's button; how far the row went on the screen by it (px), and whether the focus is on its button. */
async function moved(page: Page, id: string, hand: Hand) {
  const row = rowOf(page, id)
  const act = row.getByRole('button')
  const before = await act.innerText()
  // as it is pressed: Playwright may have scrolled to reach it
  await row.evaluate((one) =>
    one.addEventListener(
      'click',
      () => {
        one.dataset.top = String(one.getBoundingClientRect().top)
      },
      { capture: true, once: true },
    ),
  )
  await press(page, id, hand)
  await expect.poll(() => act.innerText()).not.toBe(before)
  await drawn(page)
  const focused = await act.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)
  const top = Number(await row.evaluate((one) => one.dataset.top))
  return { by: Math.round(Math.abs((await topOf(page, id)) - top)), focused }
}

describe('a line taken off the card', () => {
  for (const viewport of SIZES.slice(0, size(1, SIZES.length)))
    it(`keeps its place and the focus, and so does it put back, at ${viewport.width} px`, async () => {
      const page = await longCard(viewport)
      const whole = await lines(page)
      const all = await removable(page)
      expect(all.length).toBeGreaterThan(10)
      const some = [all[0], ASKER, all[Math.floor(all.length / 2)], all.at(-1)]
      for (const [at, id = ''] of some.entries())
        for (const hand of ['pointer', 'keys'] as const) {
          await toMiddle(page, id)
          for (const act of ['removed', 'put back'])
            expect(await moved(page, id, hand), `${at} ${id} ${act} by ${hand}`).toEqual({
              by: 0,
              focused: true,
            })
          expect(await lines(page), id).toEqual(whole)
        }
    })

  it('tells aloud and at its row what else went, and what is asked and proposed then', async () => {
    const page = await longCard()
    const whole = await lines(page)
    await moved(page, ASKER, 'pointer')
    expect(await spoken(page)).toEqual([
      'Poistettu: Kenen asiasta',
      'Samalla poistui myös: Keneen otamme yhteyttä?',
      'Kortin otsikko on nyt: ”Pyydät soittoa”',
    ])
    expect(await rowOf(page, ASKER).innerText()).toContain('”Pyydät soittoa”')
    await moved(page, 'needs', 'keys')
    const [head, also] = await spoken(page)
    expect(head).toBe('Poistettu: Asiat')
    expect(also).toContain('Asuminen: Vaikeaa asumisessa')
    expect(also?.match(/Raha-asiat ja laskut/g)).toHaveLength(1)
    expect(also).not.toContain('Keneen otamme')
    // the first one first: what hangs on the other stays away
    await moved(page, ASKER, 'pointer')
    expect(await spoken(page)).toEqual([
      'Palautettu: Kenen asiasta',
      'Samalla palasi myös: Keneen otamme yhteyttä?',
      'Kortin otsikko on nyt: ”Pyydät soittoa läheisesi asiassa”',
    ])
    expect((await lines(page)).length).toBeLessThan(whole.length - 1)
    await moved(page, 'needs', 'pointer')
    expect(await lines(page)).toEqual(whole)
  })

  long('every one of them may go, and each comes back by itself, whichever is put back first', async () => {
    const page = await longCard()
    const [whole, all] = [await lines(page), await removable(page)]
    for (const id of all.toReversed()) await press(page, id, 'keys')
    expect(await lines(page)).toHaveLength(1)
    // a line whose question is asked no more waits for the one it hung on
    const first = await ids(page)
    expect(first).not.toContain('housing/trouble')
    for (const order of [1, -1]) {
      for (let left = await page.locator('.card .removed').count(); left > 0; ) {
        await page
          .locator('.card .removed')
          .nth(order === 1 ? 0 : -1)
          .getByRole('button')
          .press('Enter')
        left = await page.locator('.card .removed').count()
      }
      expect(await lines(page)).toEqual(whole)
      for (const id of order === 1 ? all : [])
        if (await rowOf(page, id).count()) await press(page, id, 'keys')
    }
  })

  it('sends exactly what was answered, when all was put back', async () => {
    const page = await longCard()
    const send = async () => {
      harness.api.set('POST /api/callback-requests', () => ({ status: 503 }))
      await button(page, /^(Lähetä|Yritä)/).click()
      await page.getByText('Mitään ei kadonnut').waitFor()
      return posted(harness).at(-1)
    }
    const before = await send()
    for (const id of ['contact.ownWords', 'needs', ASKER]) await press(page, id, 'keys')
    for (const id of ['needs', 'contact.ownWords', ASKER]) await press(page, id, 'keys')
    const after = await send()
    expect(after?.answers).toEqual(before?.answers)
    expect(after?.contact).toEqual(before?.contact)
  })

  long('is still there to be put back after a visit to the form', async () => {
    const page = await longCard()
    const whole = await lines(page)
    await press(page, 'contact.ownWords', 'keys')
    await press(page, 'needs', 'keys')
    await press(page, 'contact.way', 'keys')
    expect(await (await fieldOf(page, 'Omin sanoin')).inputValue()).toBe('')
    await seeCard(page)
    await press(page, 'needs', 'keys')
    await press(page, 'contact.ownWords', 'keys')
    expect(await lines(page)).toEqual(whole)
  })

  long('a page that does not scroll with it loses the place (red twin)', async () => {
    const page = await longCard()
    await page.evaluate(() => {
      globalThis.scrollBy = () => {}
      document.documentElement.style.overflowAnchor = 'none'
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('.request, .card ul { margin: 0 !important; padding: 0 !important }')
      document.querySelector('kynnys-room')?.shadowRoot?.adoptedStyleSheets.push(sheet)
    })
    await toMiddle(page, ASKER)
    expect((await moved(page, ASKER, 'keys')).by).toBeGreaterThan(20)
  })
})
