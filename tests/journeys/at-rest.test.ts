/** After a whole journey: nothing the resident said can be read in the database's files, its log of changes or the server's log. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import { desktop } from '../support/screen/browser.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import { fillForm, heading, MATTERS, NAME, OWN_WORDS, PHONE, press, talkThrough } from './resident.ts'

const { server, newPage, ownPage } = withServer({ env: { LOG_LEVEL: 'debug' } })
let logged: string
beforeAll(async () => {
  const page = await newPage()
  await page.goto(`${server.url}/chat/fi?station=laukaa`)
  await talkThrough(page)
  await fillForm(page)
  await press(page, 'Lähetä')
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
  const desk = await enterDesk(await ownPage(desktop), server.url)
  await desk.locator('[data-row] a').click()
  await press(desk, 'Ota hoidettavaksi')
  await press(desk, 'Kirjoita muistiinpano')
  await desk.getByLabel('Uusi muistiinpano').fill('Soitettu isännöitsijälle Kuuselalle')
  await press(desk, 'Tallenna muistiinpano')
  await desk.locator('.notes').getByText('Kuuselalle').waitFor()
  logged = server.log.join('')
}, 240_000)

/** Each in the ways it could be written: as typed, without spaces, as E.164, as escaped JSON, as UTF-16. */
const SECRETS = [
  NAME,
  'Salmelainen',
  OWN_WORDS,
  'häädöllä',
  MATTERS,
  'samaan kouluun',
  PHONE,
  '0407654321',
  '358407654321',
  'Kuuselalle',
  'bills-debts',
  'arrears',
  'not-agreed',
]
const spellings = (secret: string) => [
  Buffer.from(secret),
  Buffer.from(secret, 'utf16le'),
  Buffer.from(secret.replace(/[^\x20-\x7e]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)),
  Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4)),
]
const foundIn = (bytes: Buffer) =>
  SECRETS.filter((secret) => spellings(secret).some((one) => bytes.includes(one)))

/** What was chosen and where it led, as a word of its own: four letters of a sealed text may be any by chance. */
const CHOSEN = ['housing', 'money', 'arrears', 'self', 'Laukaa', '410', 'social-services']
const chosenIn = (text: string) =>
  CHOSEN.filter((id) => new RegExp(`(?<![\\w+/=.-])${id}(?![\\w+/=.-])`).test(text))

const filesOfDatabase = () => {
  const file = server.database.url.replace('sqlite:', '')
  const folder = path.dirname(file)
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }))
}

describe('at rest', () => {
  it('the database, its write-ahead log and shared memory hold no name, number, own words, note or answer', () => {
    const files = filesOfDatabase()
    expect(files.map(({ name }) => name).some((name) => name.endsWith('-wal'))).toBe(true)
    // the content itself is there in the clear: its option ids are no answer of anybody's
    const withoutContent = SECRETS.filter(
      (secret) => !['bills-debts', 'arrears', 'not-agreed'].includes(secret),
    )
    for (const { name, bytes } of files)
      expect(
        withoutContent.filter((secret) => foundIn(bytes).includes(secret)),
        name,
      ).toEqual([])
  })

  it('no row of the request holds an answer: not even which matters were chosen, or the municipality', async () => {
    for (const table of ['callback_request', 'note', 'attempt', 'event', 'access_log'] as const) {
      const rows = await server.store.read(server.organisation, (view) =>
        rawOf(view).selectFrom(table).selectAll().execute(),
      )
      const text = JSON.stringify(rows)
      expect(foundIn(Buffer.from(text)), table).toEqual([])
      expect(chosenIn(text), table).toEqual([])
    }
  })

  it('the server’s log, at its most talkative, holds none of it', () => {
    expect(logged.length).toBeGreaterThan(100)
    expect(foundIn(Buffer.from(logged))).toEqual([])
  })

  it('the search would find them unsealed (red twin)', () => {
    expect(foundIn(Buffer.from(JSON.stringify({ name: NAME, phone: PHONE, ownWords: OWN_WORDS })))).toContain(
      NAME,
    )
    expect(foundIn(Buffer.from(OWN_WORDS, 'utf16le'))).toContain(OWN_WORDS)
    expect(
      chosenIn(JSON.stringify({ answers: JSON.stringify({ asker: 'self', municipality: '410' }) })),
    ).toEqual(['self', '410'])
  })
})
