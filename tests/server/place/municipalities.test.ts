/** Municipalities have one source, the dated table: the question, the route and the promise follow it, and no folder is read. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { optionsOf } from '#core/flow/answer.ts'
import { judge } from '../../../server/callbacks/judge.ts'
import { runPlace } from '../../../server/commands/place/command.ts'
import type { PlaceDeps } from '../../../server/place/change.ts'
import { loadContent } from '../../../widget/net/content.ts'
import type { Island } from '../../../widget/net/island.ts'
import { estimateFor } from '../../../widget/net/promises.ts'
import { build, type TestApp } from '../../support/app.ts'
import { loadCases } from '../../support/content.ts'
import { body } from '../../support/people.ts'
import { until } from '../../support/process.ts'

const TODAY = '2026-11-24'
const [CASE] = loadCases()
const NOBODY = { dangers: [], attention: [] }

describe.each(['sqlite', 'postgres'] as const)('a municipality changed by command (%s)', (engine) => {
  let test: TestApp
  let at: PlaceDeps
  beforeAll(async () => {
    test = await build({ engine })
    const { store, organisation, clock } = test
    at = { store, organisation, clock, spokenOf: () => ({ routed: [] }) }
    vi.stubGlobal('fetch', async (url: string) => {
      const answer = await test.app.inject(url)
      return new Response(answer.body, { status: answer.statusCode })
    })
  }, 300_000)
  afterAll(async () => {
    vi.unstubAllGlobals()
    await test.close()
  })

  const place = (...words: string[]) => runPlace(words, at)
  const islandOf = async (language = 'fi') => {
    const { body: page } = await test.app.inject(`/chat/${language}?station=laukaa`)
    const [, data = '{}'] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(page) ?? []
    return JSON.parse(data) as Island
  }
  /** The rows of the question on a page that is opened now, with their names. */
  const offered = async () => {
    const island = await islandOf()
    const { dialogue } = await loadContent(island)
    const rows = optionsOf({ ask: 'municipality' } as never, dialogue.lists)
    const nameOf = (id: string) => island.place.municipalities.find(({ code }) => code === id)?.name.fi ?? id
    return rows.map(nameOf)
  }
  const answers = (municipality: string) => ({ ...CASE?.answers, municipality }) as never
  /** Where a request goes, and what it was told beforehand. */
  const sent = async (municipality: string, on = TODAY) => {
    const { promises, island } = {
      promises: (await test.app.inject('/api/promises?station=laukaa')).json(),
      island: await islandOf(),
    }
    const told = estimateFor(promises, island.place, answers(municipality), NOBODY as never, test.clock.now())
    const { revision } = test.content.current()
    const asked = body({ station: 'laukaa', revision, on, answers: answers(municipality) })
    const answer = await test.app.inject({
      ...{ method: 'POST', url: '/api/callback-requests', headers: test.own, payload: asked },
    })
    const row = await test.store.read(test.organisation, (view) => view.requests.find(asked.id))
    return { verified: answer.json().verified, area: row?.area, told: told?.area }
  }

  it('one that is new is offered, called by its area and promised by it', async () => {
    expect(await sent('999')).toMatchObject({ verified: false })
    const before = await offered()
    expect(before).toEqual([...before.slice(0, -1).toSorted((a, b) => a.localeCompare(b, 'fi')), 'elsewhere'])
    await place('set', 'municipalities', '999', 'area=west', 'names={"fi":"Äänelä"}', '--from', TODAY)
    await until('the page offers it', async () => (await offered()).includes('Äänelä'))
    expect((await offered()).slice(-2)).toEqual(['Äänelä', 'elsewhere'])
    expect(await sent('999')).toEqual({ verified: true, area: 'west', told: 'west' })
  })
  it('judged by the list that was published, its answer would be taken for a forgery (red twin)', async () => {
    const dialogue = await test.content.dialogue(test.content.current().revision)
    expect(judge(dialogue, { answers: answers('999'), on: TODAY }, TODAY).verified).toBe(false)
  })
  it('one that is moved is called and promised by its other area, from its day on', async () => {
    expect(await sent('410')).toEqual({ verified: true, area: 'north', told: 'north' })
    await place('set', 'municipalities', '410', 'area=south', '--from', '2026-11-25')
    expect(await sent('410')).toMatchObject({ area: 'north' })
    test.clock.set('2026-11-25T10:00:00+02:00')
    await until('the page says so', async () => {
      const { municipalities } = (await islandOf()).place
      return municipalities.find(({ code }) => code === '410')?.area === 'south'
    })
    expect(await sent('410', '2026-11-25')).toEqual({ verified: true, area: 'south', told: 'south' })
  })
  it('one that has another name is called so, on the page and at the desk', async () => {
    await place('set', 'municipalities', '999', 'names={"fi":"Alula","sv":"Alby"}', '--from', '2026-11-25')
    await until('the page says it', async () => (await offered()).includes('Alula'))
    expect((await offered())[0]).toBe('Alula')
    const { me } = await test.signIn('helmi')
    expect(me.municipalities).toContainEqual({ code: '999', name: { fi: 'Alula', sv: 'Alby' } })
  })
  it('one that has ended is offered no more; who had begun is believed, and called by the duty area', async () => {
    await place('end', 'municipalities', '999', '--to', '2026-11-25')
    test.clock.set('2026-11-26T10:00:00+02:00')
    await until('the page offers it no more', async () => !(await offered()).includes('Alula'))
    expect(await sent('999', '2026-11-25')).toEqual({ verified: true, area: 'north', told: 'north' })
    expect(await sent('999', '2026-11-26')).toMatchObject({ verified: false, area: 'north' })
  })
})
