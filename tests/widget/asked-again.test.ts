/** A request that was withdrawn where it was sent is asked for again without saying anything twice. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../support/broken.ts'
import { longDescribe } from '../support/long.ts'
import { seeCard } from '../support/screen/request-form.ts'
import { opened } from '../support/screen/with-browser.ts'
import { type Harness, serveWidget } from './harness.ts'
import { button, heading, openChat, posted, toCard, walkToEnd, withChat } from './room.ts'

const { harness, newPage, openRoom } = withChat()

const rows = (page: Page) => page.locator('.card li:not(.removed) b').allTextContents()
async function card(page: Page) {
  await walkToEnd(page, 'Arjen askareet ja itsestä huolehtiminen')
  await toCard(page, 'Äiti on väsynyt')
}
async function send(page: Page) {
  await button(page, /^Lähetä/).click()
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
}
async function withdraw(page: Page) {
  await button(page, 'Peru pyyntö').click()
  await button(page, 'Kyllä, peru ja poista').click()
}
async function toCardAgain(page: Page) {
  await button(page, 'Pyydä uusi soitto').click()
  await seeCard(page)
  await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
}
/** Sent, and corrected on the page of the receipt. */
async function correct(page: Page) {
  await page.getByText('Muuta tietoja').click()
  await page.getByLabel('Uusi puhelinnumero').fill('050 765 4321')
  await page.getByLabel('Uudet omat sanat').fill('Isä on väsynyt')
  await page.locator('.request .rest').getByLabel('Iltapäivällä', { exact: true }).check()
  await button(page, 'Tallenna muutokset').click()
  await page.getByText('Muutokset on tallennettu').waitFor()
}
/** @returns what the last request says of the contact */
const contactOf = (at: Harness) => posted(at).at(-1)?.contact

describe('a request that was withdrawn on the page where it was sent', () => {
  it('can be asked for again without saying anything twice, and is another request', async () => {
    const page = await openRoom()
    await card(page)
    const shown = await rows(page)
    await send(page)
    await withdraw(page)
    await button(page, 'Pyydä uusi soitto').click()
    await heading(page, 'Pyydä soitto').waitFor()
    expect(await page.getByLabel('Puhelinnumero').inputValue()).toBe('040 123 4567')
    await seeCard(page)
    await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
    expect(await rows(page)).toEqual(shown)
    await send(page)
    const [first, second, ...more] = posted(harness)
    expect(more).toEqual([])
    expect(second?.id).not.toBe(first?.id)
    expect(second?.code).not.toBe(first?.code)
    expect({ ...second, id: first?.id, code: first?.code }).toEqual(first)
    // the code of the one that stands
    const [begun = ''] = second?.code.match(/^..../) ?? []
    await page.locator('.code').getByText(begun).waitFor()
  })

  it('is asked for again as it was corrected there', async () => {
    const page = await openRoom()
    await card(page)
    await send(page)
    await correct(page)
    await withdraw(page)
    await toCardAgain(page)
    await send(page)
    expect(contactOf(harness)).toMatchObject({
      phone: '+358507654321',
      ownWords: 'Isä on väsynyt',
      window: 'afternoon',
    })
  })
})

longDescribe('a room that asks again with what was written first, under the old keys (red twin)', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('asks-as-before', [
        {
          file: 'widget/request/request.tsx',
          find: 'setWritten((now) => ({ ...now, ...told }))',
          put: 'void told',
        },
        { file: 'widget/request/request.tsx', find: 'renew(kept)', put: 'void renew' },
      ]),
    }),
  )

  it('sends the same request, with the number that was replaced', async () => {
    const page = await openChat(await newPage(), twin)
    await card(page)
    await send(page)
    await correct(page)
    await withdraw(page)
    await toCardAgain(page)
    await send(page)
    const [first, second] = posted(twin)
    expect(second?.id).toBe(first?.id)
    expect(contactOf(twin)).toMatchObject({ phone: '+358401234567', ownWords: 'Äiti on väsynyt' })
  })
})
