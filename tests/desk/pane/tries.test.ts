/** Who did not answer is not forgotten: the next try is proposed, can be another, and stands on the row; a missed call is written once. */
import { describe, expect, it } from 'vitest'
import { nextWorkingDay } from '../../../server/promise/working-day.ts'
import { button, openRow, rowOf, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const today = new Date().toISOString().slice(0, 10)
const day = nextWorkingDay(today)
const later = nextWorkingDay(day)
const nextTries = [
  { day, from: '08:00', by: '12:00' },
  { day: later, from: '12:00', by: '16:00' },
]
const held = { status: 'taken', takenBy: { id: 'p1', firstName: 'Helmi' } } as const

describe('a call that was not answered', () => {
  const { arrive, enterDesk, fake } = withDesk()
  const opened = async (one: ReturnType<typeof request>) => {
    arrive(one)
    const page = await enterDesk()
    await button(page, 'Kaikki 1').click()
    await openRow(page, one)
    return page
  }
  const sentOf = (one: ReturnType<typeof request>) => fake.state.requests.get(one.row.id)?.row

  it('is planned again as it is proposed, by two presses, and the row says when and by whom', async () => {
    const one = request({ row: held, more: { nextTries } })
    const page = await opened(one)
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Ei vastannut').check()
    expect(await page.getByRole('radio', { name: /klo 8–12/ }).isChecked()).toBe(true)
    await button(page, 'Tallenna yritys').click()
    await page.locator('.request-top').getByText('Yritä uudelleen').waitFor()
    expect(sentOf(one)).toMatchObject({ status: 'taken', nextTry: nextTries[0] })
    await button(page, 'Uudelleen 1').click()
    const row = rowOf(page, one)
    await row.getByText('klo 8–12').waitFor()
    await row.getByText('Yritetty kerran, ei vastausta').waitFor()
    await row.getByText('Yrität itse uudelleen').waitFor()
  })

  it('has its times in the order of time, the proposed one chosen where it stands', async () => {
    const [early, late] = [nextTries[0], { day, from: '12:00', by: '16:00' }]
    const one = request({ row: held, more: { nextTries: [late, early].flatMap((time) => time ?? []) } })
    const page = await opened(one)
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Ei vastannut').check()
    const times = page.getByRole('group', { name: 'Milloin yrität uudelleen?' })
    const said = await times.locator('label').allInnerTexts()
    const hours = said.map((text) => /(?:\d+–\d+|Muu aika)$/.exec(text.trim())?.[0])
    expect(hours).toEqual(['8–12', '12–16', 'Muu aika'])
    expect(await times.getByRole('radio', { name: /12–16/ }).isChecked()).toBe(true)
    await button(page, 'Tallenna yritys').click()
    await page.locator('.request-top').getByText('klo 12–16').waitFor()
    expect(sentOf(one)?.nextTry).toMatchObject(late)
  })

  it('can be planned for another of the times, or one that was agreed; one that ends before it begins is not sent', async () => {
    const one = request({ row: held, more: { nextTries } })
    const page = await opened(one)
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Jätin viestin').check()
    await page.getByLabel('Muu aika').check()
    await page.getByLabel('Päivä', { exact: true }).fill(later)
    await page.getByLabel('Alkaen').fill('15:00')
    await page.getByLabel('Viimeistään').fill('14:00')
    await button(page, 'Tallenna yritys').click({ force: true })
    expect(sentOf(one)?.attempts).toBe(0)
    await page.getByLabel('Viimeistään').fill('15:30')
    await button(page, 'Tallenna yritys').click()
    await page.locator('.request-top').getByText('klo 15–15.30').waitFor()
    expect(sentOf(one)?.nextTry).toMatchObject({ day: later, from: '15:00', by: '15:30' })
  })

  it('has a neutral text in the resident’s language for the work phone, where a message is safe', async () => {
    const text = 'Hej! Vi försökte ringa dig.'
    const one = request({ row: { ...held, language: 'sv' }, more: { nextTries } })
    const page = await opened(one)
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Ei vastannut').check()
    await page.getByText('Viesti työpuhelimella').click()
    await page.getByText(text).waitFor()
    expect(await page.getByText(text).getAttribute('lang')).toBe('sv')
    const link = await page.getByRole('link', { name: 'Avaa viestinä' }).getAttribute('href')
    expect(link).toMatch(/^sms:\+358401234567\?body=Hej/)
    expect(decodeURIComponent(link ?? '')).not.toMatch(/Kynnys|soite|sosiaal|palvelu/i)
  })

  it.each([
    ['no message may be left', { contact: { mayLeaveMessage: false } }],
    ['contact is not always safe', { contact: { safeToCall: false } }],
    ['others share the phone', { row: { way: 'shared-phone' }, contact: { way: 'shared-phone' } }],
    ['fear was told', { more: { attention: [{ id: 'safety', because: [] }] } }],
  ] as const)('has none where %s', async (_where, wish) => {
    const one = request({
      ...wish,
      row: { ...held, ...('row' in wish ? wish.row : {}) },
      more: { nextTries, ...('more' in wish ? (wish.more as object) : {}) },
    })
    const page = await opened(one)
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Ei vastannut').check()
    await page.getByLabel('Muu aika').waitFor()
    expect(await page.getByText('Viesti työpuhelimella').count()).toBe(0)
  })

  it('is not offered as an end before the rule’s tries, and what comes of talking says that they talked', async () => {
    const one = request({ row: held })
    const page = await opened(one)
    await button(page, 'Päätä pyyntö').click()
    await page.getByLabel('Annoin neuvoa').waitFor()
    expect(await page.getByLabel('Ei tavoitettu').count()).toBe(0)
    await page.getByLabel('Annoin neuvoa').check()
    expect(await page.getByLabel('Puhuin asukkaan kanssa').count()).toBe(0)
    await page.getByLabel('Muu', { exact: true }).check()
    await page.getByLabel('Puhuin asukkaan kanssa').check()
  })
})
