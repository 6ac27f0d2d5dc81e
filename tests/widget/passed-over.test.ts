import type { Page } from 'playwright'
import { beforeEach, describe, expect, it } from 'vitest'
import { answer, button, LOOKING, posted, toCard, walkBy, withChat } from './room.ts'

const { harness, openRoom } = withChat()
beforeEach(() => {
  harness.api.set('GET /api/promises', () => ({
    status: 200,
    body: {
      at: '2026-12-21T06:00:00Z',
      area: 'north',
      dutyArea: 'south',
      areas: ['north', 'south', 'west'].map((area, at) => ({
        area,
        promise: promiseOn(28 + at),
        callers: [],
      })),
    },
  }))
})

const promiseOn = (day: number) => ({
  day: `2026-12-${day}`,
  by: '16:00',
  until: `2026-12-${day}T14:00:00Z`,
})
const callBack = (page: Page) => page.locator('.result').getByText('klo 16 mennessä').first().textContent()

/** To the end for somebody near, then back to the first question: nothing of it is asked after all. */
async function lookOnly() {
  const page = await openRoom()
  await answer(page, 'Asuminen')
  await walkBy(page, ['Muun läheisen tai naapurin'])
  await page.locator('.earlier summary').click()
  await button(page, /^Muuta.*Asiat/).click()
  await page.locator('.question').getByLabel('Asuminen', { exact: true }).uncheck()
  await answer(page, LOOKING)
  await page.locator('.result').waitFor()
  return page
}

describe('an answer that is no longer on the path', () => {
  it('says nothing of who calls and when, nor of whom the matter is about: what is sent is what is estimated', async () => {
    const page = await lookOnly()
    expect(await callBack(page)).toContain('ma 28.12.')
    await toCard(page)
    expect(await page.locator('.card').textContent()).not.toContain('Keneen otamme yhteyttä')
    await button(page, 'Lähetä').click()
    await expect.poll(() => posted(harness).length).toBe(1)
    const [body] = posted(harness)
    expect(body?.answers).toEqual({ needs: [] })
    expect(body?.contact).not.toHaveProperty('whom')
  })
})
