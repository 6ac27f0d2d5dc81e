/** Items of the content that cannot be shown, on the real server and in a real browser: they are left out, and the rest stands. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { hostileArea, hostileFolders, NO_WORDS } from '../flows/hostile.ts'
import { brokenWidget, type Fault } from '../support/broken.ts'
import { testClock } from '../support/clock.ts'
import { loadDialogue, loadWords } from '../support/content.ts'
import { longDescribe } from '../support/long.ts'
import { withApp, withBrowser, withServer } from '../support/screen/with-browser.ts'
import { answer, heading, ready, toCard, walkBy } from '../widget/room.ts'

type Chat = Pick<ReturnType<typeof withServer>, 'server' | 'newPage'>
const hostile = { folders: hostileFolders(), area: hostileArea() }
const { advice = {}, guidance = {}, 'daily-life': daily = {} } = loadWords('fi')
const MEALS = advice['meal-service.title'] as string

/** Somebody for whom food is too much, and who says nothing else. */
async function begin(page: Page, { url }: Chat['server']) {
  await page.goto(`${url}/chat/fi?station=laukaa`)
  await ready(page)
  await answer(page, guidance['needs.options.daily-life'] as string)
}
const goOn = (page: Page) => walkBy(page, [daily['trouble.options.meals'] as string])

async function toResult({ server, newPage }: Chat): Promise<{ page: Page; errors: string[] }> {
  const page = await newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await begin(page, server)
  await goOn(page)
  return { page, errors }
}
const steps = (page: Page) => page.locator('.hero, .path li')
const step = (page: Page, title: string) => steps(page).filter({ hasText: title })

describe('content with items that cannot be shown', () => {
  const chat = withServer({ ...hostile, openShadow: true })

  it('gives the result without them, a broken link left out, and offers the call', async () => {
    const { page, errors } = await toResult(chat)
    await step(page, MEALS).waitFor()
    await step(page, MEALS).locator('summary').click()
    expect(await step(page, MEALS).getByText('Kuka päättää').count()).toBe(1)
    expect(await step(page, MEALS).getByRole('link', { includeHidden: true }).count()).toBe(0)
    await page.getByText('Tallenna keskustelu').first().click()
    await page.locator('.paper').getByText(MEALS).waitFor()
    await toCard(page)
    expect(errors).toEqual([])
  })

  it.each(['fi', 'sv', 'en'])('has all other advice on one page in %s', async (language) => {
    const answered = await chat.server.app.inject(`/chat/${language}/advice?station=laukaa`)
    expect(answered.statusCode).toBe(200)
    const ids = [...answered.body.matchAll(/<div class="inside" id="([^"]+)"/g)].map(([, id]) => id)
    const left = Object.keys(loadDialogue().advice).filter((id) => !ids.includes(id))
    expect(left.sort()).toEqual([NO_WORDS, 'care-allowance-pensioner'])
    expect(answered.body).not.toContain('osoite-puuttuu')
    expect(answered.body).not.toContain('nobody-knows-whom')
  })

  it('opens it from the chat', async () => {
    const page = await chat.newPage()
    await page.goto(`${chat.server.url}/chat/fi/advice?station=laukaa`)
    await heading(page, 'Kaikki neuvot').waitFor()
    expect(await page.getByText(MEALS).count()).toBeGreaterThan(0)
  })
})

const serve = (name: string, ...faults: Fault[]) =>
  withApp({ ...hostile, clock: testClock() }, async () => ({ dist: await brokenWidget(name, faults) }))

/** Nobody knows of content that does it: what stands apart is for what nobody thought of. */
const bomb: Fault = {
  file: 'widget/steps/step-words.ts',
  find: 'const { id, item } = step',
  put: "const { id, item } = step\n  if (id === 'meal-service') throw new Error('nobody thought of this')",
}
const noWalls: Fault = {
  file: 'widget/parts/apart.tsx',
  find: 'getDerivedStateFromError',
  put: 'passesBy',
}

longDescribe('an item that throws', () => {
  const walled = serve('throws', bomb)
  const open = serve('throws-unwalled', bomb, noWalls)
  const trusting = serve('trusts-links', {
    file: 'core/say/link.ts',
    find: 'return REFUSED.test(address) ? undefined : SITE.exec(new URL(address).origin)?.[1]',
    put: 'return address',
  })
  const { newPage } = withBrowser({ now: testClock().now() })

  it('is left out alone, and the rest stands', async () => {
    const { page, errors } = await toResult({ server: walled, newPage })
    await steps(page).first().waitFor()
    expect(await step(page, MEALS).count()).toBe(0)
    expect(await steps(page).count()).toBeGreaterThan(1)
    await toCard(page)
    expect(errors).toEqual([])
  })

  it('takes the result with it where nothing stands apart, and one line the page of the server (red twin)', async () => {
    const answered = await open.app.inject('/chat/fi?station=laukaa')
    expect(answered.statusCode).toBe(500)
  })

  it('of links nobody judges one is shown that leads nowhere (red twin)', async () => {
    const { page } = await toResult({ server: trusting, newPage })
    await step(page, MEALS).waitFor()
    expect(await step(page, MEALS).getByRole('link', { includeHidden: true }).count()).toBe(1)
  })
})
