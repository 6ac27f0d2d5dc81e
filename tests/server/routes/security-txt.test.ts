/** Where somebody who has found a hole writes: the file of RFC 9116, from the configuration of the installation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { securityTxt } from '../../../server/pages/security-txt.ts'
import { build, type TestApp } from '../../support/app.ts'
import { DAY, testClock } from '../../support/clock.ts'

const ADDRESS = '/.well-known/security.txt'
const CONTACTS = ['mailto:tietoturva@kunta.example', 'https://kunta.example/ilmoita']

/** The file as a reader takes it: line by line, a name and what it says. */
const fieldsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/: (.*)/, 2) as [string, string])

describe(`GET ${ADDRESS}`, () => {
  const clock = testClock('2026-11-24T23:30:00+02:00')
  let test: TestApp
  beforeAll(async () => {
    test = await build({
      clock,
      env: {
        SECURITY_CONTACT: CONTACTS.join(', '),
        PUBLIC_URL: 'https://chat.kunta.example/',
        DATA_KEY: 'x',
      },
    })
  })
  afterAll(() => test.close())
  const expires = async () => {
    const { body } = await test.app.inject(ADDRESS)
    return fieldsOf(body).find(([name]) => name === 'Expires')?.[1] ?? ''
  }

  it('says whom to tell, in their order, until when it holds, in which languages, and where it stands', async () => {
    const { statusCode, body } = await test.app.inject(ADDRESS)
    expect(statusCode).toBe(200)
    expect(fieldsOf(body)).toEqual([
      ...CONTACTS.map((contact) => ['Contact', contact]),
      ['Expires', '2027-05-23T00:00:00Z'],
      ['Preferred-Languages', 'fi, en, sv'],
      ['Canonical', `https://chat.kunta.example${ADDRESS}`],
    ])
    expect(body.endsWith('\n')).toBe(true)
  })

  it('is plain text, kept for minutes, and has the strict headers of every answer', async () => {
    const { headers } = await test.app.inject(ADDRESS)
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    })
  })

  it('ends within a year, at the beginning of a day, and moves with the clock', async () => {
    const first = await expires()
    const ahead = Date.parse(first) - clock.now()
    expect(ahead).toBeGreaterThan(90 * DAY)
    expect(ahead).toBeLessThan(365 * DAY)
    clock.pass(DAY)
    expect(Date.parse(await expires())).toBe(Date.parse(first) + DAY)
  })

  it('takes a look and nothing else', async () => {
    expect((await test.app.inject({ method: 'POST', url: ADDRESS })).statusCode).toBe(405)
  })
})

describe(`${ADDRESS} of an installation that names nobody`, () => {
  let test: TestApp
  beforeAll(async () => {
    test = await build()
  })
  afterAll(() => test.close())

  it('is not found, like any address that is not there', async () => {
    const [here, nowhere] = await Promise.all([ADDRESS, '/nothing-here'].map((url) => test.app.inject(url)))
    expect([here?.statusCode, here?.body]).toEqual([404, nowhere?.body])
    expect(here?.headers['cache-control']).toBe('no-store')
    expect(here?.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })
})

describe('the text of security.txt', () => {
  const made = (more: Partial<Parameters<typeof securityTxt>[0]>) =>
    securityTxt({ contacts: ['tel:+358401234567'], languages: ['fi'], now: 0, origin: undefined, ...more })

  it('names no address of its own where there is none that is safe to read it from', () => {
    expect(made({ origin: undefined })).not.toContain('Canonical')
    expect(made({ origin: 'http://chat.kunta.example' })).not.toContain('Canonical')
    expect(made({ origin: 'https://chat.kunta.example' })).toContain('Canonical: https://chat')
  })

  it('has one line a field, whatever a language calls itself in its file', () => {
    const text = made({ languages: ['fi', 'fi', 'sv\r\nContact: mailto:thief@example.com', 'x, y', 'en-GB'] })
    expect(text).toContain('Preferred-Languages: fi, en-GB\n')
    expect(text).not.toContain('thief')
    expect(made({ languages: [] })).not.toContain('Preferred-Languages')
  })
})
