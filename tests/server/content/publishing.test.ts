/** From folders to a revision: what is published, what keeps serving, and what an editor with a mistake is told. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ContentError,
  publish,
  publishFromFolder,
  readCandidate,
} from '../../../server/content/publishing/publish.ts'
import { openContent } from '../../../server/content/serving/content.ts'
import { seedArea } from '../../../server/store/seed.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { loadArea } from '../../support/content.ts'
import { engines, sqlite, type TestDatabase, testKeys } from '../../support/databases.ts'
import { some } from '../../support/evidence.ts'
import { install } from '../../support/installed.ts'

describe.each(some(engines, 2))('publishing ($name)', (engine) => {
  const organisation = 'seututerveyskeskus'
  let folder: string
  let flows: string
  let locales: string
  let database: TestDatabase
  let store: Store
  const clock = testClock()

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'kynnys-content-'))
    flows = path.join(folder, 'flows')
    locales = path.join(folder, 'locales')
    cpSync('flows', flows, { recursive: true })
    cpSync('locales', locales, { recursive: true })
    database = await engine.create()
    store = await database.open({ clock, keys: testKeys() })
  })
  afterEach(async () => {
    await database.remove()
    rmSync(folder, { recursive: true })
  })

  const bare = () => store.record(organisation, (tx) => seedArea(tx, loadArea()))
  /** As after a first start, without the check of all content that it costs. */
  const started = () => install(store, { organisation, clock, area: loadArea() })
  const said: string[] = []
  const start = () => {
    said.length = 0
    return publishFromFolder({ store, organisation, clock, flows, locales, say: (line) => said.push(line) })
  }
  const current = () => store.read(organisation, (view) => view.content.current())
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), 'utf8')))
  const word = (text: string) =>
    edit('locales/fi/segments.json', (before) =>
      before.replace(/"emergency\.title": "[^"]*"/, `"emergency.title": "${text}"`),
    )
  const breakIt = () => edit('flows/guidance.yaml', (text) => text.replace(/^start: .*$/m, 'start: nowhere'))

  it('publishes a new installation’s folders, once', async () => {
    await bare()
    await start()
    const first = await current()
    clock.pass(1000)
    await start()
    expect((await current())?.published_at).toBe(first?.published_at)
    expect(await store.read(organisation, (view) => view.log.last())).toBe(2) // area-changed, content-published
  })

  it('keeps an older revision for the conversations that began with it', async () => {
    await started()
    const content = await openContent(store, organisation)
    const old = content.current()
    word('Soita 112')
    await start()
    expect(await content.refresh()).toBe(true)
    expect(content.current().revision).not.toBe(old.revision)
    expect(await content.dialogue(old.revision)).toEqual(old.dialogue)
    expect((await openContent(store, organisation)).current().revision).toBe(content.current().revision)
    expect(await content.dialogue('0000')).toBeUndefined()
  })

  // what is read and judged before the store is asked does not depend on the engine
  if (engine === sqlite) {
    it('publishes a change of words under the same flow', async () => {
      await started()
      const before = await current()
      word('Soita 112')
      await start()
      const after = await current()
      expect(after?.revision).not.toBe(before?.revision)
      expect(after?.flow_hash).toBe(before?.flow_hash)
    })

    it('publishes although translations lag behind, and not with a promise in one', async () => {
      await bare()
      edit('locales/sv/segments.json', (text) => text.replace(/ {2}"emergency\.title": .*\n/, ''))
      word('Soita 112 heti')
      await start()
      expect(
        (await openContent(store, organisation)).current().words('sv').segments?.['emergency.title'],
      ).toBe('Soita 112 heti')
      const before = await current()
      edit('locales/sv/segments.json', (text) => text.replace(/": "[^"]*"/, '": "Du beviljas hjälp."'))
      await start()
      expect((await current())?.revision).toBe(before?.revision)
      expect(said.join('\n')).toMatch(/locales\/sv\/segments\.json:\d+:\d+ "beviljas" sounds like a decision/)
    })

    it('keeps the last good revision when the folder has an error, and says where and what', async () => {
      await started()
      const before = await current()
      breakIt()
      await start()
      expect((await current())?.revision).toBe(before?.revision)
      expect(said.join('\n')).toMatch(/flows\/guidance\.yaml:\d+:\d+ .*nowhere/)
      expect(said.at(-1)).toContain(`revision ${before?.revision} keeps serving`)
    })

    it.each([
      [
        '10,000 brackets',
        'flows/money.yaml',
        () => '['.repeat(10_000) + ']'.repeat(10_000),
        /money\.yaml:1:\d+ Lists and sets stand inside each other more than 64 levels/,
      ],
      [
        '5 MB of situations',
        'flows/cases.yaml',
        (text: string) => text.repeat(70),
        /cases\.yaml:1:1 The file is larger than 4 MB/,
      ],
      [
        'a text of 0.9 MB',
        'locales/fi/segments.json',
        (text: string) => text.replace(/": "/, `": "${'Aa. '.repeat(220_000)}`),
        /segments\.json:\d+:\d+ The text "[^"]+" has 66\d{4} letters/,
      ],
    ])('goes on with the last good revision beside %s', async (_, file, change, sentence) => {
      await started()
      const good = await current()
      edit(file, change)
      await start()
      expect((await current())?.revision).toBe(good?.revision)
      expect(said.slice(0, -1).join('\n')).toMatch(sentence)
      expect(said).toHaveLength(2)
      expect(said.at(-1)).toContain(`revision ${good?.revision} keeps serving`)
    })

    it('goes on with it also where the folder cannot be read', async () => {
      await started()
      const good = await current()
      rmSync(locales, { recursive: true })
      writeFileSync(locales, 'no folder')
      // red twin: the reading itself throws
      await expect(readCandidate(flows, locales)).rejects.toThrow('ENOTDIR')
      await start()
      expect((await current())?.revision).toBe(good?.revision)
      expect(said[0]).toMatch(/^\S+:1:1 The folders of the content cannot be read: .*ENOTDIR/)
    })

    it('refuses content in which a name that code looks up was renamed throughout', async () => {
      await started()
      const good = await current()
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
        if (/\.(yaml|json)$/.test(file)) edit(file, (text) => text.replaceAll('when-needed', 'how-soon'))
      await start()
      expect((await current())?.revision).toBe(good?.revision)
      const told = said.filter((line) => line.includes('yaml:'))
      expect(told).toHaveLength(1)
      expect(told[0]).toMatch(/guidance\.yaml:\d+:3 .*"when-needed"; this question is called "how-soon"\./)
    })

    it('does not start a new installation on content with an error', async () => {
      await bare()
      breakIt()
      await expect(start()).rejects.toThrow(ContentError)
      await expect(start()).rejects.toThrow(/guidance\.yaml:\d+:\d+ /)
      expect(await current()).toBeUndefined()
    })

    it('leaves alone what the studio has published', async () => {
      await started()
      const { candidate } = await readCandidate(flows, locales)
      if (!candidate) throw new Error('the repository’s content has errors')
      await publish(
        { ...candidate, revision: 'by-hand' },
        { store, organisation, clock, source: 'studio', by: 'demo-marja' },
      )
      word('Soita 112')
      await start()
      expect((await current())?.revision).toBe('by-hand')
    })
  }
})
