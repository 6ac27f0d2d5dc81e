/** What stands on every page does not come again with the words: each such text is in every page whose app may say it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Manifest, Words } from '#core/contract/content.ts'
import { flat, type NestedWords } from '#core/say/nested.ts'
import { build, type TestApp } from '../../support/app.ts'
import { languagesOffered, loadWords } from '../../support/content.ts'

/** Of the conversation alone: the way back by code has none of it. */
const OF_THE_CHAT = ['disclosure', 'own.label', 'own.hint']

let server: TestApp
beforeAll(async () => {
  server = await build()
})
afterAll(() => server.close())

const widgetIn = ({ widget = {} }: Words) => Object.keys(widget)
const onPage = async (url: string) => {
  const { body } = await server.app.inject({ url })
  const [, data = '{}'] = /id="kynnys-state">(.*?)<\/script>/s.exec(body) ?? []
  return widgetIn(JSON.parse(data).words)
}
const served = async (lang: string): Promise<Words> => {
  const { parts } = (await server.app.inject(`/api/content/${lang}`)).json<Manifest>()
  const part = parts.find(({ name }) => name === 'words')
  return flat((await server.app.inject(part?.path ?? '')).json<NestedWords>())
}
/** Texts that the words of a conversation do not bring. */
const lacking = (lang: string, words: Words) => {
  const brought = widgetIn(words)
  return widgetIn(loadWords(lang)).filter((key) => !brought.includes(key))
}
const missing = (keys: string[], page: string[]) => keys.filter((key) => !page.includes(key))

describe.each(languagesOffered())('in %s', (lang) => {
  it('what the words lack stands on the page, at every station, and on the way back from any of them or none', async () => {
    const keys = lacking(lang, await served(lang))
    expect(keys).toEqual(expect.arrayContaining(OF_THE_CHAT))
    for (const station of ['laukaa', 'joutsa', 'haapamaki'])
      expect(missing(keys, await onPage(`/chat/${lang}?station=${station}`)), station).toEqual([])
    const everywhere = keys.filter((key) => !OF_THE_CHAT.includes(key))
    for (const query of ['?station=laukaa', ''])
      expect(missing(everywhere, await onPage(`/chat/${lang}/request${query}`)), query).toEqual([])
  })

  it('a text left out that no page has would be found (red twin)', async () => {
    const { widget: { 'promise.full': _, ...widget } = {}, ...words } = await served(lang)
    const keys = lacking(lang, { ...words, widget })
    expect(missing(keys, await onPage(`/chat/${lang}?station=laukaa`))).toEqual(['promise.full'])
  })
})
