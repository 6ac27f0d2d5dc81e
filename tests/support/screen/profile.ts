/** A Chromium with a profile of its own on the disk, started without a test's usual switches: what it leaves there can be looked for. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium } from 'playwright'
import { findBrowser } from '../../../tools/browser.mjs'
import { until } from '../process.ts'
import { ADDRESS_BAR, FLAGS } from './browser.ts'

const SWITCHES = [
  '--headless=new',
  ...FLAGS,
  `--disable-features=${ADDRESS_BAR}`,
  '--remote-debugging-port=0',
]

export type Profile = {
  /** everything that the browser writes lies under it: profile, cache, temporary files */
  folder: string
  /** starts the browser, or starts it again */
  start(...more: string[]): Promise<BrowserContext>
  /** as when somebody closes the window */
  close(): Promise<void>
  /** as when the power goes or the phone ends the app */
  kill(): Promise<void>
  remove(): void
}

/** A window that never answers while it is being opened keeps the connection waiting: another one finds it open. */
const PATIENCE = 20_000
async function connected(address: string): Promise<Browser> {
  const found: Browser[] = []
  await until('Chromium lets itself be led', async () => {
    const browser = await chromium.connectOverCDP(address, { timeout: PATIENCE }).catch(() => undefined)
    if (browser) found.push(browser)
    return browser !== undefined
  })
  return found[0] as Browser
}

export function newProfile(): Profile {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-profile-'))
  const data = path.join(folder, 'data')
  const temporary = path.join(folder, 'tmp')
  mkdirSync(temporary)
  let running: { child: ChildProcess; ended: Promise<unknown>; browser: Browser } | undefined

  async function start(...more: string[]) {
    const portFile = path.join(data, 'DevToolsActivePort')
    rmSync(portFile, { force: true })
    const child = spawn(findBrowser(), [...SWITCHES, `--user-data-dir=${data}`, ...more], {
      env: { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: temporary, LANG: 'fi_FI.UTF-8' },
      stdio: 'ignore',
      // a group of its own, so that a kill takes its helpers with it
      detached: true,
    })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await until('Chromium tells its port', () => /^\d+\n/.test(textOf(portFile)))
    const browser = await connected(`http://127.0.0.1:${textOf(portFile).split('\n')[0]}`)
    running = { child, ended, browser }
    return browser.contexts()[0] as BrowserContext
  }
  async function close() {
    if (!running) return
    const { browser, ended } = running
    const session = await browser.newBrowserCDPSession()
    // the answer may be lost with the browser
    session.send('Browser.close').catch(() => undefined)
    await ended
    running = undefined
  }
  async function kill() {
    if (!running) return
    process.kill(-(running.child.pid as number), 'SIGKILL')
    await running.ended
    running = undefined
  }
  return { folder, start, close, kill, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
