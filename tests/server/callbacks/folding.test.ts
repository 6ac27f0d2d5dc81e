/** Which requests of one number stand under one row, and whose never do: nobody's danger or safe time is hidden by another's row. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { close } from '../../../server/callbacks/close.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps, DialoguePort } from '../../../server/callbacks/deps.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, dialogue, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const DAY = '2026-11-24'
const ordinary = { way: 'call', phone: '040 7654321' } as const
const shared = { contact: { ...ordinary, way: 'shared-phone' } } as const
const inWords = { contact: { ...ordinary, safeToCall: false } }
const told = (strip: string[]) => ({
  answers: { topics: ['money'], coping: 3, municipality: '172', story: 'x', strip },
})

/** The dialogue of the tests, where the tick of fear has the mark by which the desk minds it. */
const { attention } = dialogue.tables
const fearful: Dialogue = {
  ...dialogue,
  tables: {
    ...dialogue.tables,
    // biome-ignore lint/suspicious/noThenProperty: the tables' own word
    attention: { ...attention, rows: attention.rows.map((row) => ({ ...row, then: ['safety'] })) },
  },
}
const minding: DialoguePort = { ...content, dialogue: async () => fearful }

describe.each(engines)('requests of one number ($name)', (engine) => {
  const clock = testClock()
  const databases: TestDatabase[] = []
  let deps: Deps

  const ask = async (more: Partial<CallbackRequestBody> = {}) => {
    clock.pass(1000)
    const sent = body({ contact: ordinary, ...more })
    await submit(deps, ORGANISATION, sent)
    return sent
  }
  /** Who stand in the queue, and how many under each. */
  const seen = async () =>
    new Map((await queue(deps, aino)).rows.map(({ id, folded }) => [id, folded] as const))
  const places = async () => {
    const rows = await deps.store.read(ORGANISATION, ({ capacity }) => capacity.used(['south'], DAY))
    return rows.reduce((sum, { used }) => sum + used, 0)
  }

  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    clock.set(`${DAY}T10:00:00+02:00`)
    deps = { store: await database.open({ clock, keys }), clock, content: minding }
    await settle(deps.store, { seed: place(100) })
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  it.each([
    ['comes from a shared phone', shared],
    ['has the mark of fear', told(['fear'])],
    ['ticked violence in questions that we do not know', told(['violence'])],
    ['is not always safe to contact', inWords],
  ])('one that %s has a row and a place of its own', async (_why, more) => {
    await ask()
    await ask()
    const third = await ask(more)
    expect((await seen()).get(third.id)).toBe(0)
    expect(await places()).toBe(3)
  })

  it('another mark than that of fear changes nothing (so the test above sees what it should)', async () => {
    deps = { ...deps, content }
    await ask()
    await ask()
    const third = await ask(told(['fear']))
    expect((await seen()).has(third.id)).toBe(false)
  })

  it('others stand under an ordinary one, never under one that stands alone', async () => {
    const alone = [await ask(shared), await ask(inWords), await ask(told(['fear']))]
    const first = await ask()
    const second = await ask()
    expect([...(await seen())]).toEqual(
      expect.arrayContaining([...alone.map(({ id }) => [id, 0]), [first.id, 1]]),
    )
    expect((await seen()).has(second.id)).toBe(false)
    expect(await places()).toBe(4)
  })

  it('the first of a row that comes to stand alone lets go of those under it', async () => {
    const [first, , third, fourth] = [await ask(), await ask(), await ask(), await ask()]
    await correct(deps, ORGANISATION, first, { contact: { way: 'shared-phone' } })
    const rows = await seen()
    expect([rows.get(first.id), rows.get(third.id), rows.has(fourth.id)]).toEqual([0, 1, false])
    expect(await places()).toBe(3)
  })

  it('a correction sent again takes no second place', async () => {
    await ask()
    await ask()
    const third = await ask()
    for (let times = 0; times < 2; times++)
      await correct(deps, ORGANISATION, third, { contact: { way: 'shared-phone' } })
    expect((await seen()).get(third.id)).toBe(0)
    expect(await places()).toBe(3)
  })

  it('those folded before they were minded come in sight when their row is closed, each on its own', async () => {
    const [first, , third] = [await ask(), await ask(), await ask()]
    const old = [await ask(shared), await ask(inWords)]
    await deps.store.record(ORGANISATION, async (tx) => {
      for (const { id } of old) {
        await tx.queue.fold([id], first.id)
        await tx.capacity.giveBack('south', DAY)
      }
    })
    expect([...(await seen()).values()].toSorted()).toEqual([0, 3])
    await take(deps, aino, first.id)
    await close(deps, aino, first.id, { outcome: 'duplicate', recorded: true })
    expect([...(await seen())]).toEqual(expect.arrayContaining([third, ...old].map(({ id }) => [id, 0])))
    // nobody was called about the one that was closed: its place is free
    expect(await places()).toBe(4)
  })
})
