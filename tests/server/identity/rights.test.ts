/** Who may write to the database gives nobody a role, an area, or somebody to stand in for. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../../server/commands/verify/command.ts'
import { setRoles } from '../../../server/identity/manage.ts'
import { setAbsence } from '../../../server/place/away.ts'
import { OPERATOR } from '../../../server/place/change.ts'
import { setFact } from '../../../server/place/set.ts'
import type { Db } from '../../../server/store/engines/engine.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { build, type TestApp } from '../../support/app.ts'

describe.each(['sqlite', 'postgres'] as const)('rights (%s)', (engine) => {
  let test: TestApp
  let headers: Record<string, string>
  beforeEach(async () => {
    test = await build({ engine })
    headers = (await test.signIn('helmi')).headers
    // north alone is hers: she stands in for nobody
    await write((db) =>
      db
        .deleteFrom('area_staff')
        .where('person', '=', 'demo-helmi')
        .where('kind', '=', 'substitute')
        .execute(),
    )
  })
  afterEach(() => test.close())

  const write = (writes: (db: Db) => Promise<unknown>) =>
    test.store.record(test.organisation, async (tx) => {
      await writes(rawOf(tx))
    })
  const at = () => ({
    store: test.store,
    organisation: test.organisation,
    clock: test.clock,
    spokenOf: () => ({ routed: [] }),
  })
  /** What Helmi may read: the status of the queue, and whose areas are in it. */
  const seen = async () => {
    const answer = await test.app.inject({ url: '/api/desk/queue', headers })
    return [answer.statusCode, answer.json().areas ?? []]
  }
  const told = async () => (await verify(test.store, {})).lines.join('\n')
  const adoptAll = () =>
    test.store.record(test.organisation, async (tx) => {
      for (const known of await tx.rights.all()) await tx.rights.adopt(known)
    })
  const day = { valid_from: '2026-01-01', valid_to: null, rights_mac: null }

  const PLANTED: Record<string, { writes: (db: Db) => Promise<unknown>; sentence: RegExp }> = {
    'an area': {
      writes: (db) =>
        db
          .insertInto('area_staff')
          .values({
            organisation: test.organisation,
            area: 'south',
            person: 'demo-helmi',
            kind: 'own',
            ...day,
          })
          .execute(),
      sentence: /^That demo-helmi looks after south was not written by us/m,
    },
    'another’s area': {
      writes: (db) =>
        db
          .updateTable('area_staff')
          .set({ person: 'demo-helmi' })
          .where('area', '=', 'south')
          .where('person', '=', 'demo-aino')
          .execute(),
      sentence: /^That demo-helmi looks after south was not written by us/m,
    },
    'somebody to stand in for': {
      writes: (db) =>
        db
          .insertInto('absence')
          .values({
            organisation: test.organisation,
            person: 'demo-aino',
            from_day: '2026-01-01',
            to_day: '2027-01-01',
            substitute: 'demo-helmi',
            rights_mac: null,
          })
          .execute(),
      sentence: /^That demo-helmi stands in for demo-aino from 2026-01-01 was not written by us/m,
    },
  }

  it.each(Object.keys(PLANTED))(
    '%s that was written into the database gives nothing, and verify tells of it',
    async (what) => {
      const { writes, sentence } = PLANTED[what] as (typeof PLANTED)[string]
      expect(await seen()).toEqual([200, ['north']])
      await write(writes)
      expect(await seen()).toEqual([200, ['north']])
      expect(await told()).toMatch(sentence)
      // red twin: bound as it stands, it gives the area
      await adoptAll()
      expect(await seen()).toEqual([200, ['north', 'south']])
      expect(await told()).not.toMatch(sentence)
    },
  )

  it('a role that was written into the database lets nobody in, until an administrator sets the roles anew', async () => {
    await write((db) =>
      db.updateTable('person').set({ roles: '["lead"]' }).where('person', '=', 'demo-helmi').execute(),
    )
    expect(await seen()).toEqual([401, []])
    await expect(test.signIn('helmi')).rejects.toThrow()
    expect(await told()).toMatch(/^Person helmi has other roles, another name or is let in otherwise/m)
    await setRoles(at(), OPERATOR, 'helmi', ['coordinator'])
    expect(await seen()).toEqual([200, ['north']])
    expect(await told()).not.toMatch(/^Person helmi/m)
  })

  it('a person who is disabled is not let in again by the database', async () => {
    await write((db) =>
      db.updateTable('person').set({ disabled: 1 }).where('person', '=', 'demo-helmi').execute(),
    )
    expect((await seen())[0]).toBe(401)
    await adoptAll()
    expect((await seen())[0]).toBe(401)
    await write((db) =>
      db.updateTable('person').set({ disabled: 0 }).where('person', '=', 'demo-helmi').execute(),
    )
    expect((await seen())[0]).toBe(401)
    await adoptAll()
    expect((await seen())[0]).toBe(200)
  })

  it('what is given at the server holds: an area from a day on, and who stands in by name', async () => {
    await setFact(at(), OPERATOR, 'duty', 'south/demo-helmi', {
      validFrom: '2026-11-24',
      kind: 'own',
    } as never)
    expect(await seen()).toEqual([200, ['north', 'south']])
    await setAbsence(
      at(),
      OPERATOR,
      { person: 'demo-aino', from: '2026-11-24' },
      { to: '2026-11-26', substitute: 'demo-helmi' },
    )
    expect((await seen())[0]).toBe(200)
    expect(await told()).not.toMatch(/not written by us/)
  })
})
