/** Each piece of advice is a plain page: it can be linked, printed and found, says what it rests on, and asks for nothing. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionOf } from '../../../server/content/serving/edition.ts'
import { sitemap } from '../../../server/pages/sitemap.ts'
import { build, type TestApp } from '../../support/app.ts'
import { testClock } from '../../support/clock.ts'
import { languagesOffered, loadWords } from '../../support/content.ts'

const PUBLIC = 'https://neuvonta.example.fi'
const env = () => ({
  PUBLIC_URL: PUBLIC,
  TRUST_PROXY: '127.0.0.1',
  ALLOWED_ORIGINS: 'https://www.example.fi',
  DATA_KEY: randomBytes(32).toString('base64'),
})
const headers = { host: 'neuvonta.example.fi', 'x-forwarded-proto': 'https' }

let server: TestApp
beforeAll(async () => {
  server = await build({ env: env() })
})
afterAll(() => server.close())

const ask = (url: string, more: Record<string, string> = {}, { app } = server) =>
  app.inject({ url, headers: { ...headers, ...more } })
const words = (lang: string, key: string) => loadWords(lang).advice?.[key] ?? ''
const host = (lang: string, key: string) => loadWords(lang).host?.[`advice.${key}`] ?? ''
const items = () => Object.keys(server.content.current().dialogue.advice)
/** As it stands in a page. */
const written = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
/** Everything that can be typed, ticked, sent or run. */
const doesMoreThanBeRead = (html: string) =>
  /<(form|input|textarea|select|button|script|template|iframe)\b|\son\w+=|contenteditable/i.exec(html)?.[0]

describe.each(languagesOffered())('in %s', (lang) => {
  it('every item is a page of its own in that language, with its title, for whom it is, and who decides', async () => {
    for (const id of items()) {
      const { statusCode, body } = await ask(`/chat/${lang}/advice/${id}`)
      expect([id, statusCode]).toEqual([id, 200])
      expect(body).toContain(`<html lang="${lang}" dir="ltr">`)
      expect(body.match(/<h1>.*?<\/h1>/g)).toEqual([`<h1>${written(words(lang, `${id}.title`))}</h1>`])
      const about = words(lang, `${id}.situation`) || words(lang, `${id}.title`)
      expect(body).toContain(`<meta name="description" content="${written(about.replace(/\s+/g, ' '))}">`)
      for (const line of words(lang, `${id}.how`).split('\n')) expect(body).toContain(written(line))
      for (const line of words(lang, `${id}.decides`).split('\n')) expect(body).toContain(written(line))
      expect(body).not.toContain('noindex')
      expect(doesMoreThanBeRead(body)).toBeUndefined()
    }
  })

  it('an item that is not there is told on a page with all there are, which nobody is to find', async () => {
    for (const id of ['nothing', 'constructor', '__proto__', 'home care', 'x'.repeat(90)]) {
      const url = `/chat/${lang}/advice/${encodeURIComponent(id)}`
      const first = await ask(url)
      const { statusCode, body, headers } = first.headers.location
        ? await ask(String(first.headers.location))
        : first
      // a space is a slip that is read as it was meant
      if (id === 'home care') {
        expect(statusCode).toBe(200)
        continue
      }
      expect([id, statusCode, headers['cache-control'], headers['content-language']]).toEqual([
        id,
        404,
        'no-store',
        lang,
      ])
      expect(body).toContain(written(host(lang, 'missing')))
      for (const one of items()) expect(body).toContain(`href="/chat/${lang}/advice/${one}"`)
      expect(body).toContain('name="robots" content="noindex"')
      expect(body).toContain('href="tel:112"')
    }
  })
})

describe('a page of advice', () => {
  it('has one address in each language, whatever station it is read from', async () => {
    for (const query of ['', '?station=laukaa']) {
      const { body } = await ask(`/chat/sv/advice/home-care${query}`)
      const links = [
        ...body.matchAll(/<link rel="(canonical|alternate)"(?: hreflang="([^"]*)")? href="([^"]*)">/g),
      ]
      expect(links.map(([, rel, lang, href]) => [rel, lang, href])).toEqual([
        ['canonical', undefined, `${PUBLIC}/chat/sv/advice/home-care`],
        ...['fi', 'fi-simple', 'en', 'sv'].map((lang) => [
          'alternate',
          lang,
          `${PUBLIC}/chat/${lang}/advice/home-care`,
        ]),
        ['alternate', 'x-default', `${PUBLIC}/chat/fi/advice/home-care`],
      ])
    }
  })

  it('of a station has its contacts and hours and leads to its chat; of none names no town, and all can be chosen', async () => {
    const own = (await ask('/chat/fi/advice/home-care?station=laukaa')).body
    expect(own).toContain('Aukioloajat: Laukaan')
    expect(own).toContain('class="begin" href="/chat/fi?station=laukaa"')
    expect(own).toContain('href="/chat/sv/advice/home-care?station=laukaa"')
    const none = (await ask('/chat/fi/advice/home-care')).body
    expect(none).not.toContain('Aukioloajat')
    expect(none.match(/<li><a href="\/chat\/fi\?station=\w+">/g)).toHaveLength(10)
    for (const body of [own, none]) {
      expect(body).toContain('href="tel:112"')
      expect(body).toContain('href="tel:0142660149"')
      expect(body).toContain(`href="${loadWords('fi').widget?.['exit.address']}"`)
    }
  })

  it('of a station that does not exist says so', async () => {
    const { statusCode, body } = await ask('/chat/fi/advice/home-care?station=nowhere')
    expect([statusCode, body.includes('Emme tunne tätä asemaa')]).toEqual([404, true])
  })

  it('is found in other spellings, and without its language', async () => {
    for (const url of [
      '/chat/FI/Advice/Home-Care',
      '/chat/fi/advice/home-care/',
      '/CHAT/advice/home_care.html',
    ]) {
      const { statusCode, headers } = await ask(url)
      expect([url, statusCode, headers.location]).toEqual([url, 302, '/chat/fi/advice/home-care'])
    }
  })

  it('runs under the policy of the other documents: style by hash, framed by who may frame the chat', async () => {
    const { headers } = await ask('/chat/fi/advice/home-care')
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/style-src 'self' 'sha256-/)
    expect(policy).toMatch(/script-src 'self';/)
    expect(policy).toContain("frame-ancestors 'self' https://www.example.fi;")
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('may be kept a while, and is asked for again by its tag', async () => {
    const url = '/chat/fi/advice/home-care'
    const { headers } = await ask(url)
    expect(headers['cache-control']).toBe('public, max-age=300, must-revalidate')
    expect(headers.vary).toBe('accept-language, accept-encoding')
    const etag = String(headers.etag)
    for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
      const again = await ask(url, { 'if-none-match': known })
      expect([known, again.statusCode, again.body, again.headers.etag]).toEqual([known, 304, '', etag])
    }
    expect((await ask(url, { 'if-none-match': 'W/"other"' })).statusCode).toBe(200)
    expect((await ask('/chat/fi/advice/home-support')).headers.etag).not.toBe(etag)
  })

  it('names its source; past its review it says so and where the newest word stands, and not a day before', async () => {
    const told = async (now: string) => {
      const test = await build({ clock: testClock(now) })
      const { body } = await test.app.inject('/chat/fi/advice/home-care')
      await test.close()
      return {
        source: body.includes('hyvaks.fi (kotihoito)'),
        late: body.includes(host('fi', 'late')),
        page: body.includes('Tuorein tieto on sivulla hyvaks.fi.'),
        until: body.includes('Tarkistetaan viimeistään 21.12.2026.'),
      }
    }
    const fresh = { source: true, late: false, page: false, until: true }
    expect(await told('2026-12-21T12:00:00+02:00')).toEqual(fresh)
    expect(await told('2026-12-22T12:00:00+02:00')).toEqual({
      ...fresh,
      late: true,
      page: true,
      until: false,
    })
  })

  it('of a revision of before, which tells no source, stands all the same', () => {
    const edition = editionOf(
      '1',
      '1',
      new Map([['dialogue', '{"advice":{},"tables":{"attention":{"rows":[]}}}']]),
    )
    expect(edition.provenance('home-care')).toBeUndefined()
  })

  it('that could be typed into would be noticed (red twin)', async () => {
    const { body } = await ask('/chat/fi/advice/home-care')
    expect(doesMoreThanBeRead(body.replace('</main>', '<input></main>'))).toBe('<input')
    // the page of all advice has a field for one's own words, in a closed room
    expect(doesMoreThanBeRead((await ask('/chat/fi/advice')).body)).toBe('<template')
  })
})

describe('the page of all advice', () => {
  it('may be found, and leads to the page of each item from the same station', async () => {
    const { body } = await ask('/chat/fi/advice?station=laukaa')
    expect(body).toContain(`<link rel="canonical" href="${PUBLIC}/chat/fi/advice">`)
    expect(body).toContain('<title>Kaikki neuvot · Palveluneuvonta</title>')
    expect(body).not.toContain('noindex')
    for (const id of items()) expect(body).toContain(`href="/chat/fi/advice/${id}?station=laukaa"`)
  })

  it('is the only one of the room that is to be found', async () => {
    for (const url of ['/chat/fi?station=laukaa', '/chat/fi/request'])
      expect((await ask(url)).body).toContain('name="robots" content="noindex"')
  })
})

describe('search engines', () => {
  it('are told of every page of advice in every language, and each of those is there', async () => {
    const { body, headers } = await ask('/sitemap.xml')
    expect(headers['content-type']).toBe('application/xml; charset=utf-8')
    const all = [...body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address)
    expect(all).toHaveLength((items().length + 1) * languagesOffered().length)
    expect(new Set(all).size).toBe(all.length)
    for (const address of all.filter((_, at) => at % 20 === 0)) {
      const page = await ask(address.slice(PUBLIC.length))
      expect([address, page.statusCode]).toEqual([address, 200])
      expect(page.body).toContain(`<link rel="canonical" href="${address}">`)
    }
    expect((await ask('/robots.txt')).body).toContain(`Sitemap: ${PUBLIC}/sitemap.xml`)
  })

  it('are told of no language in which an item has no words', () => {
    const told = { fi: { 'a.title': 'A', 'b.title': 'B' }, sv: { 'a.title': 'A' } } as const
    const map = sitemap(
      {
        dialogue: { advice: { a: {}, b: {} } } as never,
        languages: { fi: {}, sv: {} } as never,
        words: (language) => ({ advice: told[language as 'fi' | 'sv'] }),
      },
      PUBLIC,
    )
    expect(map).toContain('/chat/sv/advice/a<')
    expect(map).toContain('/chat/fi/advice/b<')
    expect(map).not.toContain('/chat/sv/advice/b')
  })

  it('are told of nothing where the server has no public name', async () => {
    const local = await build()
    for (const url of ['/sitemap.xml', '/robots.txt'])
      expect((await local.app.inject(url)).statusCode).toBe(404)
    await local.close()
  })
})
