/** Who may write to the database signs in as nobody: what lets people in stands under a key that is not there. */
import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../server/identity/credentials/password.ts'
import type { Db } from '../../server/store/engines/engine.ts'
import { rawOf } from '../../server/store/raw.ts'
import { brokenServer } from '../support/broken.ts'
import { engines, type TestEngine } from '../support/databases.ts'
import { tell, tellTwin } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { coordinators, type Servers, type Session, signIn, startServers } from './trials/servers.ts'

const PROOF = 'planted'
const LONG = 1_800_000

const open: Servers[] = []
afterEach(async () => {
  for (const servers of open.splice(0)) await servers.close()
})

/** What a hash is that knows no key. */
const unkeyed = (token: string) => createHmac('sha256', 'no key').update(token).digest('hex')
const TOKEN = 'A'.repeat(43)

const write = (servers: Servers, writes: (db: Db) => Promise<unknown>) =>
  servers.store.record(servers.organisation, async (tx) => {
    await writes(rawOf(tx))
  })

const queueAs = async ({ url }: Session['at'], cookie: string) =>
  (await fetch(`${url}/api/desk/queue`, { headers: { cookie } })).status

/** A role and an area that nobody gave. @returns how the queue is answered with the role, and how many areas there are in it */
async function rights(servers: Servers, { at, cookie }: Session, person: string) {
  const { organisation, store } = servers
  const given = (roles: string) =>
    write(servers, (db) => db.updateTable('person').set({ roles }).where('person', '=', person).execute())
  const rightful = await store.read(organisation, (view) =>
    rawOf(view).selectFrom('person').select('roles').where('person', '=', person).executeTakeFirstOrThrow(),
  )
  await given('["coordinator","lead"]')
  const role = await queueAs(at, cookie)
  await given(rightful.roles)
  const row = { organisation, person, area: 'south', kind: 'own' as const, rights_mac: null }
  const always = { valid_from: '2026-01-01', valid_to: null }
  await write(servers, (db) =>
    db
      .insertInto('area_staff')
      .values({ ...row, ...always })
      .execute(),
  )
  const answer = await fetch(`${at.url}/api/desk/queue`, { headers: { cookie } })
  return { role, areas: ((await answer.json()) as { areas: string[] }).areas.length }
}

/** Who of this name came in, with a status. */
const entered = (at: Session['at'], username: string) =>
  signIn(at, username).then(
    () => 200,
    () => 401,
  )

/** Everything that a writer of rows can do without the key, and how each was answered. */
async function planted(engine: TestEngine, main?: string) {
  const servers = await startServers(engine, { count: 1, ...(main !== undefined && { main }) })
  open.push(servers)
  const [own, other] = (await coordinators(servers, 2)) as [Session, Session]
  const { at } = own
  const { organisation, store } = servers
  const personOf = (username: string) =>
    store.read(organisation, async (view) => (await view.people.byUsername(username))?.person ?? '')
  const [mine, theirs] = [await personOf(own.username), await personOf(other.username)]
  const now = Date.now()
  await write(servers, (db) =>
    db
      .insertInto('session')
      .values({
        organisation,
        token_hash: unkeyed(TOKEN),
        person: theirs,
        created_at: now,
        seen_at: now,
        mac: '',
      })
      .execute(),
  )
  const session = await queueAs(at, `kynnys=${TOKEN}`)
  const rightful = await queueAs(at, own.cookie)
  const given = await rights(servers, own, mine)
  await write(servers, (db) =>
    db.updateTable('session').set({ person: theirs }).where('person', '=', mine).execute(),
  )
  const moved = await queueAs(at, own.cookie)
  const before = await entered(at, other.username)
  const [{ secret }] = (await store.read(organisation, (view) =>
    rawOf(view).selectFrom('credential').select('secret').where('person', '=', mine).execute(),
  )) as [{ secret: string }]
  const giving = (password: string) =>
    write(servers, (db) =>
      db.updateTable('credential').set({ secret: password }).where('person', '=', theirs).execute(),
    )
  await giving(await hashPassword('correct-horse-battery'))
  const password = await entered(at, other.username)
  await giving(secret)
  const copied = await entered(at, other.username)
  return { rightful, before, session, moved, password, copied, ...given }
}

/** Both ways in as they were: a hash of the token, and of the password. */
const keyless = () =>
  brokenServer('keyless', [
    {
      file: 'server/seal/staff.ts',
      find: "hmac(keys, ['token', organisation, token]).toString('base64url')",
      put: "createHmac('sha256', 'no key').update(token).digest('hex')",
    },
    {
      file: 'server/seal/staff.ts',
      find: 'return mac.length === right.length && timingSafeEqual(mac, right)',
      put: 'return mac !== right',
    },
    {
      file: 'server/seal/rights.ts',
      find: 'return mac.length === right.length && timingSafeEqual(mac, right)',
      put: 'return mac !== right',
    },
    {
      file: 'server/seal/staff.ts',
      find: 'const key = keys.all.get(kidOf(sealed))',
      put: "if (sealed.startsWith('$')) return sealed\n    const key = keys.all.get(kidOf(sealed))",
    },
  ])

describe.each(engines)('a session, a password or a right that was planted ($name)', (engine) => {
  it('opens nothing, nor does another’s that was moved; a rightful one does', { timeout: LONG }, async () => {
    const seen = await planted(engine)
    expect(seen).toEqual({
      ...{ rightful: 200, before: 200, session: 401, moved: 401, password: 401, copied: 401 },
      ...{ role: 401, areas: 1 },
    })
    tell(PROOF, `${engine.name}: sessions, passwords, a role and an area written into the database`, seen)
  })
})

longDescribe.each(engines)('a server whose hashes know no key ($name)', (engine) => {
  it('red twin: lets in who wrote a row', { timeout: LONG }, async () => {
    const seen = await planted(engine, await keyless())
    expect(seen).toMatchObject({ session: 200, moved: 200, password: 200, role: 200, areas: 2 })
    tellTwin(PROOF, `${engine.name}: tokens, passwords and rights that know no key`, seen)
  })
})
