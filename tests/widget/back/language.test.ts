/** The page's own Back in older browsers, and where the language was changed: the address says it, and nothing else. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { longDescribe } from '../../support/long.ts'
import { depth, go } from '../../support/screen/back-button.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { serveWidget } from '../harness.ts'
import { answer, button, FIRST, heading, openChat, ready, withChat } from '../room.ts'

const { harness, newPage } = withChat()
const SECOND = 'Kenen asiasta on kyse?'
const back = (page: Page) => go(page, -1)
const stands = async (page: Page, at: number) => expect.poll(() => depth(page)).toBe(at)

/** The page before, then the chat, with the first question answered. */
async function answered(server = harness, before?: () => void) {
  const page = await newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  if (before) await page.addInitScript(before)
  await page.goto(`${server.url}/neutral`)
  await openChat(page, server)
  const at = await depth(page)
  await answer(page, 'Asuminen')
  await heading(page, SECOND).waitFor()
  return { page, before: at, errors }
}
const withoutNavigation = () => Reflect.deleteProperty(window, 'navigation')

const swedish = async (page: Page) => {
  if (!(await page.locator('.tongues a[hreflang=sv]').isVisible()))
    await page.locator('.tongues summary').click()
  await page.locator('.tongues a[hreflang=sv]').click()
  await page.waitForFunction(() => document.documentElement.lang === 'sv')
}

describe('Back where browsers differ, and in another language', () => {
  it('is the question before in a browser without Navigation API (Firefox before 147, Safari before 26)', async () => {
    const { page, before, errors } = await answered(harness, withoutNavigation)
    await stands(page, before + 1)
    await back(page)
    await heading(page, FIRST).waitFor()
    await stands(page, before)
    expect(errors).toEqual([])
  })

  it('a page that is loaded anew speaks the language that was chosen, and leaves as before', async () => {
    const { page, before } = await answered()
    await swedish(page)
    await heading(page, `sv: ${SECOND}`).waitFor()
    expect(page.url()).toBe(`${harness.url}/chat/sv?station=laukaa`)
    expect(await page.evaluate(() => history.state)).toBeNull()
    await stands(page, before + 1)
    // the entry before has the address of the first language, until it is come to
    await back(page)
    await heading(page, `sv: ${FIRST}`).waitFor()
    await stands(page, before)
    await expect.poll(() => page.url()).toContain('/chat/sv?')
    await button(page, 'sv: Jatka').click()
    await heading(page, `sv: ${SECOND}`).waitFor()
    await stands(page, before + 1)
    await page.reload()
    await ready(page)
    await heading(page, `sv: ${FIRST}`).waitFor()
    await stands(page, before)
    expect(page.url()).toContain('/chat/sv?')
    await back(page)
    await page.waitForURL('**/neutral')
  })

  it('the language changes also before anything was answered, and in a browser without Navigation API', async () => {
    const page = await newPage()
    await page.addInitScript(withoutNavigation)
    await openChat(page, harness)
    await swedish(page)
    await heading(page, `sv: ${FIRST}`).waitFor()
    expect(page.url()).toBe(`${harness.url}/chat/sv?station=laukaa`)
  })
})

longDescribe('red twins of the page', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('by-navigation', [
        { file: 'widget/press/back.ts', find: 'if (self.navigation &&', put: 'if (navigation &&' },
        { file: 'widget/net/own-address.ts', find: "addEventListener('popstate', tell)", put: '' },
        { file: 'widget/net/own-address.ts', find: '  if (embedded()) return\n  tell()', put: '' },
      ]),
    }),
  )
  it('named without its window, what a browser lacks ends the way back', async () => {
    const { page, before, errors } = await answered(twin, withoutNavigation)
    await back(page)
    await stands(page, before)
    // heard by nobody: the next one leaves, and all is lost
    expect(await heading(page, SECOND).count()).toBe(1)
    expect(errors.join()).toContain('navigation is not defined')
  })

  it('at the address of the first language a page loaded anew speaks that', async () => {
    const { page } = await answered(twin)
    await swedish(page)
    await heading(page, `sv: ${SECOND}`).waitFor()
    await page.reload()
    await heading(page, FIRST).waitFor()
  })
})
