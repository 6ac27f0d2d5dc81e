/** The queue moves by itself, calmly, and says when it cannot be trusted. */
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { until } from '../support/process.ts'
import { desktop } from '../support/screen/browser.ts'
import { button, openRow, rowOf, withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, enterDesk, fake, ownPage, stillDesk } = withDesk()

/** Elias works in a profile of his own. */
const desk = (username?: string) => enterDesk(username, username === 'elias' ? ownPage(desktop) : undefined)

describe('a new request', () => {
  it('appears without reloading, by its promise, and is told of politely', async () => {
    arrive(request({ promised: 200 }))
    const page = await desk()
    const urgent = arrive(request({ promised: 30, waited: 0, row: { municipality: '275' } }))
    await rowOf(page, urgent).waitFor()
    expect(await page.locator('[data-row]').first().getAttribute('data-row')).toBe(urgent.row.id)
    await page
      .locator('[data-announcer]', { hasText: 'Uusi soittopyyntö: Konnevesi' })
      .waitFor({ state: 'attached' })
    await rowOf(page, urgent).getByText('Uusi').waitFor()
    await rowOf(page, urgent)
      .getByText(/Aikaa \d+\smin/)
      .waitFor()
  })

  long('does not move the row that the pointer is on', async () => {
    const waiting = arrive(request({ promised: 200 }))
    const page = await desk()
    const link = rowOf(page, waiting).getByRole('link')
    await link.hover()
    const before = await link.boundingBox()
    const urgent = arrive(request({ promised: 30 }))
    await rowOf(page, urgent).waitFor({ state: 'attached' })
    expect((await link.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  })

  long('does move the rows when nobody points at them (so the test above sees what it should)', async () => {
    const waiting = arrive(request({ promised: 200 }))
    const page = await desk()
    const link = rowOf(page, waiting).getByRole('link')
    const before = await link.boundingBox()
    const urgent = arrive(request({ promised: 30 }))
    await rowOf(page, urgent).waitFor()
    expect((await link.boundingBox())?.y).toBeGreaterThan(before?.y ?? 0)
  })
})

describe('two coordinators', () => {
  it('the one who looks on is told who took it, and is not offered to take it', async () => {
    const one = arrive(request())
    const helmi = await desk('helmi')
    const elias = await desk('elias')
    await openRow(helmi, one)
    await openRow(elias, one)
    await button(elias, 'Ota hoidettavaksi').click()
    await helmi.locator('header').getByText('Elias hoitaa').waitFor()
    await helmi
      .locator('[data-announcer]', { hasText: 'Elias otti tämän pyynnön' })
      .waitFor({ state: 'attached' })
    expect(await button(helmi, 'Ota hoidettavaksi').count()).toBe(0)
  })

  it('the one who presses a moment later hears who was first, by name', async () => {
    const one = arrive(request())
    const helmi = await desk('helmi')
    await openRow(helmi, one)
    // taken without a word to anybody: the event has not arrived yet
    one.row = { ...one.row, status: 'taken', takenBy: { id: 'p2', firstName: 'Elias' } }
    await button(helmi, 'Ota hoidettavaksi').click()
    await helmi.getByRole('alert').getByText('Elias ehti ottaa tämän pyynnön').waitFor()
    expect(await button(helmi, 'Ota hoidettavaksi').count()).toBe(0)
  })

  long('what a colleague has let lapse can be taken by another', async () => {
    const takenUntil = new Date(Date.now() - 60_000).toISOString()
    const row = { status: 'taken', takenBy: { id: 'p2', firstName: 'Elias' }, takenUntil } as const
    const one = arrive(request({ row }))
    const page = await desk()
    await rowOf(page, one).getByText('Vapaa otettavaksi').waitFor()
    await openRow(page, one)
    await button(page, 'Ota hoidettavaksi').waitFor()
  })
})

describe('a lost connection', () => {
  it('is said, leaves the queue in sight, and comes back by itself with what was missed', async () => {
    const first = arrive(request())
    const page = await desk()
    fake.cut()
    await page.getByText('Yhteys poikki. Näet jonon').waitFor()
    const missed = arrive(request())
    expect(await rowOf(page, first).count()).toBe(1)
    expect(await rowOf(page, missed).count()).toBe(0)
    fake.trouble.cut = false
    await rowOf(page, missed).waitFor()
    await page.getByText('Jono ajan tasalla').waitFor()
    expect(await page.getByText('Näet jonon sellaisena').count()).toBe(0)
  })

  long('that fails only for a question is asked again, without any new event', async () => {
    const page = await desk()
    fake.trouble.cut = true
    const missed = arrive(request())
    await page.locator('.queue .problem').first().waitFor()
    await page.getByText('Jono ajan tasalla').waitFor()
    fake.trouble.cut = false
    await rowOf(page, missed).waitFor()
    await page.locator('.queue .problem').waitFor({ state: 'detached' })
  })

  long('is noticed also when the line is silent: half a minute without a heartbeat', async () => {
    const { page, beat } = await stillDesk()
    await page.clock.runFor(20_000)
    await beat()
    const missed = request()
    fake.state.requests.set(missed.row.id, missed)
    fake.state.events.push({ number: 1, type: 'request-received', at: new Date().toISOString() })
    await page.clock.runFor(29_000)
    expect(await page.getByText('Jono ajan tasalla').count()).toBe(1)
    // by steps shorter than the pause after which it tries again: else it may be back before anybody has looked
    await until('the silence is noticed', async () => {
      await page.clock.runFor(100)
      return page.getByText('Yhteys poikki', { exact: true }).isVisible()
    })
    // the page's clock stands between the steps, the line to the server does not: it may need several
    await until('the row that was missed', async () => {
      await page.clock.runFor(500)
      return (await rowOf(page, missed).count()) === 1
    })
  })
})
