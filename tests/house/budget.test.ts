import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Manifest } from '#core/contract/content.ts'
import { build, type TestApp } from '../support/app.ts'
import { languagesOffered } from '../support/content.ts'

/** Brotli bytes, as they travel. */
const KB = 1000
const LOADER = 2.5 * KB
const MORE = 4 * KB
const FIRST_SCREEN = 10 * KB
const APP = 46 * KB
const WHOLE = 96 * KB
const CATALOGUE = 40 * KB
const OWN_WORDS = 40 * KB
const ITEMS = 40 * KB
const ALONE = 10 * KB

let server: TestApp
beforeAll(async () => {
  server = await build()
})
afterAll(() => server.close())

const travels = async (url: string) =>
  (await server.app.inject({ url, headers: { 'accept-encoding': 'br' } })).rawPayload.length
/** The proof of work is fetched under pressure alone, what reckons with one's own words with the phrases, what is done alone when its row is opened: lines of their own. */
const [PROVES, MATCHES, OWN] = [/^prove-.*\.js$/, /^matching-.*\.js$/, /^own-.*\.js$/]
/** The page of the code, and the fields that correct a request: neither is part of a conversation that ends with *Sent*. */
const BACK = [/^way-back-.*\.js$/, /^correct-.*\.js$/]
const isApart = (name: string) => [PROVES, MATCHES, OWN, ...BACK].some((which) => which.test(name))
const scripts = () => readdirSync('dist/assets').filter((name) => name.endsWith('.js') && !isApart(name))
const only = (which: RegExp) => readdirSync('dist/assets').find((name) => which.test(name)) ?? ''
const compressed = (file: string) => readFileSync(`${file}.br`).length

describe('the bytes a resident pays for', () => {
  it('the loader on the host page is at most 2.5 kB', () => {
    expect(compressed('dist/widget.js')).toBeLessThanOrEqual(LOADER)
  })

  it('what a host page may want beyond the button is at most 4 kB, and comes only then', () => {
    expect(compressed('dist/more.js')).toBeLessThanOrEqual(MORE)
    expect(readFileSync('dist/widget.js', 'utf8')).not.toContain('setLanguage')
  })

  it.each(languagesOffered())(
    'the first screen is at most 10 kB, what one round trip carries: %s',
    async (language) => {
      expect(await travels(`/chat/${language}?station=laukaa`)).toBeLessThanOrEqual(FIRST_SCREEN)
    },
  )

  it('the app that takes over is at most 46 kB', () => {
    const entry = (JSON.parse(readFileSync('dist/widget-manifest.json', 'utf8')) as { entry: string }).entry
    expect(compressed(path.join('dist/assets', path.basename(entry)))).toBeLessThanOrEqual(APP)
  })

  const partsOf = async (language = 'fi') =>
    (await server.app.inject(`/api/content/${language}`)).json<Manifest>().parts

  it('a whole conversation with its request is at most 96 kB, its questions, words and promises among it', async () => {
    const parts = (await partsOf())
      .filter(({ name }) => !['advice', 'phrases', 'item-phrases'].includes(name))
      .map(({ path: part }) => part)
    const asked = ['/chat/fi?station=laukaa', '/api/promises?station=laukaa', ...parts]
    const documents = await Promise.all(asked.map(travels))
    const all = [
      ...documents,
      compressed('dist/widget.js'),
      ...scripts().map((name) => compressed(`dist/assets/${name}`)),
    ]
    expect(all.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(WHOLE)
  })

  it('what proves a request where many come from one network is at most 1 kB, and comes only then', () => {
    expect(compressed(`dist/assets/${only(PROVES)}`)).toBeLessThanOrEqual(KB)
  })

  it('the way back and what corrects a request are at most 1 kB each, and no conversation fetches them', () => {
    const app = scripts().map((name) => readFileSync(`dist/assets/${name}`, 'utf8'))
    for (const name of BACK.map(only)) {
      expect(compressed(`dist/assets/${name}`), name).toBeLessThanOrEqual(KB)
      expect(app.some((text) => new RegExp(`from ?"\\./${name}"`).test(text))).toBe(false)
    }
  })

  it('what two chunks of the chat share stands in the first of them: there is no chunk without a name of its own', () => {
    const known = [/^(app|later|pause)-/, PROVES, MATCHES, OWN, ...BACK]
    const stray = readdirSync('dist/assets').filter((name) => name.endsWith('.js'))
    expect(stray.filter((name) => !known.some((which) => which.test(name)))).toEqual([])
  })

  it('what a resident does alone is at most 10 kB in each language with its words, and no page names it', async () => {
    for (const language of ['fi', 'sv', 'en']) {
      const words = (await partsOf(language)).find(({ name }) => name === 'words')?.path ?? ''
      const own = words.replace('/words.', '/own.')
      const bytes = (await travels(own)) + compressed(`dist/assets/${only(OWN)}`)
      expect(bytes, language).toBeLessThanOrEqual(ALONE)
      expect((await server.app.inject(own)).statusCode).toBe(200)
      expect((await server.app.inject(`/chat/${language}?station=laukaa`)).payload).not.toContain(own)
    }
  })

  it("what one's own words need is at most 40 kB in each language, its phrases and what reckons with them", async () => {
    for (const language of ['fi', 'sv', 'en']) {
      const phrases = (await partsOf(language)).find(({ name }) => name === 'phrases')?.path ?? ''
      const bytes = (await travels(phrases)) + compressed(`dist/assets/${only(MATCHES)}`)
      expect(bytes, language).toBeLessThanOrEqual(OWN_WORDS)
    }
  })

  it('what people say of advice items is at most 40 kB in each language, and comes on the page of all advice alone', async () => {
    for (const language of ['fi', 'sv', 'en']) {
      const items = (await partsOf(language)).find(({ name }) => name === 'item-phrases')?.path ?? ''
      expect(await travels(items), language).toBeLessThanOrEqual(ITEMS)
      const page = async (at: string) =>
        (await server.app.inject(`/chat/${language}${at}?station=laukaa`)).payload.includes(items)
      expect([await page(''), await page('/advice')]).toEqual([false, true])
    }
  })

  it('the whole catalogue of advice, which comes last, is at most 40 kB', async () => {
    const catalogue = (await partsOf()).find(({ name }) => name === 'advice')
    expect(await travels(catalogue?.path ?? '')).toBeLessThanOrEqual(CATALOGUE)
  })

  it('brings no schema library and no database into the browser', () => {
    const text = scripts()
      .map((name) => readFileSync(`dist/assets/${name}`, 'utf8'))
      .join('')
    expect(text).not.toMatch(/TypeBox|kysely|better-sqlite3/i)
  })

  /** What stands in the staff's document alone: its channel, and what is told through it. */
  const STAFFS = /assisted/
  const textIn = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('')

  it('carries none of the document in which staff walk a conversation, and no page of the chat names it', async () => {
    expect(textIn('dist/assets')).not.toMatch(STAFFS)
    for (const page of ['', '/advice', '/request'])
      expect((await server.app.inject(`/chat/fi${page}?station=laukaa`)).payload).not.toMatch(STAFFS)
  })

  it('would be found where it is: in that document, which has no form and no sending of the chat in turn (red twin)', () => {
    const staffs = textIn('dist/assisted/assets')
    expect(staffs).toMatch(STAFFS)
    expect(textIn('dist/assets')).toContain('/api/callback-requests')
    expect(staffs).not.toMatch(/"\/api\/callback-requests"|sessionStorage\.setItem/)
  })

  it('a schema library in the app would break its budget (red twin)', async () => {
    const heavy = readFileSync('node_modules/i18next/dist/umd/i18next.min.js')
    const app = scripts().map((name) => readFileSync(`dist/assets/${name}`))
    expect(brotliCompressSync(Buffer.concat([...app, heavy])).length).toBeGreaterThan(APP)
  })
})
