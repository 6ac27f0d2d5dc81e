/** Published content: revisions and their parts. */
import { type AnyDb, index, table } from '../make.ts'

export async function content(db: AnyDb) {
  await table(db, 'revision', ['revision'], {
    revision: 'text',
    flow_hash: 'text',
    source: 'text',
    manifest: 'text',
    published_at: 'instant',
    published_by: 'text?',
    replaced_at: 'instant?',
  })
  await index(db, 'revision', 'published', ['organisation', 'published_at'])
  await table(db, 'part', ['hash'], { hash: 'text', content: 'text' })
}
