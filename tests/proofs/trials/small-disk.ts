/** A small disk in memory that something else fills, with a database of either engine on it. It is mounted: only root can. */
import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { postgresOn, READY, sqliteIn, type TestEngine } from '../../support/databases.ts'

const MEGABYTES = 64
const PIECE = Buffer.alloc(4096)

/** @param owner of the folder, as the system numbers its users */
function mount(owner: number) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-disk-'))
  const options = `size=${MEGABYTES}m,mode=700,uid=${owner}`
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    rmSync(folder, { recursive: true })
    throw new Error('A small disk cannot be mounted here: this proof needs root.', { cause: error })
  }
  const ballast = path.join(folder, 'ballast')
  return {
    folder,
    /** Not a byte is free. */
    fill() {
      const handle = openSync(ballast, 'w')
      try {
        for (;;) writeSync(handle, PIECE)
      } catch (error) {
        if ((error as { code?: string }).code !== 'ENOSPC') throw error
      } finally {
        closeSync(handle)
      }
    },
    free: () => rmSync(ballast),
    remove() {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    },
  }
}
export type SmallDisk = ReturnType<typeof mount>

async function onCluster(statement: string) {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows as Record<string, string>[]
}

/**
 * SQLite has its file and its log there. Of PostgreSQL the tables and indexes of the database are there, as a tablespace; its
 * own log is not: without room for that the whole cluster stops, which is a database that is away.
 */
export async function smallDisk(
  name: TestEngine['name'],
): Promise<{ disk: SmallDisk; engine: TestEngine; remove(): Promise<void> }> {
  if (name === 'sqlite') {
    const disk = mount(process.getuid?.() ?? 0)
    return { disk, engine: sqliteIn(disk.folder), remove: async () => disk.remove() }
  }
  const [{ setting }] = (await onCluster(
    "select setting from pg_settings where name = 'data_directory'",
  )) as [{ setting: string }]
  const disk = mount(statSync(setting).uid)
  await onCluster(`create tablespace small location '${disk.folder}'`)
  return {
    disk,
    engine: postgresOn(() => inject('postgres'), READY, 'small'),
    async remove() {
      try {
        await onCluster('drop tablespace small')
      } finally {
        disk.remove()
      }
    },
  }
}
