/** Where a call at the wrong time is dangerous, nobody calls by a careless press. */
import { describe, expect, it } from 'vitest'
import { isUnsafeNow } from '../../desk/callbacks/request/safety.tsx'
import { dueOf, isNotYet } from '../../desk/callbacks/state/due.ts'
import { long } from '../support/long.ts'
import { phone } from '../support/screen/browser.ts'
import { button, openRow, withDesk } from './desk.ts'
import { request as waiting } from './people.ts'

const NUMBER = '040 123 4567'
const WHEN = 'Arkisin 9–11, kun mies on töissä. Ei koskaan illalla.'

const { arrive, enterDesk, fake, newPage } = withDesk()

/** Of requests that Helmi holds: the number is hers to call. */
const request = ({ row, ...wish }: Parameters<typeof waiting>[0] = {}) =>
  waiting({
    ...wish,
    row: {
      status: 'taken',
      takenBy: { id: 'p1', firstName: 'Helmi' },
      takenUntil: new Date(Date.now() + 1_800_000).toISOString(),
      ...row,
    },
  })

const opened = async (one: ReturnType<typeof request>, look?: Parameters<typeof newPage>[0]) => {
  arrive(one)
  const page = await enterDesk('helmi', look && newPage(look))
  await page.getByRole('button', { name: /^Kaikki/ }).click()
  await openRow(page, one)
  return page
}
const unsafe = { safeToCall: false, safeWhen: WHEN, mayLeaveMessage: false } as const

describe('a call that is not safe at any time', () => {
  it('shows no number before somebody has said that they read when it is safe', async () => {
    const page = await opened(request({ contact: unsafe }))
    const card = page.locator('.part-card', { hasText: 'Yhteydenotto' })
    await card.getByText(WHEN).waitFor()
    expect(await page.content()).not.toContain('401234567')
    expect(await page.getByText(NUMBER).count()).toBe(0)
    await button(page, 'Luin tämän. Näytä numero').click()
    const number = card.getByRole('link')
    expect(await number.getAttribute('href')).toBe('tel:+358401234567')
    expect(await number.evaluate((link) => link === document.activeElement)).toBe(true)
    const text = await card.innerText()
    expect(text.indexOf(WHEN)).toBeLessThan(text.indexOf(NUMBER))
    expect(text.indexOf('Älä jätä viestiä')).toBeLessThan(text.indexOf(NUMBER))
  })

  it('hides the number again when the resident has changed what is safe', async () => {
    const one = request({ contact: unsafe })
    const page = await opened(one)
    await button(page, 'Luin tämän. Näytä numero').click()
    await page.getByText(NUMBER).waitFor()
    one.contact = { ...one.contact, safeWhen: 'Vain maanantaina' }
    fake.tell('request-corrected', one.row.id)
    await page.getByText('Vain maanantaina').waitFor()
    expect(await page.getByText(NUMBER).count()).toBe(0)
  })

  long('asks again of each who opens it anew', async () => {
    const one = request({ contact: unsafe })
    const other = arrive(request())
    const page = await opened(one)
    await button(page, 'Luin tämän. Näytä numero').click()
    await openRow(page, other)
    await openRow(page, one)
    await button(page, 'Luin tämän. Näytä numero').waitFor()
  })

  long('is said of one who is afraid at home and did not come to say when', async () => {
    const more = { flags: ['violence'], attention: [{ id: 'safety', because: [] }] }
    const page = await opened(request({ more }))
    await page.getByText('Turvallista soittoaikaa ei tiedetä').waitFor()
    expect(await page.getByText(NUMBER).count()).toBe(0)
    await button(page, 'Luin tämän. Näytä numero').waitFor()
  })

  long('tells, when no safe time was given, that there is none', async () => {
    const page = await opened(request({ contact: { safeToCall: false } }))
    await page.getByText('Älä soita: turvallista aikaa ei tiedetä').waitFor()
    await button(page, 'Luin tämän. Näytä numero').waitFor()
  })

  long('is read by a screen reader with the button that passes it', async () => {
    const page = await opened(request({ contact: unsafe }))
    const described = await button(page, 'Luin tämän. Näytä numero').getAttribute('aria-describedby')
    expect(await page.locator(`#${described}`).innerText()).toContain(WHEN)
  })

  it('stands on a phone right after the resident’s own words, before everything else', async () => {
    // what is to be agreed with who may need special support comes after it too
    const row = { attention: ['special-support'] }
    const page = await opened(request({ contact: unsafe, row }), phone)
    const heights = await page
      .locator('.request h3:not(.unseen)')
      .evaluateAll((titles) =>
        titles.map((title) => [title.textContent, title.getBoundingClientRect().top] as const),
      )
    const inOrder = heights.sort((one, other) => one[1] - other[1]).map(([title]) => title)
    expect(inOrder.slice(0, 4)).toEqual(['Omin sanoin', 'Yhteydenotto', 'Sovittu', 'Elämänalueet'])
  })
})

const MORNING = '2026-12-01T08:30:00+02:00' // a Tuesday
const chosen = (half: string, by = '12:00') => ({
  contact: { safeToCall: false, safeTimes: [half] },
  row: {
    safeTime: 'chosen' as const,
    promise: {
      day: '2026-12-01',
      from: '08:00',
      by,
      until: `2026-12-01T${Number(by.slice(0, 2)) - 2}:00:00Z`,
    },
  },
})

describe('half-days in which alone a call is safe', () => {
  it('are named above the number, which is shown to one who has read them, again when they change', async () => {
    const one = request(chosen('2-morning'))
    const page = await opened(one)
    await page.getByText('Ota yhteyttä vain näinä aikoina: ti aamupäivä').waitFor()
    expect(await page.getByText(NUMBER).count()).toBe(0)
    await button(page, 'Luin tämän. Näytä numero').click()
    await page.getByText(NUMBER).waitFor()
    one.contact = { ...one.contact, safeTimes: ['4-afternoon'] }
    fake.tell('request-corrected', one.row.id)
    await page.getByText('vain näinä aikoina: to iltapäivä').waitFor()
    expect(await page.getByText(NUMBER).count()).toBe(0)
  })

  it.each([
    ['2-morning', MORNING, false],
    ['2-morning', '2026-12-01T07:59:00+02:00', true],
    ['2-morning', '2026-12-01T12:00:00+02:00', true],
    ['2-afternoon', MORNING, true],
    ['2-afternoon', '2026-12-01T15:59:00+02:00', false],
    ['2-afternoon', '2026-12-01T16:00:00+02:00', true],
    ['2-morning', '2026-12-02T09:00:00+02:00', true],
  ])('%s at %s: told to wait is %s', (half, at, waits) => {
    expect(isUnsafeNow(request(chosen(half)), Date.parse(at))).toBe(waits)
  })

  it('nobody is told to wait where no half-day was chosen', () => {
    expect(isUnsafeNow(request({ contact: unsafe }), Date.parse(MORNING))).toBe(false)
    expect(isUnsafeNow(request(), Date.parse(MORNING))).toBe(false)
  })

  it('a row whose window has not opened is neither near nor late; once it has opened it is like others', () => {
    const { row } = request(chosen('2-morning'))
    const at = (local: string) => [isNotYet(row, Date.parse(local)), dueOf(row, Date.parse(local))]
    expect(at('2026-11-30T23:59:00+02:00')).toEqual([true, 'later'])
    expect(at('2026-12-01T07:59:00+02:00')).toEqual([true, 'today'])
    expect(at('2026-12-01T08:00:00+02:00')).toEqual([false, 'today'])
    expect(at('2026-12-01T11:30:00+02:00')).toEqual([false, 'soon'])
    expect(at('2026-12-01T12:00:01+02:00')).toEqual([false, 'overdue'])
  })

  long(
    'words that stand alone are marked in the row, and one folded under another is told of before its number',
    async () => {
      const under = request({ row: { safeTime: 'words' } })
      const page = await opened(request({ more: { folded: [under.row] } }))
      await page.getByText('Samasta numerosta on pyyntö').waitFor()
      expect(await page.getByText(NUMBER).count()).toBe(0)
      arrive(under)
      await page.locator('[data-row]', { hasText: 'Turvallinen aika omin sanoin' }).waitFor()
    },
  )
})

describe('a call that is safe (so the tests above see what they should)', () => {
  it('shows its number at once, also when no message may be left', async () => {
    const page = await opened(request({ contact: { mayLeaveMessage: false } }))
    await page.getByText(NUMBER).waitFor()
    expect(await button(page, 'Luin tämän. Näytä numero').count()).toBe(0)
  })
})
