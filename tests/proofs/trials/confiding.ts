/** Somebody who tells the shipped, closed chat what nobody else may learn: words that occur nowhere else, so that they can be looked for. */
import type { Frame, Page } from 'playwright'
import { type Reader, readerOf } from '../../journeys/closed-root.ts'
import { marker, phoneMarker } from '../../support/marker.ts'
import { until } from '../../support/process.ts'
import type { Markers } from '../../support/screen/traces.ts'

export type Confided = { name: string; phone: string; ownWords: string; matters: string }

/** Another person each time. */
export const somebody = (): Confided => ({
  name: marker('nimi'),
  phone: `0${phoneMarker()}`.replace(/^(...)(...)/, '$1 $2 '),
  ownWords: `Pelkään ja ${marker('sanat')} lyö.`,
  matters: `Että ${marker('rauha')} jatkuu.`,
})

/** Each as it was typed, and in the other ways in which it might be kept. */
export function markersOf({ name, phone, ownWords, matters }: Confided): Markers {
  const [word = ''] = ownWords.match(/sanatzq\w+/) ?? []
  const [told = ''] = matters.match(/rauhazq\w+/) ?? []
  return {
    name,
    phone,
    'phone without spaces': phone.replace(/ /g, '').slice(1),
    'own words': word,
    'told in a row': told,
  }
}

/** Ticked at the first question: two that no rule of the content names together, as they are kept. */
export const TICKED = ['Raha-asiat ja laskut', 'Kuntoutuminen, apuvälineet tai vamma']

/** Said of the links at the foot once the app runs: a press before that may be lost. */
const RUNS = '(avautuu uuteen välilehteen)'

/** The conversation as a page of its own. */
export async function openPage(page: Page, chat: string): Promise<Reader> {
  await page.goto(`${chat}/chat/fi?station=laukaa`)
  const reader = await readerOf(page)
  await reader.hears(RUNS)
  return reader
}

/** The conversation in the panel of a host page. */
export async function openPanel(page: Page, host: string): Promise<{ reader: Reader; frame: Frame }> {
  await page.goto(host)
  return lookInside(page)
}

/** Opens the panel of a host page that stands there. */
export async function lookInside(page: Page): Promise<{ reader: Reader; frame: Frame }> {
  const outside = await readerOf(page)
  await outside.press('button', 'Kysy neuvoa')
  const isChat = (one: Frame) => one.url().includes('/chat/fi')
  await until('the frame of the chat is there', () => page.frames().some(isChat))
  const frame = page.frames().find(isChat) as Frame
  const reader = await readerOf(page, frame)
  await reader.hears(RUNS)
  return { reader, frame }
}

/** Answers two questions, then asks for a call and writes everything, up to the last field. */
export async function confide(reader: Reader, who: Confided): Promise<void> {
  const { name, phone, ownWords, matters } = who
  for (const option of TICKED) await reader.choose(option)
  await reader.press('button', 'Jatka')
  await reader.choose('Omastani')
  await reader.press('DisclosureTriangle', 'Puhu ihmisen kanssa')
  await reader.press('button', 'Pyydä soitto')
  await reader.write('Puhelinnumero', phone)
  await reader.press('button', 'Kerro, milloin sinulle sopii')
  await reader.press('DisclosureTriangle', 'Milloin asia pitää hoitaa?')
  await reader.choose('Tällä viikolla')
  await reader.press('DisclosureTriangle', 'Mikä sinulle on nyt tärkeintä?')
  await reader.write('Mikä sinulle on nyt tärkeintä?', matters)
  await reader.press('DisclosureTriangle', 'Kerro lisää: nimi, kieli, omat sanat')
  await reader.paste('Nimi tai kutsumanimi, jos haluat kertoa sen', name)
  await reader.write('Omin sanoin', ownWords)
}

export async function sendIt(reader: Reader): Promise<void> {
  await reader.press('button', 'Katso, mitä lähetetään')
  await reader.press('button', 'Lähetä')
  await reader.hears('Kiitos, pyyntösi on perillä')
}
