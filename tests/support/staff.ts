/** People of a test, who all have one password: hashing it anew for each would be most of what a test app costs. */
import type { Clock } from '../../server/clock.ts'
import { employ, type NewStaff } from '../../server/identity/add-people.ts'
import { hashPassword } from '../../server/identity/credentials/password.ts'
import type { Store } from '../../server/store/store.ts'

/** Everybody’s password. */
export const PASSWORD = 'correct-horse-battery'

let secret: Promise<string> | undefined

export async function employAll(
  people: NewStaff[],
  to: { store: Store; organisation: string; clock: Clock },
): Promise<void> {
  secret ??= hashPassword(PASSWORD)
  const hash = await secret
  // each writes into the same rows: at once they would only wait for each other
  for (const one of people) await employ(one, to, hash)
}
