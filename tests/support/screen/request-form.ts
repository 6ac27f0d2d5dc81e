/** The form of the request has two small screens: whoever fills it in goes from one to the other as the fields ask, in any language. */
import type { Locator, Page } from 'playwright'
import { until } from '../process.ts'

type Where = Pick<Page, 'getByLabel' | 'locator'>

/** The way on, to the other screen or to the card. By the keyboard: what stands where the last press was made needs no waiting for. */
const on = (place: Where) => place.locator('.request .go .first')

/** Brings something of the form into sight: of the next screen, or unfolded. */
export async function bring(place: Where, field: Locator): Promise<Locator> {
  await on(place).waitFor()
  // beside the way back, where a person at once is asked no more than the call needs
  const more = place.locator('.request .actions button:not(:last-child)')
  if ((await field.count()) === 0) await ((await more.count()) > 0 ? more : on(place)).press('Enter')
  await field.first().waitFor({ state: 'attached' })
  if (!(await field.first().isVisible())) await place.locator('.request .rest > summary').press('Enter')
  return field.first()
}

export const fieldOf = (place: Where, label: string | RegExp): Promise<Locator> =>
  bring(place, place.getByLabel(label, typeof label === 'string' ? { exact: true } : {}))

/** Goes on to the card, through the second screen where it comes. */
export async function seeCard(place: Where): Promise<void> {
  const card = place.locator('.request .card')
  for (let screens = 0; screens < 2 && (await card.count()) === 0; screens++) {
    const [title] = await place.locator('.request #heading').allTextContents()
    await on(place).press('Enter')
    await until('the next screen', async () => {
      const [now = title] = await place.locator('.request #heading').allTextContents()
      return now !== title || (await place.locator('.request .error').count()) > 0
    })
  }
}
