/**
 * What the browser tells of the time before a request is sent is what the server binds, for everybody: who says today, told of
 * danger, is under 18 or says nothing of the kind. Red twin: a browser that does not look for whom places are kept.
 */
import { afterAll, describe, expect, it } from 'vitest'
import type { Place } from '#core/contract/content.ts'
import type { Answers } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { estimateFor } from '../../../widget/net/promises.ts'
import { testClock } from '../../support/clock.ts'
import { loadDialogue } from '../../support/content.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, helmi, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const NOW = '2026-11-24T10:00:00+02:00'
const DAY = '2026-11-24'
const dialogue = loadDialogue()
/** What matters here is who calls: the municipality is that of the seed. */
const PLACE = { municipalities: [{ code: '410', area: 'north', name: {} }] } as unknown as Place

/** A whole conversation: these answers where they are asked for, else “I don’t know”; in the request those of these alone. */
function walked(wanted: Answers): Answers {
  const answers: Answers = { ...(wanted.strip ? { strip: wanted.strip } : {}) }
  for (;;) {
    const { at, inRequest } = replay(dialogue, answers, DAY)
    const told = inRequest.find(({ address, value }) => value === undefined && address in wanted)
    const next = at ?? told
    if (!next) return answers
    answers[next.address] = wanted[next.address] ?? 'dontKnow'
  }
}

const WHO: [who: string, wanted: Answers, day: string][] = [
  ['who says today', { 'when-needed': 'today' }, DAY],
  ['who told of danger', { strip: ['violence'] }, DAY],
  ['who is under 18', { needs: ['mood-crisis'], age: 'under-18' }, DAY],
  ['who says nothing of the kind', { 'when-needed': 'this-week' }, '2026-11-26'],
]

for (const engine of engines)
  describe(`told before and bound (${engine.name})`, () => {
    const clock = testClock()
    const databases: TestDatabase[] = []
    /** Two places a day, one of them kept; what is anybody's of today and tomorrow is taken. */
    async function busy(): Promise<Deps> {
      clock.set(NOW)
      const database = await engine.create()
      databases.push(database)
      const content = { language: () => 'fi', dialogue: async () => dialogue }
      const deps = { store: await database.open({ clock, keys }), clock, content }
      const seed = place(2)
      const areas = seed.areas.map((area) => ({ ...area, reserve: 1 }))
      await settle(deps.store, { seed: { ...seed, areas }, people: [aino, helmi] })
      for (const phone of ['0401234501', '0401234502'])
        await submit(deps, ORGANISATION, asking(walked({ municipality: '410' }), phone))
      return deps
    }
    const asking = (answers: Answers, phone: string) =>
      body({ answers, station: 'laukaa', contact: { way: 'call', phone } })
    const told = async (deps: Deps, answers: Answers, kept = true) => {
      const outcome = route(dialogue, replay(dialogue, answers, DAY), DAY)
      const promises = await estimates(deps, ORGANISATION, 'laukaa')
      const seen = kept ? outcome : { dangers: [], attention: [] }
      return estimateFor(promises, PLACE, kept ? answers : { municipality: '410' }, seen, clock.now())
        ?.promise
    }
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it.each(WHO)('is the same day for one %s', async (_who, wanted, day) => {
      const deps = await busy()
      const answers = walked({ municipality: '410', ...wanted })
      const before = await told(deps, answers)
      const { promise, verified } = await submit(deps, ORGANISATION, asking(answers, '0401234567'))
      expect([verified, promise?.day]).toEqual([true, day])
      expect(before).toEqual(promise)
    })

    it('would be another where the browser does not look for whom places are kept (red twin)', async () => {
      const deps = await busy()
      const answers = walked({ municipality: '410', 'when-needed': 'today' })
      const before = await told(deps, answers, false)
      expect(before).not.toEqual((await submit(deps, ORGANISATION, asking(answers, '0401234567'))).promise)
    })
  })
