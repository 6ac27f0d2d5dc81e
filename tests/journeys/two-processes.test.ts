/** Two server processes on one PostgreSQL, as they ship: the request comes in through one, the desk is on the other. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgres, type TestDatabase } from '../support/databases.ts'
import { marker, phoneMarker } from '../support/marker.ts'
import { type Running, startProcess } from '../support/process.ts'
import { withBrowser } from '../support/screen/with-browser.ts'
import { readerOf } from './closed-root.ts'
import { signInToDesk } from './coordinator.ts'
import { ANSWERS, press } from './resident.ts'

/** In a log full of times and ports chance finds what is shorter. */
const [NAME, OWN_WORDS, NUMBER] = [marker('nimi'), marker('sanat'), phoneMarker()]

const { browser, newPage } = withBrowser()
let database: TestDatabase
const running: Running[] = []
beforeAll(async () => {
  database = await postgres.create()
  const environment = { DATABASE_URL: database.url, DATA_KEY: randomBytes(32).toString('base64') }
  running.push(await startProcess(environment))
  running.push(await startProcess(environment))
})
afterAll(async () => {
  await Promise.all(running.map(({ stop }) => stop()))
  await database.remove()
})

/** The password that the first start prints once. */
const demoPassword = (output: string, username: string) =>
  new RegExp(`^\\s*${username}\\s+(\\S+)`, 'm').exec(output)?.[1] ?? ''

describe('two processes on PostgreSQL', () => {
  it('carry a request from the one to a desk on the other, and what the desk does back to the resident', async () => {
    const [first, second] = running as [Running, Running]
    expect(demoPassword(second.output(), 'helmi')).toBe('')
    const password = demoPassword(first.output(), 'helmi')
    const desk = await signInToDesk(browser(), second.url, { username: 'helmi', password })

    const page = await newPage()
    await page.goto(`${first.url}/chat/fi?station=laukaa`)
    const resident = await readerOf(page)
    for (const [question, ...options] of ANSWERS) {
      await resident.hears(question)
      let isAnswered = false
      for (const option of options) isAnswered = await resident.choose(option)
      if (!isAnswered) await resident.press('button', 'Jatka')
    }
    await resident.press('button', 'Pyydä soitto')
    await resident.write('Puhelinnumero', `0${NUMBER}`)
    await resident.press('button', 'Jatka')
    await resident.press('DisclosureTriangle', 'Kerro lisää: nimi, kieli, omat sanat')
    await resident.write('Nimi tai kutsumanimi, jos haluat kertoa sen', NAME)
    await resident.write('Omin sanoin', OWN_WORDS)
    await resident.press('button', 'Katso, mitä lähetetään')
    await resident.press('button', 'Lähetä')
    await resident.hears('Kiitos, pyyntösi on perillä')

    await desk.locator('[data-row] a').click()
    await desk.getByText(OWN_WORDS).waitFor()
    await press(desk, 'Ota hoidettavaksi')
    await desk.getByRole('button', { name: 'Merkitse soittoyritys' }).waitFor()
    // looked at again, the page asks at once how the request stands
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await resident.hears('Helmi on ottanut pyyntösi', 60_000)
    for (const { output } of running) {
      for (const secret of [NAME, NUMBER, OWN_WORDS]) expect(output()).not.toContain(secret)
    }
  })

  it('end cleanly when they are told to', async () => {
    const [, second] = running as [Running, Running]
    expect(await second.stop('SIGTERM')).toBe(0)
    running.pop()
  })
})
