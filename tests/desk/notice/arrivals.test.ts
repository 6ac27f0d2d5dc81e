/** What the browser tells of arrivals: when it is asked to, how many, and nothing else; many together, once a minute. */
import { describe, expect, it } from 'vitest'
import { MINUTE_MS, onceAMinute } from '../../../desk/callbacks/state/once-a-minute.ts'
import { PASSWORD } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { desktop } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'

describe('arrivals within a minute', () => {
  function watched() {
    let now = 5_000_000
    const waiting: { at: number; act(): void }[] = []
    const told: [number, number][] = []
    const came = onceAMinute(
      { now: () => now, later: (act, wait) => void waiting.push({ at: now + wait, act }) },
      (count) => void told.push([now, count]),
    )
    const pass = (milliseconds: number) => {
      now += milliseconds
      for (const { act } of waiting.splice(0).filter(({ at }) => at <= now)) act()
    }
    return { came, pass, told, waiting, begin: now }
  }

  it('are told together: the first at once, the others when it is over', () => {
    const { came, pass, told, waiting, begin } = watched()
    came(1)
    pass(10_000)
    came(2)
    came(1)
    expect([told, waiting.length]).toEqual([[[begin, 1]], 1])
    pass(MINUTE_MS - 10_000)
    expect(told).toEqual([
      [begin, 1],
      [begin + MINUTE_MS, 3],
    ])
    pass(MINUTE_MS)
    came(1)
    expect(told.at(-1)).toEqual([begin + 2 * MINUTE_MS, 1])
  })
})

const { server, newPage } = withServer({ openShadow: false })

describe('a notification', () => {
  it('comes only when it was asked for by a press, and only while the page is not looked at', async () => {
    const page = await newPage({ ...desktop, bypassCSP: false })
    // the browser of a test has nobody to ask
    await page.addInitScript(() => {
      const shown: [string, object][] = []
      const state = { shown, asked: 0, looked: true }
      class Notice {
        static permission = 'default'
        static async requestPermission() {
          state.asked += 1
          // closed the first time without an answer
          if (state.asked > 1) Notice.permission = 'granted'
          return Notice.permission
        }
        constructor(title: string, options: object) {
          shown.push([title, options])
        }
      }
      document.hasFocus = () => state.looked
      Object.assign(globalThis, { Notification: Notice, noticed: state })
    })
    type Noticed = { shown: [string, object][]; asked: number; looked: boolean }
    const noticed = () => page.evaluate(() => (globalThis as unknown as { noticed: Noticed }).noticed)
    const send = async () => {
      const { revision } = server.content.current()
      const body = JSON.stringify(asking(revision))
      const headers = { 'content-type': 'application/json' }
      await fetch(`${server.url}/api/callback-requests`, { method: 'POST', headers, body })
    }
    const rows = page.locator('[data-row]')
    const come = async (count: number) => {
      await send()
      await expect.poll(() => rows.count()).toBe(count)
    }
    await page.goto(`${server.url}/desk/`)
    await page.getByLabel('Käyttäjätunnus').fill('helmi')
    await page.getByLabel('Salasana').fill(PASSWORD)
    await button(page, 'Kirjaudu').click()
    await page.getByText('Jono ajan tasalla').waitFor()

    await come(1)
    expect(await noticed()).toMatchObject({ asked: 0, shown: [] })
    await button(page, 'Näkymät').click()
    const tick = page.getByLabel('Näytä ilmoitus')
    await tick.click()
    await page.getByText('Selain ei anna näyttää ilmoituksia').waitFor()
    expect(await tick.isChecked()).toBe(false)
    await tick.check()
    await expect.poll(async () => (await noticed()).asked).toBe(2)
    await page.evaluate(() => {
      ;(globalThis as unknown as { noticed: Noticed }).noticed.looked = false
    })
    await come(2)
    expect((await noticed()).shown).toEqual([['Uusi pyyntö jonossa', { tag: 'kynnys', silent: true }]])
    // what is one’s own act is no news
    await rows.first().getByRole('link').click()
    await button(page, 'Ota hoidettavaksi').click()
    await page
      .getByText(/Sinulla klo/)
      .first()
      .waitFor()
    expect((await noticed()).shown.length).toBe(1)
    // it stays wished for where the same person signs in again
    await page.reload()
    await button(page, 'Näkymät').click()
    await expect.poll(() => page.getByLabel('hiljainen merkkiääni').isChecked()).toBe(false)
    const settings = await page.evaluate(async () => (await fetch('/api/desk/views')).json())
    expect(settings.settings).toMatchObject({ notice: true })
  })
})
