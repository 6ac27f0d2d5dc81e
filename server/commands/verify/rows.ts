/** Requests: each opens under a key of the file, stands as it was written, and as the access log remembers it. */
import { standingOf } from '../../callbacks/tries/made.ts'
import { kidOf } from '../../seal/blob.ts'
import { stateOf } from '../../store/binding.ts'
import type { Remembered } from '../../store/logs/log.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { KnownRight } from '../../store/rights.ts'
import type { Store, View } from '../../store/store.ts'
import type { Findings } from './findings.ts'

const BATCH = 200

const kidFrom = (wrapped: string): string => {
  try {
    return kidOf(wrapped)
  } catch {
    return 'unknown'
  }
}

const opens = (open: () => unknown): boolean => {
  try {
    open()
    return true
  } catch {
    return false
  }
}

/** How the row stands against what the access log remembers of it. */
function againstLog({ id, binding }: RequestRow, fate: Remembered | undefined, found: Findings): void {
  if (!fate) found.add('unknown request', `Request ${id} is there, but the access log knows nothing of it.`)
  else if (fate.state === null)
    found.add(
      'removed request',
      `Request ${id} was withdrawn or erased (access log ${fate.number}) and is there again: it was put back.`,
    )
  else if (binding && stateOf(binding) !== fate.state)
    found.add(
      'older row',
      `Request ${id} does not stand as the access log left it at row ${fate.number}: an older row was put back.`,
    )
}

/** Who acted on a request, in order. */
type Acted = { note: string[]; attempt: string[] }

const NOBODY: Acted = { note: [], attempt: [] }

const isSame = (these: readonly string[], those: readonly string[]): boolean =>
  these.length === those.length && these.every((one, at) => one === those[at])

/** Notes and attempts: rows of their own, which what binds the request says nothing of but the count of attempts. */
async function beside(view: View, row: RequestRow, acted: Acted, found: Findings): Promise<void> {
  const { id, attempts } = row
  const notes = await view.notes.of(id)
  for (const { number, sealed } of notes)
    if (!opens(() => view.seal.openNote(row, number, sealed)))
      found.add('note', `Note ${number} of request ${id} cannot be opened: it was altered or moved.`)
  if (notes.length !== acted.note.length)
    found.add(
      'notes',
      `Request ${id} has ${notes.length} notes, and the access log knows of ${acted.note.length}: notes were added or deleted.`,
    )
  const tried = await view.attempts.of(id)
  const standing = standingOf(tried).length
  if (standing !== attempts)
    found.add(
      'attempts',
      `Request ${id} had ${attempts} attempts and has ${standing}: attempts were added or deleted.`,
    )
  for (const [what, rows, people] of [
    ['A note', notes, acted.note],
    ['An attempt', tried, acted.attempt],
  ] as const)
    if (
      rows.length === people.length &&
      !isSame(
        rows.map(({ person }) => person),
        people,
      )
    )
      found.add(
        'person',
        `${what} of request ${id} names somebody else than the access log does: its row was altered.`,
      )
}

async function judge(
  view: View,
  row: RequestRow,
  { fate, acted = NOBODY }: { fate: Remembered | undefined; acted: Acted | undefined },
  found: Findings,
): Promise<void> {
  const kid = kidFrom(row.wrapped_key)
  if (!view.seal.checks().has(kid))
    found.add('key', `Request ${row.id} is sealed under the key ${kid}, which is not in the key file.`)
  else if (!view.seal.isBound(row))
    found.add(
      'columns',
      `Request ${row.id} is not as it was written: a column was altered, or a part of another or an older row was put in.`,
    )
  else if (!opens(() => [view.seal.open(row), view.seal.summary(row)]))
    found.add('sealed', `Request ${row.id} cannot be opened: what is sealed of it was altered.`)
  else await beside(view, row, acted, found)
  if (row.doubted_at !== null && !view.seal.isDoubted(row))
    found.add(
      'doubt',
      `Request ${row.id} is said not to be real, and no lead said so: it was written into the database. It is not erased.`,
    )
  againstLog(row, fate, found)
}

type Reading = { store: Store; organisation: string; found: Findings; progress: (line: string) => void }

/** @returns how many requests there are */
export async function verifyRows({ store, organisation, found, progress }: Reading): Promise<number> {
  let after = ''
  let count = 0
  for (;;) {
    const read = await store.read(organisation, async (view) => {
      const rows = await view.requests.after(after, BATCH)
      const ids = rows.map(({ id }) => id)
      const fates = await view.log.fates(ids)
      const actors = await view.log.whoActed(ids)
      for (const row of rows)
        await judge(view, row, { fate: fates.get(row.id), acted: actors.get(row.id) }, found)
      after = rows.at(-1)?.id ?? after
      return rows.length
    })
    count += read
    progress(`${organisation}: ${count} requests`)
    if (read < BATCH) return count
  }
}

/** Figures of erased requests that wait to be counted. */
export async function verifyFigures({ store, organisation, found }: Reading): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: { id: string; figures: unknown }[] = await store.read(organisation, ({ statistics }) =>
      statistics.waiting(after ?? '', BATCH),
    )
    for (const { id, figures } of page)
      if (!figures)
        found.add(
          'figures',
          `What was to be counted of an erased request (${id}) cannot be opened: it was altered.`,
        )
    after = page.length < BATCH ? undefined : page.at(-1)?.id
  }
}

/** Passwords that were not sealed for their person under our keys: they open nothing. */
export async function verifyPeople({ store, organisation, found }: Reading): Promise<void> {
  for (const { username, isOurs } of await store.read(organisation, (view) => view.people.passwords()))
    if (!isOurs)
      found.add(
        'password',
        `The password of ${username} was not set by us: somebody wrote it into the database.`,
      )
}

const SAID = {
  person: ({ username }: KnownRight['row']) =>
    `Person ${username} has other roles, another name or is let in otherwise than we wrote: they are let in no more until an administrator sets their roles anew.`,
  area_staff: ({ person, area }: KnownRight['row']) =>
    `That ${person} looks after ${area} was not written by us: it gives them nothing.`,
  absence: ({ person, substitute, from_day }: KnownRight['row']) =>
    `That ${substitute ?? 'nobody by name'} stands in for ${person} from ${from_day} was not written by us: it gives them nothing.`,
}

/** Roles, areas and who stands in, as somebody else wrote them. */
export async function verifyRights({ store, organisation, found }: Reading): Promise<void> {
  for (const { table, row, isOurs } of await store.read(organisation, (view) => view.rights.all()))
    if (!isOurs) found.add('right', SAID[table](row))
}
