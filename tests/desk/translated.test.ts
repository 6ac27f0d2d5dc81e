/** A desk that the browser has translated says what changes: its queue and its request read as those of a desk it has not. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { some } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { desktop } from '../support/screen/browser.ts'
import { readIn, translate, translateFirst } from '../support/screen/translator.ts'
import { button, inReach, openRow, rowOf, withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, enterDesk, fake, ownPage } = withDesk()
const room = '#desk'

/** What can be read, but for the minutes that go by. */
const read = async (page: Page) => (await readIn(page, room)).replace(/\d+(min|h)/g, 'TIME')
/** What is said to those who hear. */
const announced = (page: Page) => page.locator('[data-announcer]').innerText()

type Two = { control: Page; page: Page }
const whole = async (page: Page) => `${await announced(page)} ${await read(page)}`
const alike = ({ control, page }: Two) =>
  expect
    .poll(async () => [await whole(page), await whole(control)])
    .toSatisfy(([one, other]: string[]) => one === other)

describe('a desk that the browser has translated', () => {
  it.each(some(['replaced', 'moved'] as const, 2))(
    'tells of arrivals, takes, attempts and a line that is cut (%s)',
    async (way) => {
      const one = arrive(request({ promised: 200 }))
      const control = await enterDesk('helmi')
      const translated = await ownPage(desktop)
      await translateFirst(translated, { way, room, lasting: true })
      const page = await enterDesk('helmi', translated)
      const both = { control, page }
      const inBoth = async (act: (page: Page) => Promise<unknown>) => {
        await act(control)
        await act(page)
      }
      await alike(both)
      const urgent = arrive(request({ promised: 30, waited: 0 }))
      await inBoth((each) => rowOf(each, urgent).waitFor())
      await alike(both)
      await inBoth((each) => openRow(each, one))
      await alike(both)
      const elias = await enterDesk('elias', ownPage(desktop))
      await openRow(elias, one)
      await button(elias, 'Ota hoidettavaksi').click()
      await control.locator('header').getByText('Elias hoitaa').waitFor()
      await alike(both)
      await (await inReach(elias, 'Vapauta takaisin jonoon')).click()
      await button(control, 'Ota hoidettavaksi').waitFor()
      await alike(both)
      fake.cut()
      await control.getByText('Yhteys poikki. Näet jonon').waitFor()
      await alike(both)
      fake.trouble.cut = false
      await control.getByText('Jono ajan tasalla').waitFor()
      await alike(both)
    },
  )

  long('translated once, tells of a take all the same', async () => {
    const one = arrive(request())
    const page = await enterDesk('helmi')
    await openRow(page, one)
    await translate(page, { way: 'replaced', room, lasting: false })
    const elias = await enterDesk('elias', ownPage(desktop))
    await openRow(elias, one)
    await button(elias, 'Ota hoidettavaksi').click()
    await page.locator('header').getByText('Elias hoitaa').waitFor()
    await button(page, 'Ota hoidettavaksi').waitFor({ state: 'detached' })
  })
})
