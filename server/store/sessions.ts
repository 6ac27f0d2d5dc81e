/** Sessions of staff: the token itself is only in the browser, here is its keyed hash, bound to its person. */
import type { DataKeys } from '../seal/keys.ts'
import { isRight } from '../seal/rights.ts'
import { isSession, sessionMac, tokenHash } from '../seal/staff.ts'
import type { Db } from './engines/engine.ts'
import type { SessionRow } from './tables.ts'

export type NewSession = Omit<SessionRow, 'organisation' | 'mac'>

/** @param db an act's or a view's connection */
export function sessionRepository(db: Db, organisation: string, keys: DataKeys) {
  const mine = () => db.deleteFrom('session').where('organisation', '=', organisation)
  return {
    /** What a token is called here. */
    hashOf: (token: string) => tokenHash(keys, organisation, token),
    /**
     * A session and the person as they stand now; a disabled one is found too, and refused by who asks. One that we did not
     * make for this person at that time is none, nor one of a person whose rights somebody wrote into the database.
     */
    async find(tokenHash: string) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', (join) =>
          join
            .onRef('person.organisation', '=', 'session.organisation')
            .onRef('person.person', '=', 'session.person'),
        )
        .where('session.organisation', '=', organisation)
        .where('session.token_hash', '=', tokenHash)
        .select(['session.token_hash', 'session.created_at', 'session.seen_at', 'session.mac'])
        .selectAll('person')
        .executeTakeFirst()
      const isOurs = row && isSession(keys, organisation, row) && isRight(keys, organisation, 'person', row)
      return isOurs ? row : undefined
    },
    /** Which of these can still be used: neither ended, nor older than allowed, nor of a disabled person. */
    async alive(tokenHashes: readonly string[], { created, seen }: { created: number; seen: number }) {
      const rows = await db
        .selectFrom('session')
        .innerJoin('person', (join) =>
          join
            .onRef('person.organisation', '=', 'session.organisation')
            .onRef('person.person', '=', 'session.person'),
        )
        .where('session.organisation', '=', organisation)
        .where('token_hash', 'in', tokenHashes.length ? tokenHashes : [''])
        .where('created_at', '>', created)
        .where('seen_at', '>', seen)
        .where('disabled', '=', 0)
        .select('token_hash')
        .execute()
      return new Set(rows.map((row) => row.token_hash))
    },
    async add(row: NewSession) {
      await db
        .insertInto('session')
        .values({ organisation, ...row, mac: sessionMac(keys, organisation, row) })
        .execute()
    },
    async touch(tokenHash: string, now: number) {
      const own = db.updateTable('session').set({ seen_at: now }).where('organisation', '=', organisation)
      await own.where('token_hash', '=', tokenHash).execute()
    },
    async remove(tokenHash: string) {
      await mine().where('token_hash', '=', tokenHash).execute()
    },
    /** A person’s sessions, the last used first. */
    of: (person: string) =>
      db
        .selectFrom('session')
        .where('organisation', '=', organisation)
        .where('person', '=', person)
        .orderBy('seen_at', 'desc')
        .select(['token_hash', 'created_at', 'seen_at'])
        .execute(),
    /** All of a person’s sessions, everywhere: a changed password, a disabled account. @param but stays */
    async removeOf(person: string, but = '') {
      await mine().where('person', '=', person).where('token_hash', '!=', but).execute()
    },
    /** Sessions that can no longer be used, whoever’s they were. */
    async removeBefore({ created, seen }: { created: number; seen: number }) {
      await mine()
        .where((at) => at.or([at('created_at', '<=', created), at('seen_at', '<=', seen)]))
        .execute()
    },
  }
}
