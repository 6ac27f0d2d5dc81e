/** What the desk’s tests do over and over: a page of the desk, and the words by which things are found. */
import type { Page } from 'playwright'
import { beforeEach } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { desktop } from '../support/screen/browser.ts'
import { type Opened, opened, withBrowser } from '../support/screen/with-browser.ts'
import { startFake } from './fake.ts'

type Look = Parameters<Opened['newPage']>[0]

/**
 * The built desk on its stand-in for the server, which each test finds as it started, and a browser for it.
 * @param built another desk than the one that ships: its folder
 */
export function withDesk(built?: () => Promise<string>) {
  const fake = opened(async () => startFake(await built?.()))
  beforeEach(() => fake.reset())
  const pages = withBrowser()
  const { newPage, ownPage } = pages
  /** The queue of somebody who has signed in; a second one in the same test needs a profile of their own. */
  async function enterDesk(username = 'helmi', opening: Page | Promise<Page> = newPage(desktop)) {
    const page = await opening
    await page.context().addCookies([{ name: 'session', value: username, url: fake.url }])
    await page.goto(`${fake.url}/desk/`)
    await page.getByText('Jono ajan tasalla').waitFor()
    return page
  }
  return {
    fake,
    ...pages,
    enterDesk,
    /** where one signs in */
    async openDesk(look: Look = desktop): Promise<Page> {
      const page = await newPage(look)
      await page.goto(`${fake.url}/desk/`)
      await page.getByLabel('Käyttäjätunnus').waitFor()
      return page
    },
    /** the same, where no time passes but what a test lets pass; `beat`: a heartbeat of the server, which has been heard */
    async stillDesk() {
      const page = await ownPage(desktop)
      await page.clock.install()
      const opening = page.waitForEvent('websocket')
      await enterDesk('helmi', page)
      const socket = await opening
      await page.clock.pauseAt(Date.now() + 5_000)
      const beat = async () => {
        const heard = socket.waitForEvent('framereceived')
        fake.heartbeat()
        await heard
      }
      return { page, beat }
    },
    /** a request that stands in the server’s queue, and of which desks hear */
    arrive(request: OpenRequest): OpenRequest {
      fake.state.requests.set(request.row.id, request)
      fake.tell('request-received', request.row.id)
      return request
    },
  }
}

export async function signIn(page: Page, username: string) {
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill('a long password')
  await page.getByRole('button', { name: 'Kirjaudu' }).click()
  await page.getByRole('heading', { name: 'Soittopyynnöt' }).waitFor()
  await page.getByText('Jono ajan tasalla').waitFor()
}

export const rowOf = (page: Page, { row }: OpenRequest) => page.locator(`[data-row="${row.id}"]`)

export async function openRow(page: Page, request: OpenRequest) {
  await rowOf(page, request).getByRole('link').click()
  await page.getByRole('heading', { name: `Soittopyyntö ${request.row.reference}` }).waitFor()
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The button of an act, brought into sight when it stands among the others. */
export async function inReach(page: Page, name: string) {
  const one = button(page, name)
  if (!(await one.isVisible())) await button(page, 'Muut toimet').click()
  return one
}
