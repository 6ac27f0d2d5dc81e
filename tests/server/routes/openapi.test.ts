/** The contract as a document: every promised address is there, described, in named shapes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, DESK_ACTS } from '#core/request/life.ts'
import { build, type TestApp } from '../../support/app.ts'
import { routesOf } from '../../support/routes.ts'

/** What the outside relies on. Adding is free; taking away breaks somebody. */
const SURFACE = [
  'get /',
  'get /widget.js',
  'get /desk/',
  'get /chat/{language}',
  'get /chat/{language}/advice',
  'get /chat/{language}/advice/{item}',
  'get /chat/{language}/request',
  'get /sitemap.xml',
  'get /healthz',
  'get /readyz',
  'get /metrics',
  'get /.well-known/security.txt',
  'get /api/openapi.json',
  'get /api/content/{language}',
  'get /api/content/{revision}/{part}.json',
  'get /api/promises',
  'post /api/callback-requests',
  'get /api/callback-requests/{id}',
  'patch /api/callback-requests/{id}',
  'delete /api/callback-requests/{id}',
  'post /api/session',
  'get /api/session',
  'delete /api/session',
  'get /api/desk/queue',
  'get /api/desk/requests/{id}',
  'get /api/desk/live',
  ...DESK_ACTS.map((act) => `post /api/desk/requests/{id}/${addressOf(act)}`),
]

type Operation = { summary?: string; tags?: string[]; responses?: Record<string, unknown> }
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

describe('GET /api/openapi.json', () => {
  let test: TestApp
  let document: Document
  beforeAll(async () => {
    test = await build()
    document = (await test.app.inject('/api/openapi.json')).json<Document>()
  })
  afterAll(() => test.close())
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    )

  it('has the whole public surface', () => {
    expect(operations().map(({ name }) => name)).toEqual(expect.arrayContaining(SURFACE))
  })

  it('describes every operation, and says that it may refuse', () => {
    for (const { name, operation } of operations()) {
      expect(operation.summary, name).toMatch(/\w/)
      expect(operation.tags, name).toHaveLength(1)
      if (name !== 'get /api/openapi.json')
        expect(Object.keys(operation.responses ?? {}), name).toContain('4XX')
    }
  })

  it('knows every address that the app listens to but the built files, and the icon that browsers ask for', () => {
    const hidden = /^(head|options) |^get (\/desk(\/assisted)?)?\/assets\/|^get \/favicon.ico$/
    const listened = routesOf(test.app)
      .map(({ method, url }) => `${method.toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`)
      .filter((name) => !hidden.test(name))
    const names = operations().map(({ name }) => name.replace(/\{\w+\}/g, '{}'))
    expect(listened.filter((name) => !names.includes(name.replace(/\{\w+\}/g, '{}')))).toEqual([])
    expect(listened.length).toBeGreaterThan(25)
  })

  it('says of what kind each answer is: a page is no JSON', () => {
    const kinds = (path: string, status = 200) =>
      Object.keys((document.paths[path]?.get?.responses?.[status] as { content?: object })?.content ?? {})
    expect(kinds('/chat/{language}')).toEqual(['text/html'])
    expect(kinds('/desk/')).toEqual(['text/html'])
    expect(kinds('/widget.js')).toEqual(['text/javascript'])
    expect(kinds('/metrics')).toEqual(['text/plain'])
    expect(kinds('/.well-known/security.txt')).toEqual(['text/plain'])
    expect(kinds('/api/promises')).toEqual(['application/json'])
    expect(Object.keys(document.paths['/desk']?.get?.responses ?? {})).toContain('308')
    expect(Object.keys(document.paths['/api/desk/live']?.get?.responses ?? {})).toContain('101')
  })

  it('speaks of shapes by their names, and every name leads to one', () => {
    const named = Object.keys(document.components.schemas)
    expect(named).toEqual(
      expect.arrayContaining(['CallbackRequestBody', 'Receipt', 'QueueRow', 'OpenRequest', 'Problem']),
    )
    const text = JSON.stringify(document)
    expect(text).not.toContain('def-')
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) expect(named).toContain(name)
  })
})
