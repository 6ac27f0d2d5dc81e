/** The page on which a web master makes the code: what is chosen is in it, and nothing of an address becomes markup. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type TestApp } from '../../support/app.ts'

let test: TestApp
beforeAll(async () => {
  test = await build()
})
afterAll(() => test.close())

const embed = (query: Record<string, string> = {}, headers = { host: 'localhost:8080' }) =>
  test.app.inject({ url: `/embed?${new URLSearchParams({ lang: 'fi', ...query })}`, headers })
const SIGNS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }
const codeIn = (body: string) =>
  (/<code id="code">(.*?)<\/code>/s.exec(body)?.[1] ?? '').replace(
    /&(lt|gt|quot|amp);/g,
    (_, sign) => SIGNS[sign] ?? '',
  )

const SCRIPT = '<script async src="http://localhost:8080/widget.js"'
const CHOSEN: [name: string, query: Record<string, string>, code: string][] = [
  ['a station alone', { station: 'laukaa' }, `${SCRIPT} data-station="laukaa"></script>`],
  [
    'a corner, a distance and a colour',
    { station: 'laukaa', language: 'sv', corner: 'top left', along: '80', color: '#7a1fa2' },
    `${SCRIPT} data-station="laukaa" data-language="sv" data-look="top left 16 80 #7a1fa2"></script>`,
  ],
  [
    'the column of the page',
    { station: 'laukaa', place: 'inline', corner: 'left', label: 'A "b" & c' },
    `${SCRIPT}></script>\n<kynnys-chat station="laukaa" label="A &quot;b&quot; &amp; c" look="inline"></kynnys-chat>`,
  ],
  [
    'a link of the page',
    { station: 'laukaa', place: 'links' },
    `${SCRIPT} data-station="laukaa" data-look="links"></script>\n<a href="http://localhost:8080/chat/fi?station=laukaa" data-kynnys-open>Kysy neuvoa</a>`,
  ],
  [
    'a page of its own',
    { station: 'laukaa', place: 'page', language: 'en' },
    '<a href="http://localhost:8080/chat/en?station=laukaa">Kysy neuvoa</a>',
  ],
]

describe('the page that makes the code', () => {
  it.each(CHOSEN)('writes what is chosen: %s', async (_, query, code) => {
    const { body, statusCode } = await embed(query)
    expect(statusCode).toBe(200)
    expect(codeIn(body)).toBe(code)
  })

  it('shows the chat as it would be, from this machine’s other name, and its script by hash alone', async () => {
    const { body, headers } = await embed({ station: 'laukaa', color: 'gold' })
    expect(body).toContain(
      '<script async id="tag" src="http://127.0.0.1:8080/widget.js" data-station="laukaa" data-look="gold">',
    )
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'self' http:\/\/127\.0\.0\.1:8080 'sha256-[^']+'; /)
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("form-action 'self'")
  })

  it('offers no form of a language, in which the button cannot speak nor the chat begin', async () => {
    const { body } = await embed({ language: 'fi-simple' })
    const [, languages = ''] = /<select name="language">(.*?)<\/select>/s.exec(body) ?? []
    expect([...languages.matchAll(/value="([\w-]*)"/g)].map(([, lang]) => lang)).toEqual([
      '',
      'fi',
      'en',
      'sv',
    ])
    expect(codeIn(body)).not.toContain('fi-simple')
  })

  it('makes no markup of an address, and no choice of what there is not', async () => {
    const evil = '"><script>alert(1)</script>'
    const names = [
      'station',
      'language',
      'place',
      'corner',
      'across',
      'along',
      'color',
      'label',
      'phone',
      'exit',
    ]
    const { body } = await embed(Object.fromEntries(names.map((name) => [name, evil])))
    expect(body).not.toContain('<script>alert')
    expect(codeIn(body)).not.toContain('<script>alert')
    const usual = await embed()
    expect(body.match(/<script/g)).toHaveLength(usual.body.match(/<script/g)?.length ?? 0)
    const twice = await test.app.inject('/embed?lang=sv&label=a&label=b&station=nowhere&__proto__=x')
    expect(twice.statusCode).toBe(200)
    expect(twice.body).toContain('<html lang="sv"')
  })

  it.each(['fi', 'sv', 'en'])('has all its words in %s', async (lang) => {
    const { body } = await embed({ lang })
    expect(body).toContain(`<html lang="${lang}"`)
    expect(body).not.toMatch(/>(place|corner|language|color|label)(\.[a-z ]+)?</)
  })
})
