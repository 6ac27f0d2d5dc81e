import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { isLong } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { axeFinds, desktop, phone, resize } from '../support/screen/browser.ts'
import { answer, button, FIRST, heading, LOOKING, toCard, walkToEnd, withChat } from './room.ts'

const { harness, openRoom } = withChat()

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('kynnys-room')?.shadowRoot?.activeElement
    return element?.textContent || element?.getAttribute('value')
  })

/** Writes down where the focus is in the very moment in which another heading stands. */
const watchHeadings = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kynnys-room')?.shadowRoot as ShadowRoot
    const title = () => root.querySelector('#heading')?.textContent
    const seen: (string | null | undefined)[][] = []
    Object.assign(window, { seen })
    let before = title()
    const look = () => {
      const now = title()
      if (now && now !== before) seen.push([now, root.activeElement?.textContent])
      before = now
    }
    new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true })
  })
const headingsSeen = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: [string, string][] }).seen)

describe('one question at a time', () => {
  it('moves the focus to the new question, but not to the first one', async () => {
    const page = await openRoom()
    expect(await focused(page)).toBeUndefined()
    await answer(page, 'Asuminen')
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    expect(await focused(page)).toBe('Kenen asiasta on kyse?')
  })

  long(
    'has the focus on a screen’s heading from the moment it stands: what is pressed next is not lost',
    async () => {
      const page = await openRoom()
      await watchHeadings(page)
      await walkToEnd(page)
      await toCard(page)
      const seen = await headingsSeen(page)
      expect(seen.length).toBeGreaterThan(4)
      expect(seen.map(([, focus]) => focus)).toEqual(seen.map(([title]) => title))
    },
  )

  long('asks gently when nothing is ticked, tied to the question and taking the focus', async () => {
    const page = await openRoom()
    await button(page, 'Jatka').click()
    const group = page.getByRole('group', { name: FIRST })
    await page.getByRole('alert').waitFor()
    // the alert has said it: a group that is described by it too would say it twice
    expect(await group.getAttribute('aria-describedby')).toBe('hint')
    expect(await focused(page)).toBe('dontKnow')
    await page.getByLabel('Asuminen').check()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  long('has “I do not know” on every question, and it excludes the rest', async () => {
    const page = await openRoom()
    await page.getByLabel('Asuminen').check()
    await page.getByLabel('En tiedä mistä aloittaa').check()
    expect(await page.getByLabel('Asuminen').isChecked()).toBe(false)
    await page.getByLabel('Asuminen').check()
    expect(await page.getByLabel('En tiedä mistä aloittaa').isChecked()).toBe(false)
    await walkToEnd(page)
    await page.locator('.result').waitFor()
  })

  it('an earlier answer can be changed, and the later ones that still hold stay', async () => {
    const page = await openRoom()
    await answer(page, 'Asuminen')
    await answer(page, 'Muun läheisen tai naapurin')
    await page.locator('.earlier summary').click()
    await button(page, /^Muuta.*Asiat/).click()
    await heading(page, FIRST).waitFor()
    expect(await page.getByLabel('Asuminen').isChecked()).toBe(true)
    await page.getByLabel('Asuminen').uncheck()
    await answer(page, 'Raha-asiat ja laskut')
    await page.getByText('Nyt puhutaan: Raha-asiat ja laskut').waitFor()
    expect(await page.locator('.earlier').textContent()).toContain('Muun läheisen tai naapurin')
  })

  it('goes back a step at a time, and an answer may be withheld', async () => {
    const page = await openRoom()
    await answer(page, 'Asuminen')
    await answer(page, 'Muun läheisen tai naapurin')
    await button(page, 'Edellinen kysymys').click()
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    expect(await button(page, 'Muun läheisen tai naapurin').getAttribute('aria-pressed')).toBe('true')
    await button(page, 'En halua vastata tähän').click()
    await page.locator('.last').getByText('En halua vastata').waitFor()
  })

  long('speaks of the near one when asked for somebody close', async () => {
    const page = await openRoom()
    await answer(page, 'Arjen askareet ja itsestä huolehtiminen')
    await answer(page, 'Muun läheisen tai naapurin')
    await expect.poll(() => page.locator('.question h2').textContent()).toMatch(/läheise/i)
  })
})

describe('help now', () => {
  it('is one tap away from the question, from the result and from the request', async () => {
    const page = await openRoom()
    const look = async () => {
      await page.getByText('Onko hätä nyt?').click()
      const flag = page.getByLabel('Joku on niellyt jotain myrkyllistä')
      await flag.check()
      const help = page.locator('.strip .help')
      await help.getByRole('link', { name: '0800 147 111' }).waitFor()
      expect(await help.getByRole('link').count()).toBe(2)
      await flag.uncheck()
      await button(page, 'Takaisin keskusteluun').click()
      expect(await page.getByText('Puhu ihmisen kanssa').isVisible()).toBe(true)
    }
    await look()
    await walkToEnd(page, LOOKING)
    await look()
    await toCard(page)
    await look()
  })

  long(
    'has the number first, the way out beside it, when somebody near is feared, and goes on all the same',
    async () => {
      const page = await openRoom()
      await page.getByText('Onko hätä nyt?').click()
      await page.getByLabel(/joku satuttaa minua/).check()
      const links = await page.locator('.strip .help').getByRole('link').allTextContents()
      expect(links.slice(0, 3)).toEqual(['Nollalinja 080 005 005', 'Soita 112', 'Poistu heti'])
      await button(page, 'Takaisin keskusteluun').click()
      await walkToEnd(page)
      await heading(page, 'Soita ensin').waitFor()
    },
  )

  long('Shift three times leaves, and nothing of the conversation remains', async () => {
    const page = await openRoom()
    await page.route('https://www.ilmatieteenlaitos.fi/**', (route) => route.fulfill({ body: 'Sää' }))
    await page.getByLabel('Asuminen').check()
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
    await page.waitForURL('https://www.ilmatieteenlaitos.fi/')
    await page.goBack()
    expect(page.url()).not.toContain('/chat/')
  })
})

describe('what leaves the phone before sending', () => {
  const paths = async (first: string) => {
    const before = harness.asked.length
    const page = await openRoom()
    await walkToEnd(page, first)
    await toCard(page, 'Salainen')
    await page.close()
    return harness.asked
      .slice(before)
      .map(({ method, path, body }) => `${method} ${path} ${body}`)
      .sort()
  }
  it('is the same whatever is answered', async () => {
    expect(await paths('Asuminen')).toEqual(await paths('En tiedä mistä aloittaa'))
  })
})

describe('for everybody', () => {
  it('by keyboard alone, from the first question to the card', async () => {
    const page = await openRoom(desktop)
    const tabTo = async (name: string | RegExp) => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab')
        const here = await focused(page)
        if (here && (typeof name === 'string' ? here.startsWith(name) : name.test(here))) return
      }
      throw new Error(`the keyboard does not reach ${name}`)
    }
    await tabTo('money')
    await page.keyboard.press('Space')
    await tabTo('Jatka')
    await page.keyboard.press('Enter')
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.getByText('Nyt puhutaan').waitFor()
    await tabTo('Puhu ihmisen kanssa')
    await page.keyboard.press('Enter')
    await tabTo('Pyydä soitto')
    await page.keyboard.press('Enter')
    await page.getByLabel('Puhelinnumero').waitFor()
  })

  it('axe finds nothing on a phone, in full on a desktop too, by day or by night, and it saw the texts', async () => {
    const page = await openRoom({ ...phone, colorScheme: 'light' })
    const look = async (screen: string) => {
      expect(await axeFinds(page), `${screen}, phone`).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await axeFinds(page, ['color-contrast']), `${screen}, by night`).toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
      if (!isLong) return
      await resize(page, desktop)
      expect(await axeFinds(page), `${screen}, desktop`).toEqual([])
      await resize(page, phone)
    }
    expect(await page.locator('h2').textContent()).toBe(FIRST)
    await look('first question')
    await page.getByText('Onko hätä nyt?').click()
    await page.getByLabel(/joku satuttaa minua/).check()
    await look('strip')
    await button(page, 'Takaisin keskusteluun').click()
    await button(page, 'Jatka').click()
    await look('question not answered')
    await walkToEnd(page)
    await look('result')
    await toCard(page, 'Omat sanat')
    await look('card')
    await button(page, 'Lähetä').click()
    await page.getByText('Mitä nyt tapahtuu').waitFor()
    await look('sent')
  })

  long('axe sees into the room: a planted fault is found (red twin)', async () => {
    const page = await openRoom()
    await page.evaluate(() =>
      document.querySelector('kynnys-room')?.shadowRoot?.querySelector('.question .row span')?.remove(),
    )
    expect((await axeFinds(page)).map(({ id }) => id)).toContain('label')
  })

  long('nothing is cut off at 320 pixels', async () => {
    const page = await openRoom({ ...phone, viewport: { width: 320, height: 640 } })
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await wide()).toBe(320)
    await page.getByText('Onko hätä nyt?').click()
    expect(await wide()).toBe(320)
    await button(page, 'Takaisin keskusteluun').click()
    await walkToEnd(page)
    expect(await wide()).toBe(320)
  })
})
