/** `npm run dev`: what is changed on disk takes its place in the open page, and what was done there stays. */
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysFrom } from '../../server/seal/keys.ts'
import { loadArea } from '../support/content.ts'
import { sqlite, type TestDatabase } from '../support/databases.ts'
import { install } from '../support/installed.ts'
import { long, longDescribe } from '../support/long.ts'
import { until } from '../support/process.ts'
import { newPage } from '../support/screen/browser.ts'
import { type Development, develop } from '../support/screen/development.ts'
import { withBrowser } from '../support/screen/with-browser.ts'

/** What is changed on disk cannot be changed twice. */
const ONCE = { retry: 0 }
/** For the check of the whole content, or a new start, on a machine that does much else. */
const PATIENCE = 100_000

declare const window: { room?: ShadowRoot; stands?: true }

let database: TestDatabase
let dev: Development
const { browser } = withBrowser()
beforeAll(async () => {
  database = await sqlite.create()
  const secret = randomBytes(32).toString('base64')
  const clock = { now: () => Date.now() }
  const store = await database.open({ clock, keys: keysFrom(secret) })
  const area = loadArea()
  await install(store, { organisation: area.organisation.organisation, clock, area })
  dev = await develop({ DATABASE_URL: database.url, DATA_KEY: secret, LOG_LEVEL: 'warn' })
})
afterAll(async () => {
  await dev?.stop()
  await database?.remove()
})

/** What a policy refused. */
const complaints: string[] = []

/** A page under its own policies; the closed root is kept for us before the page’s script asks for it. */
async function open(path: string): Promise<Page> {
  const page = await newPage(browser(), { bypassCSP: false })
  page.on('console', (message) => /Policy|Trusted/.test(message.text()) && complaints.push(message.text()))
  await page.addInitScript(() => {
    const { attachInternals } = HTMLElement.prototype
    HTMLElement.prototype.attachInternals = function () {
      const internals = attachInternals.call(this)
      if (internals.shadowRoot) window.room = internals.shadowRoot
      return internals
    }
  })
  await page.goto(`${dev.url}${path}`)
  await page.evaluate(() => {
    window.stands = true
  })
  return page
}

const stands = (page: Page) => page.evaluate(() => window.stands === true)
const starts = () => dev.output().split('Host page').length - 1

/** Of the chat’s root: the words, what is ticked, and how its heading is drawn. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const heading = window.room?.querySelector('#heading')
    return {
      words: window.room?.querySelector('.room')?.textContent ?? '',
      ticked: [...(window.room?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])].map(
        ({ value }) => value,
      ),
      rows: [...(window.room?.querySelectorAll<HTMLInputElement>('.rows input') ?? [])].map(
        ({ value }) => value,
      ),
      spacing: heading ? getComputedStyle(heading).letterSpacing : '',
      section: window.room?.querySelector('section.question')?.getAttribute('data-tried') ?? '',
    }
  })

describe('the open desk', ONCE, () => {
  let page: Page
  beforeAll(async () => {
    page = await open('/desk/')
    await page.getByLabel('Käyttäjätunnus').fill('ai')
  })
  const written = async () => {
    expect(await page.locator('input[name=username]').inputValue()).toBe('ai')
    expect(await stands(page)).toBe(true)
  }

  it('shows a component as it is now, with what was written', async () => {
    dev.change('desk/shell/sign-in.tsx', '<h1>{say', '<h1 data-tried="yes">{say')
    await until('the component is there', () => page.locator('h1[data-tried=yes]').isVisible())
    await written()
  })

  it('is drawn in a style as it is now', async () => {
    dev.change('desk/styles/base.css', 'body {', 'h1 { letter-spacing: 3px }\nbody {')
    const spacing = () => page.locator('h1').evaluate((heading) => getComputedStyle(heading).letterSpacing)
    await until('the style is there', async () => (await spacing()) === '3px')
    await written()
  })

  it('says a text of locales/fi as it is now', async () => {
    dev.change('locales/fi/desk.json', '"Käyttäjätunnus"', '"Tunnus"')
    await until('the words are there', () => page.getByText('Tunnus', { exact: true }).isVisible())
    await written()
  })
})

describe('the open chat', ONCE, () => {
  let page: Page
  beforeAll(async () => {
    page = await open('/chat/fi?station=laukaa')
    // what only the running app shows
    await until('the app runs', () => page.evaluate(() => window.room?.querySelector('#wait') === null))
    await page.evaluate(() => window.room?.querySelector<HTMLElement>('input[value="housing"]')?.click())
  })
  const ticked = async () => {
    expect((await seen(page)).ticked).toEqual(['housing'])
    expect(await stands(page)).toBe(true)
  }

  it('says a text of locales/fi as it is now, with what was ticked', async () => {
    dev.change('locales/fi/widget.json', '"Palveluneuvonta"', '"Uusi otsikko"')
    await until('the words are there', async () => (await seen(page)).words.includes('Uusi otsikko'))
    await ticked()
  })

  it('is drawn in a style as it is now', async () => {
    dev.change('widget/styles/talk.css', '.row.apart {', '.question h2 { letter-spacing: 3px }\n.row.apart {')
    await until('the style is there', async () => (await seen(page)).spacing === '3px')
    await ticked()
  })

  it('is drawn in a style that came with the app as it is now', async () => {
    dev.change('widget/styles/earlier.css', '.about {', '.question h2 { letter-spacing: 4px }\n.about {')
    await until('the style is there', async () => (await seen(page)).spacing === '4px')
    await ticked()
  })

  it('shows a component as it is now', async () => {
    dev.change(
      'widget/talk/question.tsx',
      '<section class="question"',
      '<section data-tried="yes" class="question"',
    )
    await until('the component is there', async () => (await seen(page)).section === 'yes')
    await ticked()
  })

  long(
    'keeps its dialogue while flows/ has a mistake, which is told with its place, and takes the mended one',
    async () => {
      dev.change('flows/guidance.yaml', 'start: needs', 'start: needs\nstart: needs')
      await until('the mistake is told', () => /flows\/guidance\.yaml:5:1 /.test(dev.output()), PATIENCE)
      await ticked()
      dev.change('flows/guidance.yaml', 'start: needs\nstart: needs', 'start: needs')
      dev.change('flows/guidance.yaml', '- daily-life\n      - money\n', '- money\n      - daily-life\n')
      const order = async () => (await seen(page)).rows.filter((row) => /^(money|daily-life)$/.test(row))
      await until('the order is there', async () => (await order())[0] === 'money', PATIENCE)
      await ticked()
    },
  )
})

describe('the pages', ONCE, () => {
  it('ask for nothing that the policy of development refuses', () => {
    expect(complaints).toEqual([])
  })
})

longDescribe('the server', ONCE, () => {
  it('goes on through all of that, and starts again for its own code alone', async () => {
    expect(starts()).toBe(1)
    dev.change('server/pages/host.ts', '<title>', '<meta name="tried" content="yes">\n<title>')
    const page = async () => (await fetch(`${dev.url}/`)).text()
    await until('the page is there', async () => (await page()).includes('name="tried"'), PATIENCE)
    expect(starts()).toBe(2)
  })
})
