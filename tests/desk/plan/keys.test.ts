/**
 * The desk by single keys: help, the list of commands, and how few presses a call takes. Red twin: where a held key does what a
 * pressed one does, one key that was held takes the request.
 */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { brokenDesk } from '../../support/broken.ts'
import { longDescribe } from '../../support/long.ts'
import { axeFinds } from '../../support/screen/browser.ts'
import { button, openRow, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const ship = withDesk()
const { fake, arrive, enterDesk } = ship

/** Until what has come to the screen may be pressed. */
const settled = (page: Page) =>
  page.waitForFunction(() =>
    document.getAnimations().every(({ id }) => id !== 'just-come' && id !== 'unread'),
  )
const statusOf = ({ row }: OpenRequest) => fake.state.requests.get(row.id)?.row.status
const becomes = (one: OpenRequest, status: string) => expect.poll(() => statusOf(one)).toBe(status)

/** As a key that is held: it repeats, and has been let go in none. */
const hold = (page: Page, key: string) =>
  page.evaluate((held) => {
    const event = { key: held, repeat: true, bubbles: true, cancelable: true }
    document.body.dispatchEvent(new KeyboardEvent('keydown', event))
  }, key)

describe('take, call, reached and close', () => {
  it('is eight presses of the keyboard at most', async () => {
    const one = arrive(request())
    const page = await enterDesk()
    await openRow(page, one)
    let presses = 0
    const press = async (key: string) => {
      await settled(page)
      presses += 1
      await page.keyboard.press(key)
    }
    await press('t')
    await page.locator('a.phone').waitFor()
    await press('c')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('phone')
    await page.evaluate(() =>
      document.addEventListener('click', (event) => {
        const link = (event.target as Element).closest('a[href^="tel:"]')
        if (!link) return
        event.preventDefault()
        document.body.dataset.called = link.getAttribute('href') ?? ''
      }),
    )
    await press('Enter')
    expect(await page.evaluate(() => document.body.dataset.called)).toMatch(/^tel:/)
    await press('r')
    await becomes(one, 'reached')
    await button(page, 'Päätä pyyntö').waitFor()
    await press('p')
    await page.getByRole('heading', { name: 'Päätä pyyntö' }).waitFor()
    await press('Tab')
    await press(' ')
    await press('Enter')
    await becomes(one, 'closed')
    expect(presses).toBeLessThanOrEqual(8)
  })

  it('is five presses of the mouse at most', async () => {
    const one = arrive(request())
    const page = await enterDesk()
    await openRow(page, one)
    let presses = 0
    const press = async (name: string) => {
      await settled(page)
      presses += 1
      await button(page, name).click()
    }
    await press('Ota ja soita')
    await page.locator('a.phone').waitFor()
    await press('Merkitse tavoitetuksi')
    await becomes(one, 'reached')
    await press('Päätä pyyntö')
    await settled(page)
    presses += 1
    await page.getByRole('radio').first().check()
    await press('Päätä')
    await becomes(one, 'closed')
    expect(presses).toBeLessThanOrEqual(5)
  })
})

describe('a key', () => {
  it('does nothing while one writes, while it is held, or when the person has turned them off', async () => {
    const one = arrive(request())
    const page = await enterDesk()
    await openRow(page, one)
    await settled(page)
    await hold(page, 't')
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Muistiinpano' }).pressSequentially('tapn')
    expect(statusOf(one)).toBe('waiting')
    await page.keyboard.press('Escape')
    await button(page, 'Näppäimet').click()
    await page.getByLabel('Yhden näppäimen komennot käytössä').uncheck()
    await button(page, 'Sulje').click()
    await settled(page)
    await page.keyboard.press('t')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Toimen nimi' }).waitFor()
    expect(statusOf(one)).toBe('waiting')
  })

  it('walks the rows and opens the one with focus', async () => {
    arrive(request({ promised: 10 }))
    const second = arrive(request({ promised: 20 }))
    const page = await enterDesk()
    for (const key of ['j', 'j', 'j', 'k', 'j']) await page.keyboard.press(key)
    await settled(page)
    await page.keyboard.press('o')
    await page.getByRole('heading', { name: `Soittopyyntö ${second.row.reference}` }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await page.getByRole('heading', { name: `Soittopyyntö ${second.row.reference}` }).waitFor({
      state: 'detached',
    })
  })

  it('is found in the help, and what can be done now by its name', async () => {
    const one = arrive(request())
    const page = await enterDesk()
    await openRow(page, one)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Pikanäppäimet' }).waitFor()
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Escape')
    await settled(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Toimen nimi' }).fill('ota')
    expect(await axeFinds(page)).toEqual([])
    expect(await page.getByRole('dialog').getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('Ota hoidettavaksi'),
    ])
    await page.keyboard.press('Enter')
    await becomes(one, 'taken')
  })
})

longDescribe('a key that is held, where nothing minds it (red twin)', () => {
  const broken = withDesk(() =>
    brokenDesk('held-keys', [
      {
        file: 'desk/callbacks/keys/listen.ts',
        find: 'if (event.repeat && !command.repeats) return',
        put: '',
      },
    ]),
  )
  it('takes the request', async () => {
    const one = broken.arrive(request())
    const page = await broken.enterDesk()
    await openRow(page, one)
    await settled(page)
    await hold(page, 't')
    await expect.poll(() => broken.fake.state.requests.get(one.row.id)?.row.status).toBe('taken')
  })
})
