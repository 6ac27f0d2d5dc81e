/** Sessions: 256 random bits in a cookie, a keyed hash in the database, an end that is the same in every process. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Role } from '#core/request/choices.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Subject } from './authorize.ts'
import { verifyPassword } from './credentials/password.ts'

/** A person at work, as they stand now. */
export type Staff = Subject & {
  person: string
  firstName: string
  name: string
  title: string
  /** areas looked after today, with those where the person stands in for somebody */
  looksAfter: { area: string; substitute: boolean }[]
  session: string
  /** when that session ends: unless the person acts, and whatever they do */
  ends: { idle: number; whole: number }
}

export type Identity = {
  /**
   * @param isKnown from a device on which that person has signed in before
   * @returns the token; @throws Refusal `wrong-sign-in`, after the same work for a name nobody has; `too-busy`
   */
  signIn(username: string, password: string, isKnown?: boolean): Promise<string>
  /** What a device keeps on which somebody has signed in: nobody else can make it, and it opens nothing. */
  deviceOf(username: string): Promise<string>
  isDeviceOf(username: string, device: string): Promise<boolean>
  /** @param act false: only looking, which does not keep a session alive */
  whoIs(token: string, act?: boolean): Promise<Staff | undefined>
  signOut(staff: Staff): Promise<void>
  /** which of these sessions still live */
  alive(sessions: readonly string[]): Promise<Set<string>>
  /** told at once when a session ends in this process; @returns how to stop */
  onEnd(listener: (session: string) => void): () => void
}

/** An act within a minute of the last one needs no writing. */
const TOUCH_AFTER = 60_000

type IdentityDeps = { store: Store; organisation: string; clock: Clock; session: Config['session'] }

export function openIdentity({ store, organisation, clock, session }: IdentityDeps): Identity {
  const ears = new Set<(session: string) => void>()
  const oldest = () => ({ created: clock.now() - session.absolute, seen: clock.now() - session.idle })

  const proofOf = (username: string, mark: string) =>
    store.read(organisation, async (view) => view.seal.index('device', [username, mark]))

  const find = (token: string) =>
    store.read(organisation, async (view) => {
      const row = await view.sessions.find(view.sessions.hashOf(token))
      const { created, seen } = oldest()
      if (!row || row.disabled || row.created_at <= created || row.seen_at <= seen) return undefined
      return { row, areas: await view.place.ofPerson(row.person, localTime(clock.now()).day) }
    })

  return {
    async signIn(username, password, isKnown = false) {
      const person = await store.read(organisation, (view) => view.people.byUsername(username))
      const right = await verifyPassword(person?.hash, password, isKnown ? 'known' : 'unknown')
      if (!person || !right || person.disabled) return refuse('wrong-sign-in')
      const token = randomBytes(32).toString('base64url')
      const now = clock.now()
      await store.record(organisation, async (tx) => {
        await tx.sessions.removeBefore(oldest())
        await tx.sessions.add({
          token_hash: tx.sessions.hashOf(token),
          person: person.person,
          created_at: now,
          seen_at: now,
        })
        tx.access.add({ person: person.person, action: 'signed-in', ground: 'password' })
      })
      return token
    },
    async deviceOf(username) {
      const mark = randomBytes(16).toString('base64url')
      return `${mark}.${await proofOf(username, mark)}`
    },
    async isDeviceOf(username, device) {
      const [mark = '', proof = ''] = device.split('.')
      const right = Buffer.from(await proofOf(username, mark))
      return right.length === proof.length && timingSafeEqual(right, Buffer.from(proof))
    },
    async whoIs(token, act = true) {
      const found = await find(token)
      if (!found) return undefined
      const { row, areas } = found
      const now = clock.now()
      const touches = act && now - row.seen_at > Math.min(TOUCH_AFTER, session.idle / 4)
      if (touches) await store.record(organisation, (tx) => tx.sessions.touch(row.token_hash, now))
      return {
        organisation,
        person: row.person,
        firstName: row.first_name,
        name: row.name,
        title: row.title,
        roles: JSON.parse(row.roles) as Role[],
        areas: [...new Set(areas.map(({ area }) => area))],
        looksAfter: areas
          .map(({ area, kind }) => ({ area, substitute: kind === 'substitute' }))
          .sort((a, b) => Number(a.substitute) - Number(b.substitute)),
        session: row.token_hash,
        ends: {
          idle: (touches ? now : row.seen_at) + session.idle,
          whole: row.created_at + session.absolute,
        },
      }
    },
    async signOut(staff) {
      await store.record(organisation, async (tx) => {
        await tx.sessions.remove(staff.session)
        tx.access.add({ person: staff.person, action: 'signed-out', ground: 'self' })
      })
      for (const listener of ears) listener(staff.session)
    },
    alive: (sessions) => store.read(organisation, (view) => view.sessions.alive(sessions, oldest())),
    onEnd(listener) {
      ears.add(listener)
      return () => void ears.delete(listener)
    },
  }
}
