/**
 * What a person keeps of how they look at the queue: theirs alone, eight at most, and the same however often it is told. Red
 * twin: one who asks for the views of the organisation reads another's.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { ViewTold } from '#core/contract/view.ts'
import { MOST_VIEWS } from '#core/queue/view.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { forgetView, keepView, setDesk, viewsOf } from '../../../server/callbacks/queue/views.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, content, elias, ORGANISATION, settle, staff } from '../../support/people.ts'

const lea = staff('lea', [], ['lead'])
const MORNING: ViewTold = { name: 'Aamu', lens: 'waiting', filters: { window: 'morning', today: true } }

describe.each(engines)('the views of a person ($name)', (engine) => {
  const clock = testClock()
  const databases: TestDatabase[] = []
  let deps: Deps
  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store, { people: [aino, elias, lea] })
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  it('come back as they were kept, the first made first', async () => {
    expect(await viewsOf(deps, aino)).toEqual({ views: [], settings: { rows: 'roomy', keys: true } })
    const [first, second] = [randomUUID(), randomUUID()]
    await keepView(deps, aino, first, MORNING)
    clock.pass(1000)
    await keepView(deps, aino, second, { name: ' Etelä ', lens: 'all', area: 'south', filters: {} })
    await setDesk(deps, aino, { rows: 'dense', keys: false, view: second })
    expect(await viewsOf(deps, aino)).toEqual({
      views: [
        { id: first, ...MORNING },
        { id: second, name: 'Etelä', lens: 'all', area: 'south', filters: {} },
      ],
      settings: { rows: 'dense', keys: false, view: second },
    })
  })

  it('are one when the same is told twice, renamed under its id, and forgotten once', async () => {
    const id = randomUUID()
    await keepView(deps, aino, id, MORNING)
    await keepView(deps, aino, id, MORNING)
    await keepView(deps, aino, id, { ...MORNING, name: 'Ilta' })
    expect((await viewsOf(deps, aino)).views).toEqual([{ id, ...MORNING, name: 'Ilta' }])
    await forgetView(deps, aino, id)
    await forgetView(deps, aino, id)
    expect((await viewsOf(deps, aino)).views).toEqual([])
  })

  it('are eight at most; those that stand can still be changed', async () => {
    const ids = Array.from({ length: MOST_VIEWS }, () => randomUUID())
    for (const id of ids) await keepView(deps, aino, id, MORNING)
    await expect(keepView(deps, aino, randomUUID(), MORNING)).rejects.toMatchObject({
      code: 'invalid-field',
    })
    await keepView(deps, aino, String(ids[0]), { ...MORNING, name: 'Toinen' })
    // another person's eight are counted apart
    await keepView(deps, elias, randomUUID(), MORNING)
    expect((await viewsOf(deps, aino)).views).toHaveLength(MOST_VIEWS)
  })

  it('are read, written over and forgotten by nobody else, not by who leads', async () => {
    const id = randomUUID()
    await keepView(deps, aino, id, MORNING)
    await setDesk(deps, aino, { rows: 'dense', keys: false, view: id })
    for (const other of [elias, lea]) {
      expect(await viewsOf(deps, other)).toEqual({ views: [], settings: { rows: 'roomy', keys: true } })
      await keepView(deps, other, id, { ...MORNING, name: 'Toisen' })
      await forgetView(deps, other, id)
      await setDesk(deps, other, { rows: 'roomy', keys: true })
    }
    expect(await viewsOf(deps, aino)).toEqual({
      views: [{ id, ...MORNING }],
      settings: { rows: 'dense', keys: false, view: id },
    })
  })

  it('of the whole organisation would be another’s too (red twin)', async () => {
    await keepView(deps, aino, randomUUID(), MORNING)
    const all = await deps.store.read(ORGANISATION, (view) =>
      rawOf(view).selectFrom('desk_view').where('organisation', '=', ORGANISATION).selectAll().execute(),
    )
    expect(all.map(({ person, name }) => [person, name])).toEqual([['aino', 'Aamu']])
    expect((await viewsOf(deps, elias)).views).toHaveLength(0)
  })
})
