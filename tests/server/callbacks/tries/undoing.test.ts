/** A wrong button is taken back: for a minute, by who pressed it, as if it had not been. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../../server/callbacks/close.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { reopen } from '../../../../server/callbacks/found/reopen.ts'
import { mine } from '../../../../server/callbacks/mine.ts'
import { note } from '../../../../server/callbacks/note.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { attempt } from '../../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../../server/callbacks/tries/reached.ts'
import { undo } from '../../../../server/callbacks/tries/undo.ts'
import { unreachable } from '../../../../server/callbacks/tries/unreachable.ts'
import { verify } from '../../../../server/commands/verify/command.ts'
import { MINUTE, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, ORGANISATION, settle } from '../../../support/people.ts'
import { counted } from '../../../support/statistics.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const

for (const engine of engines)
  describe(`taken back (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const held = async () => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      return sent
    }
    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('an attempt was not made: not for the promise, not for the resident, not for the figures; the history tells both', async () => {
      const { id, code } = await held()
      await attempt(deps, aino, id, missed)
      clock.pass(MINUTE)
      const row = await undo(deps, aino, id, {})
      expect(row).toMatchObject({ status: 'taken', attempts: 0 })
      for (const gone of ['firstAttemptAt', 'tried', 'nextTry'] as const) expect(row[gone]).toBeUndefined()
      expect((await mine(deps, ORGANISATION, { id, code })).attempts).toEqual([])
      const { history } = await openRequest(deps, aino, id)
      expect(history.slice(-2)).toMatchObject([
        { type: 'attempt-made', result: 'struck' },
        { type: 'act-undone', by: 'Aino' },
      ])
      await attempt(deps, aino, id, { way: 'call', result: 'answered' })
      await close(deps, aino, id, { outcome: 'advice-given', recorded: true })
      expect((await counted(deps.store)).at(-1)).toMatchObject({ attempts: 1 })
    })

    it('who was reached by it has not been, and what was tried before stays', async () => {
      const { id } = await held()
      await attempt(deps, aino, id, missed)
      const before = (await openRequest(deps, aino, id)).row
      await reached(deps, aino, id)
      expect(await undo(deps, aino, id, {})).toMatchObject({
        status: 'taken',
        attempts: 1,
        firstAttemptAt: before.firstAttemptAt,
        tried: { count: 1, last: 'no-answer' },
      })
    })

    it('one who was given up is to be called, and a note has no words any more', async () => {
      const { id } = await held()
      await attempt(deps, aino, id, { way: 'call', result: 'wrong-number' })
      await unreachable(deps, aino, id)
      expect(await undo(deps, aino, id, {})).toMatchObject({ status: 'taken' })
      await note(deps, aino, id, { text: 'Väärän ihmisen asia.' })
      await undo(deps, aino, id, {})
      expect((await openRequest(deps, aino, id)).notes).toEqual([])
    })

    it('is nothing that a colleague did, that was not the last, or whose minute has passed; and nothing twice', async () => {
      const { id } = await held()
      await attempt(deps, aino, id, missed)
      await note(deps, elias, id, { text: 'Hän soitti.' })
      const wrong = { code: 'wrong-status' }
      await expect(undo(deps, aino, id, {})).rejects.toMatchObject(wrong)
      await note(deps, aino, id, { text: 'Kiitos.' })
      const { version } = await openRequest(deps, aino, id)
      await undo(deps, aino, id, { version })
      await expect(undo(deps, aino, id, { version })).rejects.toMatchObject(wrong)
      await attempt(deps, aino, id, missed)
      clock.pass(2 * MINUTE)
      await expect(undo(deps, aino, id, {})).rejects.toMatchObject(wrong)
      await expect(undo(deps, elias, id, {})).rejects.toMatchObject({ code: 'not-yours' })
    })

    it('a closing that said they had talked is opened again without that', async () => {
      const { id } = await held()
      await close(deps, aino, id, { outcome: 'advice-given', recorded: false })
      const row = await reopen(deps, aino, id, {})
      expect(row).toMatchObject({ status: 'taken', attempts: 0 })
      expect(row.firstAttemptAt).toBeUndefined()
      const other = await held()
      await reached(deps, aino, other.id)
      clock.pass(MINUTE)
      await close(deps, aino, other.id, { outcome: 'advice-given', recorded: false })
      expect(await reopen(deps, aino, other.id, {})).toMatchObject({ attempts: 1 })
    })

    it('leaves nothing that the verification of the logs would take for an alteration', async () => {
      const { id } = await held()
      await attempt(deps, aino, id, missed)
      await undo(deps, aino, id, {})
      await note(deps, aino, id, { text: 'Pois.' })
      await undo(deps, aino, id, {})
      // one request reached by a closing stands among them
      const { lines, code } = await verify(deps.store, {})
      expect([code, lines.join('\n')]).toEqual([0, expect.stringContaining('is sound')])
    })
  })
