/** People who work here: who they are, how they sign in, whose area they look after on a day, what they are called. */
import type { DataKeys } from '../seal/keys.ts'
import { isRight, rightsMac } from '../seal/rights.ts'
import { openPassword, sealPassword } from '../seal/staff.ts'
import type { Db } from './engines/engine.ts'
import type { AreaStaffRow, PersonRow } from './tables.ts'

export type NewPerson = Omit<PersonRow, 'organisation' | 'rights_mac'>

/** @param db an act's or a view's connection */
export function peopleRepository(db: Db, organisation: string, keys: DataKeys) {
  const people = () => db.selectFrom('person').where('person.organisation', '=', organisation)
  /** What the administrator sees of the person stands from now on: they have looked at it. */
  const setRights = async (person: string, set: { roles: string } | { disabled: 0 | 1 }) => {
    const row = await people().where('person', '=', person).selectAll().executeTakeFirst()
    if (!row) return
    const rights_mac = rightsMac(keys, organisation, 'person', { ...row, ...set })
    const own = db
      .updateTable('person')
      .set({ ...set, rights_mac })
      .where('organisation', '=', organisation)
    await own.where('person', '=', person).execute()
  }
  return {
    /**
     * A person and the hash of their password, which is missing when it was not sealed for them under our keys. Usernames
     * are compared in small letters.
     */
    async byUsername(username: string) {
      const row = await people()
        .innerJoin('credential', (join) =>
          join
            .onRef('credential.organisation', '=', 'person.organisation')
            .onRef('credential.person', '=', 'person.person'),
        )
        .where('person.username', '=', username.toLowerCase())
        .where('credential.kind', '=', 'password')
        .select('credential.secret')
        .selectAll('person')
        .executeTakeFirst()
      if (!row) return undefined
      const { secret, ...person } = row
      // of one whose rights somebody else wrote there is no password either
      const isOurs = isRight(keys, organisation, 'person', row)
      return { ...person, hash: isOurs ? openPassword(keys, organisation, row.person, secret) : undefined }
    },
    /** @param hash of the password: it is kept sealed. @throws when the username is taken (unique in the organisation) */
    async add(person: NewPerson, hash: string, at: number) {
      const row = { ...person, username: person.username.toLowerCase() }
      const rights_mac = rightsMac(keys, organisation, 'person', row)
      await db
        .insertInto('person')
        .values({ organisation, ...row, rights_mac })
        .execute()
      const credential = {
        credential: `${person.person}-password`,
        kind: 'password' as const,
        secret: sealPassword(keys, organisation, person.person, hash),
        created_at: at,
      }
      await db
        .insertInto('credential')
        .values({ organisation, person: person.person, ...credential })
        .execute()
    },
    /** Everybody’s password: whether it was sealed for them under our keys. */
    async passwords() {
      const rows = await db
        .selectFrom('credential')
        .innerJoin('person', (join) =>
          join
            .onRef('person.organisation', '=', 'credential.organisation')
            .onRef('person.person', '=', 'credential.person'),
        )
        .where('credential.organisation', '=', organisation)
        .where('kind', '=', 'password')
        .select(['credential.person', 'person.username', 'secret'])
        .orderBy('username')
        .execute()
      return rows.map(({ secret, ...who }) => ({
        ...who,
        isOurs: openPassword(keys, organisation, who.person, secret) !== undefined,
        // how it was kept before it was sealed
        isPlain: secret.startsWith('$argon2'),
        secret,
      }))
    },
    async addToArea(row: Omit<AreaStaffRow, 'organisation' | 'rights_mac'>) {
      const rights_mac = rightsMac(keys, organisation, 'area_staff', row)
      await db
        .insertInto('area_staff')
        .values({ organisation, ...row, rights_mac })
        .execute()
    },
    /** Everybody who works or worked here, by username. */
    all: () => people().orderBy('username').selectAll('person').execute(),
    /** By id or username. */
    find: (name: string) =>
      people()
        .where((at) => at.or([at('person', '=', name), at('username', '=', name.toLowerCase())]))
        .selectAll('person')
        .executeTakeFirst(),
    /** @param roles JSON list */
    async setRoles(person: string, roles: string) {
      await setRights(person, { roles })
    },
    /** What a person is called: no right follows from it. */
    async setNames(person: string, set: { first_name: string; name: string; title: string }) {
      const own = db.updateTable('person').set(set).where('organisation', '=', organisation)
      await own.where('person', '=', person).execute()
    },
    /** @param hash of the new password: it is kept sealed */
    async setPassword(person: string, hash: string) {
      const set = { secret: sealPassword(keys, organisation, person, hash) }
      const own = db.updateTable('credential').set(set).where('organisation', '=', organisation)
      await own.where('person', '=', person).where('kind', '=', 'password').execute()
    },
    /** Somebody who may not sign in (any more). */
    async setDisabled(person: string, disabled: 0 | 1) {
      await setRights(person, { disabled })
    },
    /** People made by a first demo start who can still sign in. */
    demo: () => people().where('demo', '=', 1).where('disabled', '=', 0).select('username').execute(),
    count: async () => (await people().select('person').execute()).length,
    /** Who may not sign in any more. */
    async disabled(): Promise<string[]> {
      const rows = await people().where('disabled', '=', 1).select('person').execute()
      return rows.map(({ person }) => person)
    },
    /** The names that a request's history needs: nothing else of a person. */
    caller: (person: string) =>
      db
        .selectFrom('person')
        .where('organisation', '=', organisation)
        .where('person', '=', person)
        .select(['first_name', 'title'])
        .executeTakeFirst(),
    /** Person → first name. */
    async firstNames(people: readonly string[]): Promise<Map<string, string>> {
      if (people.length === 0) return new Map()
      const rows = await db
        .selectFrom('person')
        .where('organisation', '=', organisation)
        .where('person', 'in', people)
        .select(['person', 'first_name'])
        .execute()
      return new Map(rows.map((row) => [row.person, row.first_name]))
    },
  }
}
