/** What is measured: the server as it ships, on a new SQLite database of its own that goes away with it. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startProcess } from '../support/process.ts'

export type Served = { url: string; port: number; close(): Promise<void> }

/** Starts it from `dist/` with the example area, and waits until it is ready. */
export async function serveShipped(): Promise<Served> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-bench-'))
  const { url, port, stop } = await startProcess({
    DATABASE_URL: `sqlite:${path.join(folder, 'bench.db')}`,
    DATA_KEY: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'warn',
    MAX_DELAY: '0',
  })
  const close = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, port, close }
}
