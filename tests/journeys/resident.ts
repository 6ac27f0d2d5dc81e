/** A resident in a browser: what they see and press, by the words on the screen. */

import { writeFileSync } from 'node:fs'
import type { Frame, Locator, Page } from 'playwright'
import { loadWords } from '../support/content.ts'
import { until } from '../support/process.ts'
import { phone } from '../support/screen/browser.ts'
import { choose } from '../support/screen/choosing.ts'
import { tellRow } from '../support/screen/in-request.ts'
import { fieldOf, seeCard } from '../support/screen/request-form.ts'

/** A page or a frame: where the conversation stands. */
export type Place = Page | Frame

/** A photograph for a person to look at, when a folder is named by `KYNNYS_PICTURES`. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.KYNNYS_PICTURES
  if (!folder) return
  // Playwright's own screenshot changes the page's metrics, after which its clicks miss a frame of another origin
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' })
  writeFileSync(`${folder}/${name}.png`, Buffer.from(data, 'base64'))
  await session.detach()
}

/** The same of a whole page or frame, however long: the window grows for it and shrinks again. */
export async function photographWhole(page: Page, place: Place, name: string): Promise<void> {
  const size = page.viewportSize()
  if (!process.env.KYNNYS_PICTURES || !size) return
  const hidden = await place.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  const height = size.height + Math.max(0, hidden)
  await page.setViewportSize({ ...size, height })
  await page.waitForFunction((wanted) => innerHeight >= wanted, height)
  await place.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  await photograph(page, name)
  await page.setViewportSize(size)
}

export const press = (place: Place, name: string | RegExp): Promise<void> =>
  place
    .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) })
    .first()
    .click()

export const heading = (place: Place, name: string | RegExp): Locator => place.getByRole('heading', { name })

/** Answers the question whose words are given: ticks and goes on, or by the one press that is enough. */
export async function answer(place: Place, question: string | RegExp, ...options: (string | RegExp)[]) {
  const asked = place.getByRole('group', { name: question })
  await asked.waitFor()
  if (!(await choose(place.locator('.question'), options))) await press(place, 'Jatka')
}

/** A phone on which everything moves that can. */
export const moving = { ...phone, reducedMotion: 'no-preference' as const }

/** The chat on a host page, opened by keyboard: the loader’s own root is closed, and its button takes the focus. */
export async function openOnHostPage(page: Page, url: string) {
  await page.goto(`${url}/`)
  const frame = await openLauncher(page)
  return { page, frame }
}

export async function openLauncher(page: Page, language = 'fi'): Promise<Frame> {
  await page.locator('kynnys-chat').waitFor({ state: 'attached' })
  await until('the launcher takes the focus', async () => {
    await page.keyboard.press('Tab')
    return page.evaluate(() => document.activeElement?.localName === 'kynnys-chat')
  })
  await page.keyboard.press('Enter')
  const isChat = (one: Frame) => one.url().includes(`/chat/${language}`)
  await until('the frame of the chat is there', () => page.frames().some(isChat))
  const frame = page.frames().find(isChat) as Frame
  await heading(frame, loadWords(language).guidance?.['needs.question'] ?? '').waitFor()
  // opened before the frame had loaded, the focus stands at its door: one Tab goes in
  await until('the chat has the focus', async () => {
    if (await frame.evaluate(() => document.hasFocus())) return true
    await page.keyboard.press('Tab')
    return false
  })
  return frame
}

/** Somebody whose rent is in arrears, in their own pace; one thing they do not know. */
export const ANSWERS: [question: string, ...options: string[]][] = [
  ['Missä asioissa haluat neuvoa tai apua?', 'Raha-asiat ja laskut', 'Asuminen'],
  ['Kenen asiasta on kyse?', 'Omastani'],
  ['Mikä raha-asioissa on vaikeaa?', 'Laskuja tai velkoja on jäänyt maksamatta'],
  ['Miten raha-asiat sujuvat nyt?', 'En tiedä'],
  ['Mikä asumisessa on vaikeaa?', 'Vuokra on maksamatta tai häätö pelottaa'],
  ['Miten asuminen sujuu nyt?', 'On usein vaikeaa'],
]

export const MATTERS = 'Että lapset saavat jäädä samaan kouluun.'
/** What the same person tells in the request, each in a row of its own. */
export const TOLD: [question: string, ...answers: string[]][] = [
  ['Milloin asia pitää hoitaa?', 'Tällä viikolla'],
  ['Missä kunnassa asut?', 'Laukaa'],
  ['Kuka auttaa sinua nyt?', 'Jokin palvelu tai työntekijä', 'Läheinen tai ystävä'],
  ['Kuinka monen eri paikan kanssa asioit nyt?', 'Kahden tai kolmen'],
  ['Mitä elämässäsi on muuttunut tai muuttumassa?', 'Ei mikään näistä'],
  ['Onko vuokranantajan kanssa puhuttu?', 'Kyllä, mutta ei sovittu'],
  ['Oletko hakenut tähän jo jotain tukea Kelasta?', 'Ei vielä'],
  ['Mikä sinulle on nyt tärkeintä?', MATTERS],
]

export async function talkThrough(place: Place, look: (at: number) => Promise<void> = async () => {}) {
  for (const [at, [question, ...options]] of ANSWERS.entries()) {
    await answer(place, question, ...options)
    await look(at)
  }
}

/** To the result by the one answer that leads straight there, for those who need only what comes after. */
export const lookOnly = (place: Place) =>
  answer(place, 'Missä asioissa haluat neuvoa tai apua?', 'Tulin vain katsomaan neuvoja')

export const NAME = 'Tellervo Salmelainen'
export const PHONE = '040 765 4321'
export const OWN_WORDS = 'Vuokranantaja uhkasi häädöllä perjantaina enkä saa unta.'

/** From the result to the card, with what only this person would write. */
export async function fillForm(place: Place): Promise<void> {
  await press(place, 'Pyydä soitto')
  await heading(place, 'Pyydä soitto').waitFor()
  await place.getByLabel('Puhelinnumero').fill(PHONE)
  await (await fieldOf(place, /^Nimi tai kutsumanimi/)).fill(NAME)
  await (await fieldOf(place, 'Omin sanoin')).fill(OWN_WORDS)
  for (const [question, ...answers] of TOLD) await tellRow(place, question, ...answers)
  await seeCard(place)
  await heading(place, 'Tämän palveluohjaaja näkee').waitFor()
}

/** Milliseconds: oftener the server would be asked for nothing. */
const BETWEEN_LOOKS = 1500

/** The page is turned away from and looked at again, which asks how the request stands, until it says so. */
export async function lookAgain(place: Place, said: Locator): Promise<void> {
  const look = async () => {
    await place.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    return said.waitFor({ timeout: BETWEEN_LOOKS }).then(
      () => true,
      () => false,
    )
  }
  await until('the page says how the request stands', look, 60_000)
}
