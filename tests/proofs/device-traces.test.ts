/** Nothing that was said stays on the device: a real profile on the disk is searched byte by byte after each way to end. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import type { BrowserContext, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Reader, readerOf } from '../journeys/closed-root.ts'
import { build, type TestApp } from '../support/app.ts'
import { loadDialogue } from '../support/content.ts'
import { isLong, size, tell, tellTwin } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { until } from '../support/process.ts'
import { go } from '../support/screen/back-button.ts'
import { newProfile, type Profile } from '../support/screen/profile.ts'
import { type Trace, tracesIn } from '../support/screen/traces.ts'
import {
  type Confided,
  confide,
  markersOf,
  openPage,
  openPanel,
  sendIt,
  somebody,
  TICKED,
} from './trials/confiding.ts'
import { backOfTheRoom, inLightDom, purposeAlwaysTold } from './trials/faults.ts'
import { documentOf, type Host, NEUTRAL, serveHost, tagOf } from './trials/host-page.ts'

const PROOF = 'device-traces'
const LONG = 1_800_000
/** Chromium writes down where its tabs stand about every fifteen seconds. */
const IDLE = 25_000
/** How Chromium begins what it keeps of the fields of a page: ticks too. */
const FIELDS = { fields: 'Blink serialized form state' }
/** Answers as they would be kept, in whatever storage. */
const ANSWERS = { answers: '["money","rehab-aids"]' }

/** The page's own; who looks into the history learns at most that something is done. */
const TITLES = ['', 'Tarkista vastaus · ', 'Kesken · ', 'Valmis · '].map(
  (said) => `${said}Palveluneuvonta · Laukaan sosiaali- ja terveysasema`,
)

let profile: Profile
let host: Host
let server: TestApp
beforeEach(async () => {
  profile = newProfile()
  host = await serveHost()
})
afterEach(async () => {
  await profile.kill()
  profile.remove()
  await server.close()
  await host.close()
})

async function begin(dist?: string): Promise<BrowserContext> {
  server = await build({ listen: true, env: { ALLOWED_ORIGINS: host.url }, ...(dist && { dist }) })
  host.pages.set('/', { html: documentOf(tagOf(server.url)) })
  return profile.start()
}

/** The browser's Back in the middle: over the form's two screens to the question that waits, and to the one before it. */
async function goesBack(page: Page, reader: Reader) {
  await go(page, -1)
  await reader.hears('Miten saamme yhteyden?')
  await go(page, -1)
  await reader.hears('Edellinen kysymys')
  await go(page, -1)
  await reader.hears('Kenen asiasta on kyse?')
}

/** Back to where the conversation was: it does not stand there any more. */
async function goesBackToNothing(page: Page) {
  await page.goBack().catch(() => null)
  const text = await (await readerOf(page)).everything()
  for (const said of ['Katso, mitä lähetetään', 'Puhelinnumero']) expect(text).not.toContain(said)
  expect(page.frames().some((frame) => frame.url().includes('/chat/fi'))).toBe(false)
}

/** Each way to end a conversation, by another person. @returns who they were */
const ways: Record<string, (context: BrowserContext, who: Confided) => Promise<void>> = {
  'sent from the panel': async (context, who) => {
    const { reader } = await openPanel(await context.newPage(), host.url)
    await confide(reader, who)
    await sendIt(reader)
  },
  'Back in the panel, left quickly, then Back': async (context, who) => {
    const page = await context.newPage()
    const { reader } = await openPanel(page, host.url)
    await confide(reader, who)
    await goesBack(page, reader)
    await reader.press('link', 'Poistu heti')
    await page.waitForURL(`**${NEUTRAL}`)
    await goesBackToNothing(page)
  },
  'Back on the page, another page opened in the middle, then the tab closed': async (context, who) => {
    const page = await context.newPage()
    const reader = await openPage(page, server.url)
    await confide(reader, who)
    await goesBack(page, reader)
    await page.goto(host.url)
    await page.close()
  },
  'tab closed in the middle': async (context, who) => {
    const page = await context.newPage()
    await confide(await openPage(page, server.url), who)
    await page.close()
  },
  'left quickly from the page by keys, then Back': async (context, who) => {
    const page = await context.newPage()
    await page.route('https://www.ilmatieteenlaitos.fi/**', (route) => route.fulfill({ body: 'Sää' }))
    await confide(await openPage(page, server.url), who)
    // out of the field: there a capital letter is written
    await page.keyboard.press('Tab')
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
    await page.waitForURL('https://www.ilmatieteenlaitos.fi/**')
    await goesBackToNothing(page)
  },
  'loaded again in the middle': async (context, who) => {
    const page = await context.newPage()
    await confide(await openPage(page, server.url), who)
    await page.reload()
    const reader = await readerOf(page)
    await reader.hears('Missä asioissa haluat neuvoa tai apua?')
    expect(await reader.chosen()).toEqual([])
  },
  'sent from the page, then the tab closed': async (context, who) => {
    const page = await context.newPage()
    const reader = await openPage(page, server.url)
    await confide(reader, who)
    await sendIt(reader)
    await page.close()
  },
}

/** @returns rows of one of the browser's own databases */
function rowsIn(folder: string, file: string, query: string) {
  const database = new Database(path.join(folder, 'data/Default', file), { readonly: true })
  const found = database.prepare(query).raw().all().flat().map(String)
  database.close()
  return found
}

/** Every visit to us that the browser has written down, also those that it shows nobody; an empty frame's address would begin with `about:`. */
const visitsIn = (folder: string, chat: string) =>
  rowsIn(folder, 'History', 'select urls.url from visits join urls on urls.id = visits.url').filter(
    (url) => url.startsWith(chat) || url.startsWith('about:'),
  )

/** What the browser's history calls our pages. */
const titlesIn = (folder: string, chat: string) =>
  rowsIn(folder, 'History', `select distinct title from urls where url like '${chat}%'`)

/** What the browser itself keeps of our address: no cookie, no storage, no page in its cache; the frame has no history. */
function stateIn(folder: string, chat: string) {
  const data = path.join(folder, 'data/Default')
  return {
    cookies: rowsIn(folder, 'Cookies', 'select host_key from cookies'),
    stores: ['IndexedDB', 'Service Worker', 'File System'].filter((name) =>
      existsSync(path.join(data, name)),
    ),
    visits: visitsIn(folder, chat),
    untoldTitles: titlesIn(folder, chat).filter((title) => !TITLES.includes(title)),
    cached: tracesIn(path.join(data, 'Cache'), { page: `${chat}/chat/`, request: `${chat}/api/callback` })
      .traces,
    storage: ['Local Storage', 'Session Storage'].flatMap(
      (name) => tracesIn(path.join(data, name), { chat }).traces,
    ),
  }
}

const places = (traces: Trace[]) => [
  ...new Set(traces.map(({ file }) => file.split('/').slice(2, 3).join(''))),
]

/** Markers of several people, each by who they were. */
const everybodys = (people: Confided[]) =>
  Object.fromEntries(
    people.flatMap((who, at) =>
      Object.entries(markersOf(who)).map(([name, text]) => [`${name} of person ${at}`, text]),
    ),
  )

/** The short form tries the panel and the page; the long one every way, and what needs a browser to be started again. */
const IN_SHORT = [
  'sent from the panel',
  'Back on the page, another page opened in the middle, then the tab closed',
]
const tries = Object.entries(ways).filter(([way]) => isLong || IN_SHORT.includes(way))

describe('on the device', () => {
  it('nothing said, written or ticked is found in the browser’s profile, however the conversation ended', {
    timeout: LONG,
  }, async () => {
    // else the content in the cache would be found
    expect(JSON.stringify(loadDialogue())).not.toContain(ANSWERS.answers)
    const context = await begin()
    const people: Confided[] = []
    for (const [way, end] of tries) {
      const who = somebody()
      await end(context, who)
      people.push(who)
      expect.soft(tracesIn(profile.folder, markersOf(who)).traces, way).toEqual([])
    }
    await profile.close()
    // everybody's at once: unpacking the profile is most of a search
    const { traces, files, bytes } = tracesIn(profile.folder, {
      ...everybodys(people),
      ...FIELDS,
      ...ANSWERS,
    })
    expect(traces).toEqual([])
    expect(stateIn(profile.folder, server.url)).toEqual({
      cookies: [],
      stores: [],
      // a page of its own is in the history, as any page that somebody opens, once a visit: neither an answer nor Back adds one
      visits: Array(size(1, 6)).fill(`${server.url}/chat/fi?station=laukaa`),
      untoldTitles: [],
      cached: [],
      storage: [],
    })
    tell(PROOF, `a profile after: ${tries.map(([way]) => way).join('; ')}`, {
      conversations: people.length,
      'files searched': files,
      'bytes searched': bytes,
      traces: 0,
    })
  })

  long(
    'red twin: the same conversation in light DOM is found, with its ticks; and what is sent from fields that tell their purpose',
    {
      timeout: LONG,
    },
    async () => {
      const context = await begin(await inLightDom())
      const lit = somebody()
      const page = await context.newPage()
      await confide(await openPage(page, server.url), lit)
      const told = somebody()
      const other = await build({ listen: true, dist: await purposeAlwaysTold() })
      const reader = await openPage(await context.newPage(), other.url)
      await confide(reader, told)
      await sendIt(reader)
      // the browser keeps what stands in fields some seconds after they were written
      const sessions = path.join(profile.folder, 'data/Default/Sessions')
      await until('the browser has written the fields down', () => {
        const found = new Set(tracesIn(sessions, markersOf(lit)).traces.map(({ marker }) => marker))
        // the number stood on the screen before, and is gone with it
        return found.has('name') && found.has('told in a row')
      })
      await page.close()
      await profile.close()
      await other.close()
      const inLight = tracesIn(profile.folder, { ...markersOf(lit), ...FIELDS }).traces
      expect(inLight.map(({ marker }) => marker)).toEqual(
        expect.arrayContaining(['name', 'told in a row', 'fields']),
      )
      expect(places(inLight)).toContain('Sessions')
      const remembered = tracesIn(profile.folder, markersOf(told)).traces
      // the number stands on the screen before, from which nothing is sent
      expect(remembered.map(({ marker }) => marker)).toContain('name')
      expect(places(remembered)).toContain('Web Data')
      tellTwin(PROOF, 'the same fields in light DOM', {
        traces: inLight.length,
        where: places(inLight).join(', '),
      })
      tellTwin(PROOF, 'fields that tell their purpose until the end', {
        traces: remembered.length,
        where: places(remembered).join(', '),
      })
    },
  )

  long(
    'red twin: an entry for Back of the room’s own, and not of an empty frame in it, is in the browser’s history',
    async () => {
      const context = await begin(await backOfTheRoom())
      const { reader } = await openPanel(await context.newPage(), host.url)
      await reader.choose('Asuminen')
      await reader.press('button', 'Jatka')
      await reader.hears('Kenen asiasta on kyse?')
      await profile.close()
      const visits = visitsIn(profile.folder, server.url)
      expect(visits).toContain(`${server.url}/chat/fi?station=laukaa#panel`)
      tellTwin(PROOF, 'an entry for Back of the room’s own', { 'visits written down': visits.length })
    },
  )
})

if (isLong)
  describe('on the device, when the browser starts again', () => {
    it('nothing is found when the browser was killed in the middle, nor after it has started again', {
      timeout: LONG,
    }, async () => {
      const context = await begin()
      const who = somebody()
      const { reader } = await openPanel(await context.newPage(), host.url)
      await confide(reader, who)
      // here the wait is what is tried: the browser writes its session meanwhile
      await new Promise((resolve) => setTimeout(resolve, IDLE))
      await profile.kill()
      expect(tracesIn(profile.folder, { ...markersOf(who), ...FIELDS }).traces).toEqual([])
      await profile.start()
      await profile.close()
      const { traces, files } = tracesIn(profile.folder, { ...markersOf(who), ...FIELDS })
      expect(traces).toEqual([])
      tell(PROOF, 'the browser was killed in the middle and started again', {
        'seconds before the kill': IDLE / 1000,
        'files searched': files,
        traces: 0,
      })
    })

    long(
      'a conversation kept on request holds no contact, and nothing remains of it after the browser’s next start',
      {
        timeout: LONG,
      },
      async () => {
        const context = await begin()
        const who = somebody()
        const page = await context.newPage()
        const reader = await openPage(page, server.url)
        for (const option of TICKED) await reader.choose(option)
        await reader.press('button', 'Jatka')
        await reader.press('DisclosureTriangle', 'Jos haluat jatkaa myöhemmin')
        await reader.choose('Pidä tämä keskustelu tällä laitteella')
        const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
        await until('it is kept', async () => (await kept()).includes('rehab-aids'))
        await reader.press('DisclosureTriangle', 'Puhu ihmisen kanssa')
        await reader.press('button', 'Pyydä soitto')
        await reader.write('Puhelinnumero', who.phone)
        await reader.press('button', 'Kerro, milloin sinulle sopii')
        await reader.press('DisclosureTriangle', 'Kerro lisää: nimi, kieli, omat sanat')
        await reader.paste('Nimi tai kutsumanimi, jos haluat kertoa sen', who.name)
        await sendIt(reader)
        await until('it is forgotten', async () => (await kept()) === '{}')
        await profile.close()
        expect(tracesIn(profile.folder, { ...markersOf(who), ...FIELDS }).traces).toEqual([])
        const journal = tracesIn(profile.folder, ANSWERS).traces
        expect(places(journal).filter((place) => place !== 'Session Storage')).toEqual([])
        await profile.start()
        await profile.close()
        expect(tracesIn(profile.folder, { ...ANSWERS, ...markersOf(who) }).traces).toEqual([])
        tell(PROOF, 'kept on the device on request, then sent', {
          'contact found': 0,
          'answers in the browser’s journal until its next start': journal.length,
          'after it': 0,
        })
      },
    )
  })
