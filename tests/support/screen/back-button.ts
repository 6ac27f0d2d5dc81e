/** The browser's own Back and Forward, as a thumb presses them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page, Worker } from 'playwright'
import { until } from '../process.ts'
import { newProfile, type Profile } from './profile.ts'

/**
 * Steps in the history of a page, also of a frame in it, without the gesture that a script of a test lends to what it calls. It
 * passes nothing over: for what a browser passes over there is `withBackButton`.
 * @returns whether there was anywhere to go
 */
export async function go(page: Page, by: number): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory')
  const entry = entries[currentIndex + by]
  // the first is the empty page on which a tab begins
  if (entry && currentIndex + by > 0) await session.send('Page.navigateToHistoryEntry', { entryId: entry.id })
  await session.detach()
  return entry !== undefined && currentIndex + by > 0
}

/** How many entries stand before the one that is shown, as an address bar has them: those of frames among them. */
export async function depth(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { currentIndex } = await session.send('Page.getNavigationHistory')
  await session.detach()
  return currentIndex
}

export type BackButton = {
  context: BrowserContext
  /** presses the button of the tab in front; entries that nobody has touched are passed over, as by a thumb */
  press(): Promise<void>
  close(): Promise<void>
}

/** What a browser's button does is known to its extensions alone: `chrome.tabs.goBack` is that button. */
const EXTENSION = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Back',
    version: '1',
    background: { service_worker: 'worker.js' },
  }),
  'worker.js': 'self.addEventListener("install", () => self.skipWaiting())',
}
declare const chrome: { tabs: { goBack(): Promise<void> } }

function extensionIn({ folder }: Profile): string {
  const place = path.join(folder, 'back')
  mkdirSync(place)
  for (const [name, text] of Object.entries(EXTENSION)) writeFileSync(path.join(place, name), text)
  return place
}

/** A whole Chromium with its button. */
export async function withBackButton(): Promise<BackButton> {
  const profile = newProfile()
  const place = extensionIn(profile)
  const context = await profile.start(`--load-extension=${place}`, `--disable-extensions-except=${place}`)
  let worker: Worker | undefined
  await until('the button is there', () => {
    worker = context.serviceWorkers().find((one) => one.url().startsWith('chrome-extension:'))
    return worker !== undefined
  })
  return {
    context,
    press: async () => {
      // at the end of the history it refuses, as a grey button does
      await worker?.evaluate(() => chrome.tabs.goBack().catch(() => undefined))
    },
    close: async () => {
      await profile.kill()
      profile.remove()
    },
  }
}
