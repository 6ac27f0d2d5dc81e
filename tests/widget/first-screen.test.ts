import { brotliCompressSync } from 'node:zlib'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { some } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { axeFinds, hold, phone } from '../support/screen/browser.ts'
import { inputOf, screens } from './harness.ts'
import { answer, FIRST, heading, ready, withChat } from './room.ts'

const { harness, newPage, openRoom, ownPage } = withChat()
const chat = () => `${harness.url}/chat/fi?station=laukaa`

describe('the first screen without script', () => {
  it('shows the disclosure, the way out, the first question, help, hours and the advice', async () => {
    const page = await ownPage({ ...phone, javaScriptEnabled: false })
    await page.goto(chat())
    await expect.poll(() => heading(page, FIRST).isVisible()).toBe(true)
    expect(await page.getByText('Tämä on automaattinen neuvonta').isVisible()).toBe(true)
    // the quick way out leads to a neutral page
    const exit = page.getByRole('link', { name: 'Poistu heti' }).first()
    expect(await exit.getAttribute('href')).toMatch(/^https:/)
    await page.getByText('Onko hätä nyt?').click()
    expect(await page.getByRole('link', { name: 'Soita 112' }).getAttribute('href')).toBe('tel:112')
    expect(await page.getByRole('link', { name: '014 266 0149' }).first().getAttribute('href')).toBe(
      'tel:0142660149',
    )
    await page.getByText('Puhu ihmisen kanssa').click()
    expect(await page.getByText('ma–pe klo 8–16').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Kaikki neuvot' }).click()
    await expect.poll(() => heading(page, 'Kaikki neuvot').isVisible()).toBe(true)
    expect(await page.getByText('Kuka päättää').count()).toBeGreaterThan(3)
  })
})

describe('the rows of the first question', () => {
  it('stand under soft headings, each with a picture that is for the eye alone', async () => {
    const page = await openRoom({ viewport: { width: 1280, height: 900 } })
    const rows = page.locator('.question .rows:not(.offered)')
    const texts = await rows.locator('> :is(h3, label)').allTextContents()
    const at = (text: string) => texts.indexOf(text)
    expect(at('En tiedä mistä aloittaa')).toBe(0)
    expect(at('Arki ja raha')).toBeLessThan(at('Raha-asiat ja laskut'))
    expect(at('Työ tai opiskelu')).toBeLessThan(at('Ihmiset, turva ja mieli'))
    expect(at('Ihmiset, turva ja mieli')).toBeLessThan(at('Pelko, uhka tai väkivalta'))
    expect(at('Terveys ja muut asiat')).toBeLessThan(at('Jokin muu asia'))
    // as they lie on the screen too: in two columns no row stands above its heading
    const tops = await rows
      .locator('> :is(h3, label)')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
    expect(tops.every((top, index) => index === 0 || top >= (tops[index - 1] ?? 0) - 1)).toBe(true)
    const drawn = await rows.locator('label > svg').evaluateAll((all) =>
      all.map((svg) => {
        const { width, height } = (svg.querySelector('use') as SVGUseElement).getBBox()
        return svg.getAttribute('aria-hidden') === 'true' && width + height > 8
      }),
    )
    expect(drawn).toEqual(Array(await rows.locator('label').count()).fill(true))
    expect(await axeFinds(page)).toEqual([])
  })

  it('show that there are more of them on the smallest phone', async () => {
    const page = await openRoom({ viewport: { width: 320, height: 568 } })
    const bar = (await page.locator('.pinned').boundingBox())?.y ?? 0
    const boxes = await page
      .locator('.question .rows:not(.offered) > :is(h3, label)')
      .evaluateAll((all) => all.slice(0, 2).map((one) => one.getBoundingClientRect().toJSON()))
    expect(boxes[0].bottom).toBeLessThan(bar)
    expect(boxes[1].top).toBeLessThan(bar - 8)
  })
})

describe('in the panel of a host page', () => {
  const STATION = 'Laukaan sosiaali- ja terveysasema'
  const seen = async (css = '') => {
    const page = await newPage()
    await page.goto(`${chat()}#panel`)
    await ready(page)
    return page.evaluate((added) => {
      const root = document.querySelector('kynnys-room')?.shadowRoot as ShadowRoot
      root.append(Object.assign(document.createElement('style'), { textContent: added }))
      const shows = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
      const clipped = (element: Element) =>
        Boolean(element.closest('[hidden]')) || getComputedStyle(element).clipPath !== 'none'
      const heading = root.querySelector('.top h1') as Element
      return [...heading.children]
        .filter((part) => shows(part) && !clipped(part) && !clipped(heading))
        .map(({ textContent }) => textContent)
    }, css)
  }

  it('the station is named under the title, which the panel has itself', async () => {
    expect(await seen()).toEqual([STATION])
  })

  long('red twin: a head that is left out whole names none', async () => {
    expect(await seen(':host(:target) .top > h1 { clip-path: inset(50%) }')).toEqual([])
  })
})

describe('the index of advice', () => {
  const index = async (part = '', javaScriptEnabled = false) => {
    const page = await ownPage({ ...phone, javaScriptEnabled })
    await page.goto(`${harness.url}/chat/fi/advice?station=laukaa${part}`)
    return page
  }

  long(
    'stands by area of life, each item once and short, named in every area it belongs to; a list of the areas leads to them',
    async () => {
      const page = await index()
      const ids = Object.keys(inputOf(false).dialogue.advice)
      expect(await page.locator('.area details').count()).toBe(ids.length)
      expect(await page.locator('.area details[open]').count()).toBe(0)
      const areas = await page.locator('.areas a').allTextContents()
      expect(await page.locator('.area > h3').allTextContents()).toEqual(areas)
      expect(areas.slice(0, 2)).toEqual(['Arjen askareet ja itsestä huolehtiminen', 'Raha-asiat ja laskut'])
      const also = page.locator('.area').filter({ hasText: 'Asuminen' }).locator('.also a')
      expect(await also.count()).toBeGreaterThan(1)
      await page.getByRole('link', { name: 'Asuminen', exact: true }).click()
      const title = page.getByRole('heading', { name: 'Asuminen', exact: true })
      await title.waitFor()
      await expect.poll(async () => (await title.boundingBox())?.y).toBeLessThan(300)
    },
  )

  it('an address that names an item opens it', async () => {
    const page = await index('#home-at-risk')
    await expect.poll(() => page.locator('#home-at-risk').isVisible()).toBe(true)
    expect(await page.locator('#power-cut').isVisible()).toBe(false)
  })

  long('axe finds nothing in it', async () => {
    const page = await index('', true)
    expect(await page.getByRole('heading', { name: 'Kaikki neuvot' }).count()).toBe(1)
    expect(await axeFinds(page)).toEqual([])
  })
})

describe('the document', () => {
  it('fits in one round trip: at most 10 kB', async () => {
    const { renderFirstScreen } = await screens()
    expect(brotliCompressSync(renderFirstScreen(inputOf(false))).length).toBeLessThanOrEqual(10_000)
  })

  it('is a pure function, has a closed root and no form', async () => {
    const { renderFirstScreen, renderRequestPage } = await screens()
    const page = renderFirstScreen(inputOf(false))
    expect(page).toBe(renderFirstScreen(inputOf(false)))
    for (const one of [page, renderRequestPage(inputOf(false))]) {
      expect(one).toContain('shadowrootmode="closed"')
      expect(one).not.toMatch(/<form|style="|onclick=|javascript:/i)
    }
  })

  it('carries only the words it shows, and no way to end its data early', async () => {
    const input = inputOf(false)
    input.words = {
      ...input.words,
      guidance: { ...input.words.guidance, 'needs.hint': '</script><img src=x>' },
    }
    const { renderFirstScreen } = await screens()
    const page = renderFirstScreen(input)
    expect(page).not.toContain('<img')
    expect(page).not.toContain('advice:')
  })
})

describe('when the script comes', () => {
  it('what was ticked before counts, and nothing is painted anew', async () => {
    const page = await newPage()
    const release = await hold(page, '**/assets/app-*.js')
    await page.goto(chat(), { waitUntil: 'commit' })
    await page.getByLabel('Asuminen').check()
    const title = await heading(page, FIRST).elementHandle()
    release()
    await ready(page)
    expect(await title?.evaluate((element) => element.isConnected)).toBe(true)
    expect(await page.getByLabel('Asuminen').isChecked()).toBe(true)
    await answer(page)
    await page.locator('.earlier').getByText('Asuminen').waitFor()
  })

  describe('the frame of Back', () => {
    /** @returns how many stand while the question is painted; `ready` follows when the parser may go on */
    const framesBefore = async (page: Page) => {
      const release = await hold(page, '**/assets/pause-*.js')
      await page.goto(chat(), { waitUntil: 'commit' })
      await expect.poll(() => heading(page, FIRST).isVisible()).toBe(true)
      await page.evaluate(() => new Promise(requestAnimationFrame))
      const seen = await page.locator('iframe').count()
      release()
      await ready(page)
      expect(await page.locator('iframe').count()).toBe(1)
      return seen
    }

    it('is made after the question was painted, and without what is waited for as well', async () => {
      const page = await newPage()
      expect(await framesBefore(page)).toBe(0)
      await page.unrouteAll()
      await page.route('**/assets/pause-*.js', (route) => route.abort())
      await page.goto(chat())
      await ready(page)
      expect(await page.locator('iframe').count()).toBe(1)
    })

    long('red twin: one that stands before what is waited for is made before the paint', async () => {
      const page = await newPage()
      await page.route('**/chat/fi?*', async (route) => {
        const answered = await route.fetch()
        const frame = '<iframe srcdoc hidden></iframe>'
        const body = (await answered.text()).replace(frame, '').replace('<script src', `${frame}<script src`)
        return route.fulfill({ response: answered, body })
      })
      expect(await framesBefore(page)).toBe(1)
    })
  })

  it.each(
    some(
      [
        ['counts when something was ticked', 'Asuminen', 'Kenen asiasta on kyse?'],
        ['asks gently when nothing was', undefined, FIRST],
      ],
      2,
    ),
  )('Continue pressed before it is answered at once, and %s', async (_, row, next) => {
    const page = await newPage()
    const release = await hold(page, '**/assets/app-*.js')
    await page.goto(chat(), { waitUntil: 'commit' })
    if (row) await page.getByLabel(row).check()
    await page.getByRole('button', { name: 'Jatka', exact: true }).click()
    expect(await page.getByText('Hetki, haemme').isVisible()).toBe(true)
    release()
    await expect.poll(() => heading(page, next).isVisible()).toBe(true)
    await expect.poll(() => page.getByText('Hetki, haemme').count()).toBe(0)
    await expect.poll(() => page.getByRole('alert').count()).toBe(row ? 0 : 1)
  })

  long('an answer given before the dialogue has come waits for it', async () => {
    const page = await newPage()
    const release = await hold(page, '**/dialogue.json')
    await page.goto(chat())
    await ready(page)
    await answer(page, 'Asuminen')
    await expect.poll(() => page.getByText('Hetki, haemme').isVisible()).toBe(true)
    release()
    await expect.poll(() => heading(page, 'Kenen asiasta on kyse?').isVisible()).toBe(true)
  })

  it('says so when the dialogue does not come, keeps the answer, and tries again', async () => {
    const content = harness.api.get('GET /api/content/1/dialogue.json')
    harness.api.set('GET /api/content/1/dialogue.json', () => undefined)
    const page = await openRoom()
    await answer(page, 'Asuminen')
    await expect.poll(() => page.getByText('Yhteys ei nyt toimi').isVisible()).toBe(true)
    await page.getByText('Puhu ihmisen kanssa').click()
    expect(await page.getByRole('link', { name: '116 117' }).first().isVisible()).toBe(true)
    if (content) harness.api.set('GET /api/content/1/dialogue.json', content)
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await expect.poll(() => heading(page, 'Kenen asiasta on kyse?').isVisible()).toBe(true)
  })
})
