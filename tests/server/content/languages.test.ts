/** Content in several languages: each has its own words, and what it lacks is shown in Finnish, never as a key. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParsedContent } from '#core/check/base/content.ts'
import type { Manifest } from '#core/contract/content.ts'
import { baseOf } from '#core/say/language-tag.ts'
import { CATALOGUE, flat, type NestedWords } from '#core/say/nested.ts'
import { candidateOf } from '../../../server/content/publishing/revision-parts.ts'
import { readContent } from '../../../server/content/reading/parse.ts'
import type { travellingCatalogue } from '../../../server/content/serving/travelling.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { brokenWidget } from '../../support/broken.ts'
import { loadWords } from '../../support/content.ts'
import { longDescribe } from '../../support/long.ts'

const FINNISH = { key: 'Teksti', 'own.question': 'Kysymys', 'own.question_relative': 'Läheiseltä kysytty' }
const SWEDISH = { 'own.question': 'Fråga', left_one: 'En', left_other: 'Många' }

describe('a language that lacks a text', () => {
  const content = (sv: object = {}, words: Record<string, string> = SWEDISH) =>
    ({
      flows: {},
      advice: {},
      area: {},
      routing: { segment: { rows: [] }, advice: { rows: [] }, attention: { rows: [] } },
      phrases: {},
      words: { fi: { widget: { ...FINNISH, left: 'Monta' } }, sv: { widget: words } },
      languages: { fi: { lang: 'fi' }, sv: { lang: 'sv', ...sv } },
    }) as unknown as ParsedContent
  const swedish = (parts: Record<string, string>) => JSON.parse(parts['words.sv'] ?? '{}').widget

  it('shows it in Finnish, but its own words to everybody before a Finnish form of them', () => {
    expect(swedish(candidateOf(content()).parts)).toEqual({ ...SWEDISH, key: 'Teksti' })
    const onlyForRelatives = { 'own.question_relative': 'Fråga om hen' }
    expect(swedish(candidateOf(content({}, onlyForRelatives)).parts)).toMatchObject({
      'own.question': 'Kysymys',
      'own.question_relative': 'Fråga om hen',
    })
  })

  it('has the names that a list carries among its words, and nothing where no list has one', () => {
    const lists = { countries: [{ id: 'ee', name: 'Eesti' }, { id: 'xx' }] }
    const named = candidateOf({ ...content(), lists }).parts
    expect(JSON.parse(named['words.sv'] ?? '{}').lists).toEqual({ 'countries.ee': 'Eesti' })
    expect(JSON.parse(candidateOf(content()).parts['words.sv'] ?? '{}')).not.toHaveProperty('lists')
  })

  it('stands beside the source language if it is a form of it, and tells no page how hard its texts may be', () => {
    const simple = { lang: 'fi-simple', fallback: 'fi' }
    const { languages, ...all } = content()
    const more = {
      ...languages,
      en: { lang: 'en' },
      'fi-simple': { ...simple, limits: { words: 10, letters: 20 } },
    }
    const words = { ...all.words, 'fi-simple': { widget: { key: 'Helppo teksti' } } }
    const { parts } = candidateOf({ ...all, languages: more, words } as ParsedContent)
    const offered = JSON.parse(parts.languages ?? '')
    expect(Object.keys(offered)).toEqual(['fi', 'fi-simple', 'en', 'sv'])
    expect(offered['fi-simple']).toEqual(simple)
    expect(JSON.parse(parts['words.fi-simple'] ?? '').widget).toEqual({
      ...FINNISH,
      left: 'Monta',
      key: 'Helppo teksti',
    })
  })

  it('is offered to nobody while it is a draft', () => {
    const names = Object.keys(candidateOf(content({ draft: true })).parts)
    expect(names.filter((name) => name.endsWith('.sv'))).toEqual([])
    expect(JSON.parse(candidateOf(content({ draft: true })).parts.languages ?? '')).toEqual({
      fi: { lang: 'fi' },
    })
  })
})

const { content } = readContent('flows', 'locales')
const described = content.languages as Record<string, { draft?: boolean }>
const offered = Object.keys(described).filter((language) => !described[language]?.draft)

/** The links that the list of all advice leads to elsewhere, those of them that say they are in Finnish, and those that should. */
async function linksOf({ app, content }: TestApp, language: string) {
  const { body } = await app.inject(`/chat/${language}/advice?station=laukaa`)
  const links = [...body.matchAll(/<a [^>]*class="link"[^>]*>/g)].map(([link]) => link)
  const items = Object.values(content.current().dialogue.advice)
  return {
    links,
    told: links.filter((link) => link.includes('hreflang="fi"')),
    inFinnish: baseOf(language) === 'fi' ? [] : items.filter(({ link }) => link && !link[language]),
  }
}

longDescribe('a page whose links are in no language (red twin)', () => {
  it('tells a Swedish reader nothing of pages in Finnish alone', async () => {
    const dist = await brokenWidget('untold-language', [
      { file: 'widget/steps/advice-parts.tsx', find: ' hreflang={linkLang}', put: '' },
    ])
    const untold = await build({ dist })
    const { told, inFinnish } = await linksOf(untold, 'sv')
    await untold.close()
    expect(told).toEqual([])
    expect(inFinnish.length).toBeGreaterThan(0)
  })
})

describe.each(offered)('the house in %s', (language) => {
  let test: TestApp
  const words = loadWords(language)
  const text = (namespace: string, key: string) => words[namespace]?.[key] ?? `no ${namespace}:${key}`
  const escaped = (namespace: string, key: string) => text(namespace, key).replaceAll('&', '&amp;')
  beforeAll(async () => {
    test = await build()
  })
  afterAll(() => test.close())
  const json = async <Body>(url: string) => (await test.app.inject(url)).json<Body>()

  it('has a manifest with the languages there are, and parts of its own', async () => {
    const { parts, ...manifest } = await json<Manifest>(`/api/content/${language}`)
    expect(manifest).toMatchObject({ language, languages: expect.arrayContaining(offered) })
    expect(manifest.languages[0]).toBe('fi')
    const [, ours, advice] = await Promise.all(parts.map(async ({ path }) => json<NestedWords>(path)))
    // what the page itself says first does not travel again
    expect(flat(ours ?? {}).guidance?.['asker.question']).toBe(text('guidance', 'asker.question'))
    const { [CATALOGUE]: catalogue, ...words } = advice ?? {}
    const said = flat(words).advice ?? {}
    expect(Object.keys(said).length).toBeGreaterThan(300)
    const { items } = catalogue as unknown as ReturnType<typeof travellingCatalogue>
    expect(Object.keys(items).map((id) => said[`${id}.title`])).toEqual(
      Object.keys(items).map((id) => text('advice', `${id}.title`)),
    )
    expect(items['refused-decision']?.appeal).toMatchObject({ of: 'kela', days: 37 })
  })

  it('has the words of what a resident does alone in a part that is not among those of a conversation', async () => {
    const { parts } = await json<Manifest>(`/api/content/${language}`)
    const [, { path } = { path: '' }] = parts
    expect(Object.hasOwn(await json<NestedWords>(path), 'own')).toBe(false)
    const own = flat(await json<NestedWords>(path.replace('/words.', '/own.')))
    expect(own.own?.['call.title']).toBe(text('own', 'call.title'))
  })

  it('has the same flow and the same revision as every other language', async () => {
    const finnish = await json<Manifest>('/api/content/fi')
    const own = await json<Manifest>(`/api/content/${language}`)
    expect([own.revision, own.flow]).toEqual([finnish.revision, finnish.flow])
  })

  it.each([
    ['', 'guidance', 'needs.question'],
    ['/advice', 'advice', 'housing-allowance.title'],
    ['/request', 'widget', 'title'],
  ])('has the page /chat/%s in its words', async (page, namespace, key) => {
    const { body, headers } = await test.app.inject(`/chat/${language}${page}?station=laukaa`)
    expect(headers['content-language']).toBe(language)
    expect(body).toContain(`<html lang="${language}"`)
    expect(body).toContain(escaped(namespace, key))
  })

  it('has the example page in its words, with the chat in the same language and ways to the others', async () => {
    const { body } = await test.app.inject(`/?language=${language}`)
    expect(body).toContain(`<html lang="${language}"`)
    expect(body).toContain(escaped('host', 'heading'))
    expect(body).toContain(`data-language="${language}"`)
    const links = [...body.matchAll(/\/\?language=([a-z-]+)"/g)].map(([, other]) => other)
    expect(links.sort()).toEqual(offered.filter((other) => other !== language).sort())
  })

  it('says of a page it leads to that it is in Finnish alone', async () => {
    const { links, told, inFinnish } = await linksOf(test, language)
    const { advice } = test.content.current().dialogue
    expect(links).toHaveLength(Object.values(advice).filter(({ link }) => link).length)
    expect(told).toHaveLength(inFinnish.length)
  })

  it('keeps the language of a request for the one who calls', async () => {
    const { revision } = await json<Manifest>(`/api/content/${language}`)
    const sent = asking(revision, { language })
    const answer = await test.app.inject({ method: 'POST', url: '/api/callback-requests', payload: sent })
    expect(answer.statusCode, answer.body).toBe(201)
    const { headers } = await test.signIn('helmi')
    const queue = await test.app.inject({ url: '/api/desk/queue', headers })
    expect(queue.json().rows).toContainEqual(expect.objectContaining({ id: sent.id, language }))
  })
})
