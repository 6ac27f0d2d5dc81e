/** Under `/chat` every answer is a page with 112 and the numbers of the place, in the frame of a host page too. */
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { openScreens } from '../../../server/content/serving/screens.ts'
import { openChatAnswers } from '../../../server/pages/chat-answers.ts'
import { build, type TestApp } from '../../support/app.ts'
import { loadWords } from '../../support/content.ts'
import { until } from '../../support/process.ts'

const open: TestApp[] = []
const start = async (options: Parameters<typeof build>[0] = {}) => {
  const test = await build({ env: { ALLOWED_ORIGINS: 'https://www.example.fi' }, ...options })
  open.push(test)
  return test
}
/** For tables of addresses that nothing is changed for. */
let kept: Promise<TestApp> | undefined
const common = () => {
  kept ??= build({ env: { ALLOWED_ORIGINS: 'https://www.example.fi' } })
  return kept
}
afterAll(async () => (await kept)?.close())
afterEach(async () => {
  vi.restoreAllMocks()
  for (const test of open.splice(0)) await test.close()
})

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
type Asked = { url: string; method?: Method; headers?: Record<string, string>; payload?: string }

/** As a browser asks: it goes where it is led. */
async function visit({ app }: TestApp, asked: string | Asked) {
  const request = typeof asked === 'string' ? { url: asked } : asked
  let answer = await app.inject(request)
  let url = request.url
  for (let hop = 0; hop < 3 && [302, 308].includes(answer.statusCode); hop++) {
    url = String(answer.headers.location)
    answer = await app.inject({ ...request, url })
  }
  return { url, answer, status: answer.statusCode, body: answer.body }
}

/** What is missing before it is a page for people. */
function lacksOf({ headers, body }: Awaited<ReturnType<typeof visit>>['answer']): string[] {
  const has: Record<string, boolean> = {
    'is HTML': headers['content-type'] === 'text/html; charset=utf-8',
    'says 112': /href="tel:112"/.test(body),
    'says another number that answers': /href="tel:116117"/.test(body),
    'may be framed': /frame-ancestors 'self' https:\/\/www\.example\.fi/.test(
      String(headers['content-security-policy']),
    ),
    'is shown where COEP is asked for':
      headers['cross-origin-embedder-policy'] === 'require-corp' &&
      headers['cross-origin-resource-policy'] === 'cross-origin',
    'stays nowhere': headers['cache-control'] === 'no-store',
    'speaks a language': typeof headers['content-language'] === 'string',
  }
  return Object.keys(has).filter((what) => !has[what])
}

const stationShown = (body: string) =>
  /<small>([^<]*(?:sosiaali- ja terveysasema|sivuvastaanotto|kuntaa))<\/small>/.exec(body)?.[1]
const said = (language: string, key: string) => loadWords(language).host?.[`notice.${key}`] as string
const LAUKAA = 'Laukaan sosiaali- ja terveysasema'
const ORGANISATION = 'Esimerkkialue: kahdeksan kuntaa'

describe('an address of the chat', () => {
  it.each([
    '/chat/fi?station=laukaa',
    '/chat/fi/?station=laukaa',
    '/chat?station=laukaa',
    '/chat/?station=laukaa',
    '/CHAT/FI?station=laukaa',
    '/Chat/fi/?Station=LAUKAA',
    '//chat//fi?station=laukaa',
    '/chat/fi?station=Laukaa',
    '/chat/fi?station=%20laukaa%20',
    '/chat/fi?station=la%C3%BAka%C3%A4',
    '/chat/fi?station=Laukaan+sosiaali-+ja+terveysasema',
    '/chat/fi?station=Laukaa%20social-%20och%20h%C3%A4lsostation',
    '/chat/fi?station=laukaa&station=laukaa',
    '/chat/fi?station=&station=laukaa',
    '/chat/fi?x=1&amp;station=laukaa',
    '/chat/fi?station=laukaa&x=%',
    '/chat/fi%?station=laukaa',
    '/%63hat/fi?station=laukaa',
    '/chat/xx?station=laukaa',
    '/chat/fi/advice/?station=laukaa',
    '/chat/FI/Advice?station=laukaa',
    '/chat/request?station=laukaa',
    // what a letter, a tracker or another server does to a link
    '/chat.?station=laukaa',
    '/chat)?station=laukaa',
    '/chat/fi.?station=laukaa',
    '/chat%E2%80%8B?station=laukaa',
    '/chat%00/fi?station=laukaa',
    '/chat.html?station=laukaa',
    '/chat;jsessionid=1/fi?station=laukaa',
    '/chat%2Ffi?station=laukaa',
    '/chat\\fi?station=laukaa',
    '/./chat/fi?station=laukaa',
    '/chat/fi%3Fstation=laukaa',
    '/chat/fi%3fstation%3Dlaukaa',
    '/chat/fi/request%3Fstation=laukaa',
    '/chat/fi??station=laukaa',
    '/chat/fi?station=laukaa?utm_source=letter',
    '/chat/fi?x=1&amp;amp;station=laukaa',
  ])('%s leads to the page of the station', async (url) => {
    const { answer, status, body } = await visit(await common(), url)
    expect(status).toBe(200)
    expect(stationShown(body)).toBe(LAUKAA)
    expect(lacksOf(answer)).toEqual([])
  })

  it.each([
    ['Haapamäki', 'Haapamäen sivuvastaanotto'],
    ['HAAPAM%C4KI', 'Haapamäen sivuvastaanotto'],
    ['petajavesi', 'Petäjäveden sosiaali- ja terveysasema'],
    ['Pet%C3%A4j%C3%A4vesi', 'Petäjäveden sosiaali- ja terveysasema'],
    ['Peta%CC%88ja%CC%88vesi', 'Petäjäveden sosiaali- ja terveysasema'],
  ])('with the station %s leads to %s', async (station, name) => {
    const { body } = await visit(await common(), `/chat/fi?station=${station.replace('ä', '%C3%A4')}`)
    expect(stationShown(body)).toBe(name)
  })

  it.each(['fi', 'sv', 'en'])(
    'with a station that does not exist tells so in %s, and leads to those there are',
    async (language) => {
      const test = await start()
      for (const page of ['', '/advice', '/request']) {
        const { answer, status, body } = await visit(test, `/chat/${language}${page}?station=laukka`)
        expect([status, answer.headers['content-language']]).toEqual([404, language])
        expect(body).toContain(said(language, 'unknown.title'))
        expect(body).toContain(`href="/chat/${language}${page}?station=laukaa"`)
        expect(stationShown(body)).toBeUndefined()
        expect(body).toContain('console.warn(')
        expect(lacksOf(answer)).toEqual([])
      }
    },
  )

  it('without a station lets people choose, and takes nobody to the first of the list', async () => {
    const test = await start()
    for (const url of ['/chat/fi', '/chat', '/chat/fi?station=', '/chat/fi?station=%20']) {
      const { answer, status, body } = await visit(test, url)
      expect([status, stationShown(body)], url).toEqual([200, undefined])
      expect(body).toContain(said('fi', 'choose.title'))
      expect(body.match(/href="\/chat\/fi\?station=/g)).toHaveLength(10)
      expect(lacksOf(answer)).toEqual([])
    }
  })

  it('of what is the same from every station names no town when none was named, and leads to the choice', async () => {
    const test = await start()
    for (const url of ['/chat/fi/request', '/chat/fi/advice', '/chat/fi/advice/?station=']) {
      const { answer, status, body } = await visit(test, url)
      expect([status, stationShown(body)], url).toEqual([200, ORGANISATION])
      expect(body, url).not.toContain('<h3>Aukioloajat: ')
      expect(body, url).toContain('href="/chat/fi?station="')
      expect(lacksOf(answer)).toEqual([])
    }
    // red twin: where a station was named, its name and its hours are there
    const { body } = await visit(test, '/chat/fi/request?station=laukaa')
    expect(stationShown(body)).toBe(LAUKAA)
    expect(body).toContain('<h3>Aukioloajat: ')
  })

  it('of no page, and of every act that is none of reading, is answered with a page', async () => {
    const test = await start()
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const asked: [number, Asked][] = [
      [404, { url: '/chat/fi/nothing' }],
      [404, { url: '/chat/fi/advice/more' }],
      [404, { url: `/chat/${'x'.repeat(300)}/advice/more` }],
      [404, { url: '/chat/fi/nothing', method: 'HEAD' }],
      [405, { url: '/chat/fi', method: 'POST' }],
      [405, { url: '/chat/fi', method: 'POST', headers: form, payload: 'station=laukaa' }],
      [405, { url: '/chat/fi?station=laukaa', method: 'PUT' }],
      [404, { url: '/chat/', method: 'DELETE' }],
    ]
    for (const [status, one] of asked) {
      const { answer } = await visit(test, one)
      expect([answer.statusCode, answer.headers['content-type']], one.url).toEqual([
        status,
        'text/html; charset=utf-8',
      ])
      if (one.method !== 'HEAD') expect(lacksOf(answer), one.url).toEqual([])
    }
  })

  it('is answered to HEAD as to GET, without the page', async () => {
    const test = await start()
    for (const url of ['/chat/fi?station=laukaa', '/chat/fi?station=no', '/chat/fi', '/chat/FI/request/']) {
      const [get, head] = [await visit(test, url), await visit(test, { url, method: 'HEAD' })]
      expect([head.status, head.body], url).toEqual([get.status, ''])
      expect(head.answer.headers['content-language']).toBe(get.answer.headers['content-language'])
    }
  })

  it('leads only to our own pages, whatever stands in it', async () => {
    const { app } = await start()
    for (const url of [
      '//chat/evil.example',
      '/CHAT//evil.example',
      '/chat/fi/?a=%0d%0aset-cookie:x',
      '/CHAT/\\evil',
    ]) {
      const location = String((await app.inject(url)).headers.location ?? '/chat/')
      expect(location, url).toMatch(/^\/chat\/[^/]/)
      expect(location).not.toMatch(/[\r\n]/)
    }
  })
})

describe('when something is wrong, the answer under /chat', () => {
  it('is a page when too many ask, with the time to try again', async () => {
    const test = await start({ env: { LIMIT_STRAY: '1', ALLOWED_ORIGINS: 'https://www.example.fi' } })
    await test.app.inject('/chat/fi/nothing')
    const { answer, body } = await visit(test, '/chat/sv/nothing')
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '60'])
    expect(body).toContain(said('sv', 'crowd.title'))
    expect(lacksOf(answer)).toEqual([])
  })

  it('is a page when the process lags', async () => {
    const test = await start({ env: { MAX_DELAY: '1', ALLOWED_ORIGINS: 'https://www.example.fi' } })
    let answer = await test.app.inject('/chat/fi?station=laukaa')
    await until('the process has lagged', async () => {
      const busy = performance.now() + 50
      while (performance.now() < busy);
      answer = await test.app.inject('/chat/fi?station=laukaa')
      return answer.statusCode === 503
    })
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5'])
    expect(answer.body).toContain(said('fi', 'crowd.title'))
    expect(lacksOf(answer)).toEqual([])
  })

  it('is a page with the numbers as last known when the database is away or we are at fault', async () => {
    const test = await start()
    await test.app.inject('/chat/fi?station=laukaa')
    test.clock.pass(24 * 3_600_000)
    vi.spyOn(test.store, 'read').mockRejectedValue(new Error('away'))
    const { answer, body } = await visit(test, '/chat/en?station=laukaa')
    expect(answer.statusCode).toBeGreaterThanOrEqual(500)
    expect(body).toContain(said('en', 'failed.title'))
    expect(lacksOf(answer)).toEqual([])
  })

  it('has 112 also when nothing of the place was ever known', async () => {
    const test = await start()
    vi.spyOn(test.store, 'read').mockRejectedValue(new Error('away'))
    const { answer } = await visit(test, '/chat/fi?station=laukaa')
    expect(answer.statusCode).toBeGreaterThanOrEqual(500)
    expect(lacksOf(answer)).toEqual(['says another number that answers'])
  })

  it('is a page before anything is built, which says to whoever builds it what to do', async () => {
    const { answer, body } = await visit(await start({ dist: 'tests/server' }), '/chat/fi?station=laukaa')
    expect(answer.statusCode).toBe(503)
    expect(body).toContain('Not built yet: run `npm run build`, then start again.')
    expect(lacksOf(answer)).toEqual([])
  })

  it('is read in no time, however long a row of signs is in it', async () => {
    const test = await start()
    const from = performance.now()
    for (const sign of ['.', '%2e', ';', '%3F', '&', '%F3%A0%81%81'])
      await test.app.inject(`/chat/${sign.repeat(40_000 / sign.length)}x?station=laukaa`)
    expect(performance.now() - from).toBeLessThan(2000)
  })

  it('is for programs everywhere else', async () => {
    const test = await start()
    for (const url of ['/nothing', '/api/nothing', '/chatter', '/chat-other', '/%zz'])
      expect((await test.app.inject(url)).headers['content-type'], url).toContain('application/problem+json')
  })

  it('red twin: answered like programs it is no page, and framed by nobody', async () => {
    const test = await start()
    const { headers, body } = await test.app.inject('/api/nothing')
    const answer = { headers, body } as Parameters<typeof lacksOf>[0]
    expect(lacksOf(answer)).toContain('is HTML')
    expect(lacksOf(answer)).toContain('may be framed')
    expect(lacksOf(answer)).toContain('says 112')
  })
})

it('keeps few pages: one for each thing told, language and kind, whatever was asked for', async () => {
  const test = await start()
  const { content, clock } = test.app.parts
  const screens = openScreens({ ...test.app.parts, built: undefined, allowedOrigins: [], openShadow: false })
  const answers = openChatAnswers({ content, screens, clock })
  const reply = { code: () => reply, header: () => reply, getHeader: () => '' }
  const ask = (url: string) =>
    answers.tell({ url, headers: {} } as never, reply as never, { about: 'unknown', status: 404 })
  expect(await ask('/chat/fi?station=one')).toBe(await ask('/chat/fi?station=other'))
})
