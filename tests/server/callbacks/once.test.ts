/** What a coordinator did once is written once, though the browser sends it again when the answer was lost on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { note } from '../../../server/callbacks/note.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const
const refused = { code: 'wrong-status' }

for (const engine of engines)
  describe(`an act sent twice (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const taken = async () => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      return { id: sent.id, version: (await openRequest(deps, aino, sent.id)).version }
    }

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('writes one attempt, not two', async () => {
      const { id, version } = await taken()
      await attempt(deps, aino, id, { ...missed, version })
      await expect(attempt(deps, aino, id, { ...missed, version })).rejects.toMatchObject(refused)
      const { row, history } = await openRequest(deps, aino, id)
      expect(row.attempts).toBe(1)
      expect(history.filter(({ type }) => type === 'attempt-made')).toHaveLength(1)
    })

    it('writes one note, not two', async () => {
      const { id, version } = await taken()
      await note(deps, aino, id, { text: 'Soita perjantaina', version })
      await expect(note(deps, aino, id, { text: 'Soita perjantaina', version })).rejects.toMatchObject(
        refused,
      )
      expect((await openRequest(deps, aino, id)).notes).toHaveLength(1)
    })

    it('writes two when two were meant: each upon what its writer saw (so the tests above see what they should)', async () => {
      const { id, version } = await taken()
      await attempt(deps, aino, id, { ...missed, version })
      const seen = await openRequest(deps, aino, id)
      await attempt(deps, aino, id, { ...missed, version: seen.version })
      expect((await openRequest(deps, aino, id)).row.attempts).toBe(2)
    })
  })
