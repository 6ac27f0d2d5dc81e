/** The chat under the policies of host pages, from none to the strictest: it opens, answers and violates nothing, and needs what is documented. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readerOf } from '../journeys/closed-root.ts'
import { build, type TestApp } from '../support/app.ts'
import { isLong, some, tell, tellTwin } from '../support/evidence.ts'
import { until } from '../support/process.ts'
import { desktop } from '../support/screen/browser.ts'
import { withBrowser } from '../support/screen/with-browser.ts'
import { confide, openPanel, sendIt, somebody } from './trials/confiding.ts'
import { documentOf, type Host, serveHost, tagOf } from './trials/host-page.ts'

const PROOF = 'host-csp'
const NONCE = 'c3RhdGlvbg'
const WAYS = { tag: 'data-station', element: '<kynnys-chat>' } as const
/** The loader shows its other ways after six seconds; the page’s clock is turned. */
const PATIENCE = 7000

const { ownPage } = withBrowser({ apart: true })
let host: Host
let server: TestApp
beforeAll(async () => {
  host = await serveHost()
  server = await build({ listen: true, env: { ALLOWED_ORIGINS: host.url } })
})
afterEach(() => {
  host.posted.length = 0
})
afterAll(async () => {
  await server.close()
  await host.close()
})

const hash = `sha384-${createHash('sha384').update(readFileSync('dist/widget.js')).digest('base64')}`

type Policy = { name: string; csp: string[]; attributes?: string }

/** Nothing at all but what stands before it. */
const STRICTEST = ["style-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"]

const policies = (chat: string): Policy[] => [
  { name: 'none', csp: [] },
  {
    name: 'own things and the chat',
    csp: ["default-src 'self'", `script-src 'self' ${chat}`, `frame-src ${chat}`],
  },
  {
    name: 'strictest, script by address, with reports',
    csp: [
      "default-src 'none'",
      `script-src ${chat}/widget.js`,
      `frame-src ${chat}`,
      ...STRICTEST,
      'report-uri /report',
    ],
  },
  {
    name: 'strictest, script by nonce',
    csp: ["default-src 'none'", `script-src 'nonce-${NONCE}'`, `frame-src ${chat}`, ...STRICTEST],
    attributes: ` nonce="${NONCE}"`,
  },
  {
    name: 'strictest, nonce and strict-dynamic',
    csp: [
      "default-src 'none'",
      `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
      `frame-src ${chat}`,
      ...STRICTEST,
    ],
    attributes: ` nonce="${NONCE}"`,
  },
  {
    name: 'strictest, script by its SRI hash',
    csp: [
      "default-src 'none'",
      `script-src '${hash}'`,
      `frame-src ${chat}`,
      "base-uri 'none'",
      "form-action 'none'",
      ...STRICTEST,
    ],
    attributes: ` integrity="${hash}" crossorigin="anonymous"`,
  },
]

/** The two ways to write it into a page; an element may have words of its own for when no script comes. */
const embedded = (chat: string, way: keyof typeof WAYS, attributes = '') =>
  way === 'tag'
    ? tagOf(chat, attributes)
    : `<script async src="${chat}/widget.js"${attributes}></script><kynnys-chat station="laukaa" language="fi" phone="014 000 0000"><p>Soita meille: 014 111 1111</p></kynnys-chat>`

/** A page under the policy, and all that was refused or went wrong, on it and in the frame. */
async function stand({ csp, attributes }: Policy, way: keyof typeof WAYS) {
  // the page has an icon of its own
  const headers = csp.length > 0 ? { 'content-security-policy': [...csp, 'img-src data:'].join('; ') } : {}
  host.pages.set('/', { html: documentOf(embedded(server.url, way, attributes)), headers })
  const page = await ownPage({ ...desktop, bypassCSP: false })
  const refused: string[] = []
  await page.context().exposeFunction('tellRefused', (directive: string) => refused.push(directive))
  await page.context().addInitScript(() => {
    const told = window as unknown as { tellRefused: (directive: string) => void }
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      told.tellRefused(effectiveDirective),
    )
  })
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', ({ message }) => errors.push(message))
  return { page, refused, errors }
}

async function answersOne(page: Page) {
  const { reader } = await openPanel(page, `${host.url}/`)
  await reader.choose('Asuminen')
  await reader.press('button', 'Jatka')
  await reader.hears('Kenen asiasta on kyse?')
  return reader
}

/** Without the directive (and with the default, which is then asked instead). */
const without = ({ name, csp, ...rest }: Policy, directive: string): Policy => ({
  ...rest,
  name: `${name}, without ${directive}`,
  csp: csp.filter((one) => !one.startsWith(directive)),
})
const strictest = () => policies(server.url)[2] as Policy

describe('on host pages under six policies', () => {
  it('the launcher shows, opens and answers, by tag and by element, and nothing is violated', {
    timeout: 300_000,
  }, async () => {
    let stood = 0
    for (const [at, policy] of some([...policies(server.url).entries()], 2))
      for (const way of isLong
        ? (['tag', 'element'] as const)
        : [at % 2 ? ('tag' as const) : ('element' as const)]) {
        const { page, refused, errors } = await stand(policy, way)
        await answersOne(page)
        expect({ refused, errors, reported: host.posted }, `${policy.name}, ${WAYS[way]}`).toEqual({
          refused: [],
          errors: [],
          reported: [],
        })
        await page.context().close()
        stood += 1
      }
    tell(PROOF, 'the chat on host pages, by tag and by element', {
      policies: policies(server.url).length,
      pages: stood,
      'violations and errors': 0,
    })
  })

  it('a whole conversation up to what follows sending violates neither the host’s policy nor the chat’s own', async () => {
    const { page, refused, errors } = await stand(strictest(), 'tag')
    const { reader } = await openPanel(page, `${host.url}/`)
    await confide(reader, somebody())
    await sendIt(reader)
    await reader.hears('Mitä nyt tapahtuu')
    expect({ refused, errors, reported: host.posted }).toEqual({ refused: [], errors: [], reported: [] })
  })
})

describe('red twins of the policies', () => {
  it('without frame-src the panel shows the other ways, with the phone number, and the violation is seen', async () => {
    const { page, refused } = await stand(without(strictest(), 'frame-src'), 'tag')
    await page.clock.install()
    await page.goto(`${host.url}/`)
    const outside = await readerOf(page)
    await outside.press('button', 'Kysy neuvoa')
    await page.clock.fastForward(PATIENCE)
    await outside.find('link', 'Avaa neuvonta uuteen välilehteen')
    await outside.find('link', '014 000 0000')
    await until('the violation is told', () => refused.includes('frame-src'))
    await until('it is reported', () => host.posted.some((report) => report.includes('frame-src')))
    tellTwin(PROOF, 'the strictest policy without frame-src', {
      violations: refused.length,
      shown: 'phone number',
    })
  })

  it('without script-src the words inside the element stand there instead', async () => {
    const { page, refused } = await stand(without(strictest(), 'script-src'), 'element')
    await page.goto(`${host.url}/`)
    await until('the violation is told', () => refused.includes('script-src-elem'))
    await (await readerOf(page)).hears('Soita meille: 014 111 1111')
    tellTwin(PROOF, 'the strictest policy without script-src', {
      violations: refused.length,
      shown: 'own words',
    })
  })

  it('another script than the hash names is refused', async () => {
    const other = `sha384-${createHash('sha384').update('another').digest('base64')}`
    const policy = policies(server.url)[5] as Policy
    const { page, errors } = await stand(
      { ...policy, attributes: ` integrity="${other}" crossorigin="anonymous"` },
      'tag',
    )
    await page.goto(`${host.url}/`)
    await until('it is refused', () => errors.length > 0)
    expect(await page.locator('kynnys-chat').count()).toBe(0)
    tellTwin(PROOF, 'a script that is not what the hash says', { errors: errors.length })
  })
})
