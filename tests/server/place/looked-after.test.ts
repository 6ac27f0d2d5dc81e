/** What somebody should hear of: days on which nobody calls, areas without an owner, and a folder that changes nothing. */
import { afterEach, describe, expect, it } from 'vitest'
import { setAbsence } from '../../../server/place/away.ts'
import { OPERATOR } from '../../../server/place/change.ts'
import { differencesFrom } from '../../../server/place/differs.ts'
import { setFact } from '../../../server/place/set.ts'
import { build, type TestApp } from '../../support/app.ts'

describe.each(['sqlite', 'postgres'] as const)('the place is looked after (%s)', (engine) => {
  let test: TestApp | undefined
  afterEach(() => test?.close())
  const open = async () => {
    test = await build({ engine })
    const { store, organisation, clock, app } = test
    const deps = { store, organisation, clock, spokenOf: () => ({ routed: [] }) }
    const ready = async () => (await app.inject('/readyz')).json()
    return { test, deps, ready }
  }

  it('a day on which nobody calls is named in /readyz, which stays ready', async () => {
    const {
      test: { clock },
      deps,
      ready,
    } = await open()
    expect(await ready()).toMatchObject({ status: 'ready', place: [] })
    for (const person of ['demo-aino', 'demo-elias', 'demo-helmi'])
      await setAbsence(deps, OPERATOR, { person, from: '2026-11-26' }, { to: '2026-11-26' })
    clock.pass(61_000)
    expect(await ready()).toMatchObject({
      status: 'ready',
      place: ['areas/north without-duty', 'areas/south without-duty', 'areas/west without-duty'],
    })
  })
  it('the folder says the same as a new installation, and its differences are told afterwards', async () => {
    const { deps } = await open()
    expect(await differencesFrom('flows', deps)).toEqual([])
    await setFact(deps, OPERATOR, 'areas', 'south', { validFrom: '2026-11-24', capacity: 20 })
    expect(await differencesFrom('flows', deps)).toEqual([
      'flows/area/ says capacity 8 of areas/south; in force is 20.',
    ])
    expect(await differencesFrom('flows', { ...deps, organisation: 'another' })).toEqual([])
  })
})
