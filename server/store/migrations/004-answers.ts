/**
 * When a help line answers, and in which languages. An installation made before is given which of its own lines help in the
 * dangers that can be told since, and which of them answer day and night: it would know no number of them.
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
const ALWAYS = ['emergency', 'medical-helpline', 'social-crisis', 'zero-line', 'poison']
const SPEAKS: Record<string, string[]> = { 'crisis-line-fi': ['fi'], 'child-line': ['fi'] }

async function fill(db: AnyDb): Promise<void> {
  const lines = await db.selectFrom('phone_line').select(['organisation', 'line']).execute()
  for (const { organisation, helps } of await db
    .selectFrom('organisation')
    .select(['organisation', 'helps'])
    .execute()) {
    const own = lines.filter((one) => one.organisation === organisation).map(({ line }) => line)
    const known = JSON.parse(helps) as Record<string, string[]>
    for (const [what, ids] of Object.entries(HELPS)) {
      const there = ids.filter((id) => own.includes(id))
      if (there.length > 0 && (!known[what] || FIRST_112.includes(what))) known[what] = there
    }
    await db
      .updateTable('organisation')
      .set({ helps: JSON.stringify(known) })
      .where('organisation', '=', organisation)
      .execute()
  }
  await db.updateTable('phone_line').set({ always: 1 }).where('line', 'in', ALWAYS).execute()
  for (const [line, speaks] of Object.entries(SPEAKS))
    await db
      .updateTable('phone_line')
      .set({ speaks: JSON.stringify(speaks) })
      .where('line', '=', line)
      .execute()
}

export const answers: Migration = {
  name: '004-answers',
  async up(db) {
    await column(db, 'phone_line', 'always', 'integer?')
    await column(db, 'phone_line', 'speaks', 'text?')
    await fill(db)
  },
}
