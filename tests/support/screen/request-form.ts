/** The form of the request has two small screens: whoever fills it in goes from one to the other as the fields ask. */
import type { Locator, Page } from 'playwright'

type Where = Pick<Page, 'getByLabel' | 'locator'>

const on = (place: Where) => place.locator('.request .go .first')

/** A field of the form, brought into sight: on the next screen, or unfolded. */
export async function fieldOf(place: Where, label: string | RegExp): Promise<Locator> {
  await on(place).waitFor()
  const field = place.getByLabel(label, typeof label === 'string' ? { exact: true } : {}).first()
  const more = place.locator('.request .actions').getByRole('button', { name: 'Kerro lisää, jos haluat' })
  if ((await field.count()) === 0) await ((await more.count()) > 0 ? more : on(place)).press('Enter')
  await field.waitFor({ state: 'attached' })
  if (!(await field.isVisible())) await place.locator('.request .rest > summary').press('Enter')
  return field
}

/** Goes on to the card, through the second screen where it comes. By the keyboard: what stands where the last press was made needs no waiting for. */
export async function seeCard(place: Where): Promise<void> {
  const isMore = (await on(place).textContent()) === 'Jatka'
  await on(place).press('Enter')
  if (!isMore) return
  await place.locator('.request .go .first', { hasText: 'Katso' }).press('Enter')
}
