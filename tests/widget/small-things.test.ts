/** Small things that stood in somebody's way, each looked at as a browser draws it. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../support/broken.ts'
import { long, longDescribe } from '../support/long.ts'
import { fieldOf } from '../support/screen/request-form.ts'
import { opened } from '../support/screen/with-browser.ts'
import { serveWidget } from './harness.ts'
import { answer, button, heading, LOOKING, openChat, toCard, walkToEnd, withChat } from './room.ts'

const { harness, newPage, openRoom, ownPage } = withChat()

const LAUKAA = 'Palveluneuvonta · Laukaan sosiaali- ja terveysasema'
/** A sheet beside the room's own: of the reader, or of somebody who spoils it. */
const styled = (page: Page, sheet: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.querySelector('kynnys-room')?.shadowRoot?.adoptedStyleSheets.push(sheet)
  }, sheet)
/** Text spacing as WCAG 1.4.12 has it. */
const spaced = (page: Page, more = '') =>
  styled(
    page,
    `*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}${more}`,
  )
/** The room that is left for what stands in the strip beside the way out (px). */
const roomInStrip = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kynnys-room')?.shadowRoot
    const summary = root?.querySelector('.strip > summary') as HTMLElement
    const text = document.createRange()
    text.selectNodeContents(summary)
    // the chevron is 8 px wide, with a margin of 4 and half a row of gap before the way out
    return (
      (root?.querySelector('.ways > .exit')?.getBoundingClientRect().left ?? 0) -
      text.getBoundingClientRect().right
    )
  })
const rowsAcross = (page: Page) =>
  page
    .locator('.question .row')
    .evaluateAll((all) => new Set(all.map((row) => Math.round(row.getBoundingClientRect().left))).size)

const TITLES = [LAUKAA, `Tarkista vastaus · ${LAUKAA}`, LAUKAA, `Valmis · ${LAUKAA}`]
/** The titles of the page after a mistake, at the result and after sending. */
async function titlesOf(page: Page) {
  const titles = [await page.title()]
  const note = async () => titles.push(await page.title())
  await button(page, 'Jatka').press('Enter')
  await page.getByRole('alert').waitFor()
  await note()
  await walkToEnd(page, 'Velat, joista on vaikea selvitä')
  await page.locator('.result').waitFor()
  await note()
  await toCard(page, 'Velat painavat')
  await button(page, /^Lähetä/).press('Enter')
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
  await note()
  return titles
}

/** What a question inside a need is called aloud, and whether the languages take its room. */
async function inTheMiddle(page: Page) {
  await answer(page, 'Asuminen')
  await answer(page, 'Omastani')
  const title = page.getByRole('heading', { name: 'Mikä asumisessa on vaikeaa?' })
  await title.waitFor()
  return {
    heading: (await title.textContent())?.replace(/\s+/g, ' ').trim(),
    areLanguagesFolded: !(await page.locator('.tongues a').first().isVisible()),
  }
}

/** How many fields of the form say that they may be left empty. */
async function optionalIn(page: Page) {
  await walkToEnd(page)
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).first().press('Enter')
  await page.getByLabel('Puhelinnumero').fill('040 123 4567')
  const optional = page.locator('.request').getByText('(ei pakollinen)')
  return (await optional.count()) + (await fieldOf(page, 'Omin sanoin').then(() => optional.count()))
}

async function withoutScript({ url }: { url: string }) {
  const page = await ownPage({ javaScriptEnabled: false })
  await page.goto(`${url}/chat/fi?station=laukaa`)
  return page
}

describe('small things', () => {
  long('the chevron of the strip has its room beside the way out, however letters are spaced', async () => {
    const page = await openRoom({ viewport: { width: 390, height: 844 } })
    await spaced(page)
    expect(await roomInStrip(page)).toBeGreaterThanOrEqual(16)
    // red twin: with a width that somebody once measured
    await spaced(
      page,
      '.strip > summary::before{content:none!important}.strip > summary{white-space:nowrap;padding-inline-end:7.5rem!important}',
    )
    expect(await roomInStrip(page)).toBeLessThan(16)
  })

  long(
    'many matters stand in two columns where there is room, and in one on a phone and in the panel',
    async () => {
      const page = await openRoom({ viewport: { width: 1280, height: 800 } })
      expect(await rowsAcross(page)).toBe(2)
      // red twin: a sheet that has one for everybody
      await styled(page, '.question .rows{grid-template-columns:1fr!important}')
      expect(await rowsAcross(page)).toBe(1)
      await page.reload()
      for (const width of [416, 390, 320]) {
        await page.setViewportSize({ width, height: 720 })
        await expect.poll(() => rowsAcross(page), { message: String(width) }).toBe(1)
      }
    },
  )

  it('the title tells what has happened and nothing of what was told', async () => {
    expect(await titlesOf(await openRoom())).toEqual(TITLES)
  })

  it('the need that is talked about is heard with its question, and the languages give it their room', async () => {
    expect(await inTheMiddle(await openRoom())).toEqual({
      heading: 'Nyt puhutaan: Asuminen Mikä asumisessa on vaikeaa?',
      areLanguagesFolded: true,
    })
  })

  long('a field that may be left empty says so, where it asks', async () => {
    expect(await optionalIn(await openRoom())).toBeGreaterThan(1)
  })

  long('a link that looks like a button has an edge in forced colours', async () => {
    const page = await openChat(await newPage({ forcedColors: 'active' }), harness)
    await answer(page, LOOKING)
    const link = page.locator('.hero a.button').first()
    await link.waitFor()
    const edge = () => link.evaluate((one) => getComputedStyle(one).borderTopWidth)
    expect(await edge()).toBe('2px')
    // red twin: told apart by its colour alone
    await styled(page, '.hero a.button{border:0!important}')
    expect(await edge()).toBe('0px')
  })

  it('without script a matter leads to its advice; what tells of danger shows its numbers at the tick', async () => {
    const page = await withoutScript(harness)
    const links = page.locator('.question noscript a')
    expect(await links.count()).toBeGreaterThanOrEqual(15)
    expect(await links.filter({ hasText: 'Asuminen' }).getAttribute('href')).toBe(
      '/chat/fi/advice?station=laukaa#area-housing',
    )
    expect(await page.locator('.question input:visible').count()).toBe(1)
    await page.getByLabel('Pelko, uhka tai väkivalta').check()
    expect(await page.locator('.question a[href^="tel:"]:visible').count()).toBeGreaterThan(0)
  })
})

longDescribe('a room that tells only those who see it (red twin)', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('for-eyes-alone', [
        { file: 'widget/parts/use-title.ts', find: 'if (!said) return', put: 'if (said || !said) return' },
        { file: 'widget/talk/question.tsx', find: '{about && <small', put: '{about && !about && <small' },
        { file: 'widget/frame/top.tsx', find: '{folded ? (', put: '{folded && !folded ? (' },
        {
          file: 'widget/talk/choices.tsx',
          find: "const isServed = typeof document === 'undefined'",
          put: 'const isServed = false',
        },
      ]),
    }),
  )
  const open = async () => openChat(await newPage(), twin)

  it('has one title for everything', async () => {
    expect(await titlesOf(await open())).toEqual(TITLES.map(() => LAUKAA))
  })

  it('asks without saying of what, below languages that nobody needs any more', async () => {
    expect(await inTheMiddle(await open())).toEqual({
      heading: 'Mikä asumisessa on vaikeaa?',
      areLanguagesFolded: false,
    })
  })

  it('has boxes that lead nowhere without script', async () => {
    expect(await (await withoutScript(twin)).locator('.question noscript a').count()).toBe(0)
  })
})
