/** What is typed can always be sent as it was meant, and a field that cannot is shown. */
import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { long } from '../../support/long.ts'
import { fieldOf, seeCard } from '../../support/screen/request-form.ts'
import { answer, button, heading, LOOKING, posted, toCard, walkBy, withChat } from '../room.ts'

const { harness, openRoom } = withChat()

const POST = 'POST /api/callback-requests'
const refusing = (field: string) =>
  harness.api.set(POST, () => ({ status: 400, body: { code: 'invalid-field', status: 400, field } }))
/** By the keyboard: what stands where the last press was made needs no waiting for. */
const pressOn = (page: Page, name: string | RegExp) => button(page, name).first().press('Enter')
const see = async (page: Page) => {
  await seeCard(page)
  await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
}

/** As text comes from a paste or another keyboard: without `settled`, it is still being written. */
const put = (field: Locator, text: string, settled = true) =>
  field.evaluate(
    (one, [value, done]) => {
      const input = one as HTMLInputElement
      input.value = value as string
      input.dispatchEvent(new Event('input', { bubbles: true }))
      if (done) input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    [text, settled] as const,
  )

const BAD: [what: string, typed: string, meant: string][] = [
  ['NUL', 'Ai\u0000no', 'Aino'],
  ['half a character', 'Aino\ud83d', 'Aino'],
  ['letters in pieces', 'A\u0308ijo\u0308', 'Äijö'],
  ['what cannot be seen', '\ufeffAi\u00adno\u200b\u202e', 'Aino'],
  ['words that need a joiner', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['pictures of several', '👩\u200d👧', '👩\u200d👧'],
]
const FIELDS: [label: string, key: string][] = [
  ['Nimi tai kutsumanimi, jos haluat kertoa sen', 'name'],
  ['Toinen kieli tai tulkki', 'interpreter'],
  ['Omin sanoin', 'ownWords'],
  ['Voit myös kertoa omin sanoin', 'safeWhen'],
]

/** The form of one who fears nobody, asks for a near one, and whose phone is shared: every field stands there. */
async function wholeForm(): Promise<Page> {
  const page = await openRoom()
  await answer(page, 'Asuminen')
  await walkBy(page, ['Muun läheisen tai naapurin', 'Laukaa'])
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.getByLabel('Kyllä tietää').check()
  await page.locator('input[name=way][value=shared-phone]').check()
  await page.locator('input[type=tel]').fill('040 123 4567')
  await (await fieldOf(page, 'Omin sanoin')).waitFor()
  await page.getByLabel('Ei aina, tai en ole varma').check()
  return page
}

describe('text that is typed or pasted', () => {
  it('of every field is left alone while it is written, and sent as it was meant', async () => {
    const page = await wholeForm()
    harness.api.set(POST, () => ({ status: 503 }))
    for (const [what, typed, meant] of some(BAD, 3)) {
      for (const [label] of FIELDS) {
        const field = await fieldOf(page, label)
        await put(field, typed, false)
        expect(await field.inputValue(), `${what}, while it is written`).toBe(typed)
        await put(field, typed)
        await expect.poll(() => field.inputValue(), { message: what }).toBe(meant)
        // also where nothing said that it was settled
        await put(field, typed, false)
      }
      await see(page)
      const before = posted(harness).length
      await pressOn(page, /^(Lähetä|Yritä)/)
      await expect.poll(() => posted(harness).length, { message: what }).toBe(before + 1)
      const { contact } = posted(harness).at(-1) ?? { contact: {} }
      expect(contact, what).toMatchObject(Object.fromEntries(FIELDS.map(([, key]) => [key, meant])))
      await pressOn(page, /^Muuta/)
    }
  })

  it('of the code that leads back is read without them', async () => {
    const page = await openRoom()
    await page.goto(`${harness.url}/chat/fi/request?station=laukaa`)
    await put(page.locator('.back input'), '\u200b0123-4567\u0000-89AB\ufeff')
    await page.locator('.back button.first').press('Enter')
    await expect.poll(() => harness.asked.some(({ path }) => path.endsWith('/mine'))).toBe(true)
  })
})

describe('a field that the server refuses', () => {
  const NAMED: [pointer: string, label: RegExp][] = [
    ['/contact/phone', /numero/],
    ['/contact/way', /Soittakaa/],
    ['/contact/name', /kutsumanimi/],
    ['/contact/mayLeaveMessage', /Kyllä voitte/],
    ['/contact/safeToCall', /Kyllä, milloin vain/],
    ['/contact/safeTimes', /maanantai/],
    ['/contact/safeTimes/0', /maanantai/],
    ['/contact/safeWhen', /omin sanoin/],
    ['/contact/interpreter', /tulkki/],
    ['/contact/whom', /Minuun/],
    ['/contact/theyKnow', /Kyllä tietää/],
    ['/contact/ifOther', /Pyytäkää minut/],
    ['/contact/ownWords', /Omin sanoin/],
  ]
  it('is named and has the focus, each of them', async () => {
    const page = await wholeForm()
    await page.getByLabel('Voit myös kertoa omin sanoin').fill('aamulla')
    for (const [pointer, label] of some(NAMED, 4)) {
      refusing(pointer)
      await see(page)
      await pressOn(page, /^Lähetä/)
      await page.locator('.request .error').waitFor()
      expect(await page.locator('.error, [role=alert]').count(), pointer).toBe(1)
      const focused = await page.evaluate(() => {
        const root = document.querySelector('kynnys-room')?.shadowRoot
        const input = root?.activeElement as HTMLInputElement | null
        return [...(input?.labels ?? [])].map((one) => one.textContent).join()
      })
      expect(focused, pointer).toMatch(label)
    }
  })

  long(
    'a field that is none of the form’s leaves the card with its words (red twin of a list that names too much)',
    async () => {
      const page = await openRoom()
      await answer(page, LOOKING)
      await toCard(page)
      for (const pointer of ['/station', '/revision', '/answers/needs']) {
        refusing(pointer)
        await pressOn(page, /^Lähetä/)
        await page.getByText('Mitään ei kadonnut').waitFor()
        await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
      }
    },
  )
})
