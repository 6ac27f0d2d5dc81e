/**
 * When a help line answers, and in which languages. An installation made before is given which of its own lines help in the
 * dangers that can be told since, and which of them answer day and night: it would know no number of them. Lines that it
 * chose itself stay where it had put them.
 */
import { type AnyDb, column, type Migration } from './make.ts'

/** As the example area had them on the day of this migration, by the ids of its lines. */
const HELPS: Record<string, string[]> = {
  poisoning: ['poison', 'emergency'],
  'self-harm': ['crisis-line-fi', 'emergency', 'social-crisis', 'medical-helpline', 'child-line'],
  violence: ['zero-line', 'emergency', 'social-crisis', 'child-line', 'victim-support'],
  'child-danger': ['social-crisis', 'emergency', 'child-line'],
  fear: ['zero-line', 'emergency', 'social-crisis', 'child-line', 'victim-support'],
  threat: ['social-crisis', 'emergency', 'victim-support', 'zero-line'],
  hurting: ['social-crisis', 'emergency', 'zero-line', 'crisis-line-fi'],
  'no-care-tonight': ['social-crisis', 'emergency', 'medical-helpline'],
  'young-alone': ['child-line', 'emergency', 'social-crisis', 'crisis-line-fi'],
  'mind-alone': ['crisis-line-fi', 'emergency', 'social-crisis'],
  'no-basics': ['social-crisis', 'emergency', 'medical-helpline', 'child-line'],
  alone: ['social-crisis', 'emergency', 'crisis-line-fi', 'child-line'],
  'acute-crisis': ['social-crisis', 'emergency', 'crisis-line-fi'],
  'today-young': ['social-crisis', 'child-line'],
  'today-mind': ['crisis-line-fi', 'social-crisis'],
  today: ['social-crisis', 'medical-helpline'],
  emergency: ['emergency', 'medical-helpline', 'social-crisis'],
  'safety-first': ['zero-line', 'emergency'],
  'social-services': ['social-crisis'],
  'clinical-contact': ['medical-helpline', 'emergency'],
  elsewhere: ['emergency', 'medical-helpline'],
}
/** Those whose number then stood before the danger's own. */
const FIRST_112 = [
  'poisoning',
  'self-harm',
  'violence',
  'child-danger',
  'no-care-tonight',
  'no-basics',
  'acute-crisis',
]
/** The example's numbers that answer day and night, and those that answer in Finnish alone; of another number nothing is known. */
const ALWAYS: Record<string, string> = {
  emergency: '112',
  'medical-helpline': '116117',
  'social-crisis': '0142660149',
  'zero-line': '080005005',
  poison: '0800147111',
}
const IN_FINNISH: Record<string, string> = { 'crisis-line-fi': '0925250111', 'child-line': '116111' }

type Line = { organisation: string; line: string; number: string | null }

/** 112 steps back from the first place to the second; every other line keeps its place. */
const ownFirst = (ids: string[]): string[] => {
  const [first, second, ...rest] = ids
  return first === 'emergency' && second !== undefined ? [second, first, ...rest] : ids
}

/** The lines of a danger from now on: a list of the example's own lines as the example has it now, any other as it was chosen. */
function helpsIn(what: string, known: string[] | undefined, there: string[]): string[] | undefined {
  if (!known) return there.length > 0 ? there : undefined
  if (!FIRST_112.includes(what)) return known
  const isExample = known.every((id) => HELPS[what]?.includes(id))
  return isExample && there.length > 0 ? there : ownFirst(known)
}

async function fillHelps(db: AnyDb, lines: Line[]): Promise<void> {
  const rows = await db.selectFrom('organisation').select(['organisation', 'helps']).execute()
  for (const { organisation, helps } of rows) {
    const own = lines.filter((one) => one.organisation === organisation).map(({ line }) => line)
    const known = JSON.parse(helps) as Record<string, string[]>
    for (const [what, ids] of Object.entries(HELPS)) {
      const found = helpsIn(
        what,
        known[what],
        ids.filter((id) => own.includes(id)),
      )
      if (found) known[what] = found
    }
    await db
      .updateTable('organisation')
      .set({ helps: JSON.stringify(known) })
      .where('organisation', '=', organisation)
      .execute()
  }
}

/** What is known of the example's numbers is said of those numbers alone: an id says nothing of who answers. */
async function fillLines(db: AnyDb, lines: Line[]): Promise<void> {
  for (const { organisation, line, number } of lines) {
    const digits = number?.replaceAll(/\s/g, '')
    const set = {
      ...(digits && ALWAYS[line] === digits && { always: 1 }),
      ...(digits && IN_FINNISH[line] === digits && { speaks: JSON.stringify(['fi']) }),
    }
    if (Object.keys(set).length === 0) continue
    await db
      .updateTable('phone_line')
      .set(set)
      .where('organisation', '=', organisation)
      .where('line', '=', line)
      .where('number', '=', number)
      .execute()
  }
}

export const answers: Migration = {
  name: '004-answers',
  async up(db) {
    await column(db, 'phone_line', 'always', 'integer?')
    await column(db, 'phone_line', 'speaks', 'text?')
    const lines: Line[] = await db
      .selectFrom('phone_line')
      .select(['organisation', 'line', 'number'])
      .execute()
    await fillHelps(db, lines)
    await fillLines(db, lines)
  },
}
