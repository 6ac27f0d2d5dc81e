/** Where a run of the tests writes: in memory where there is room, since a disk takes milliseconds for every commit that is kept. */
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'

const MEMORY = '/dev/shm'
const PREFIX = 'kynnys-tests-'
/** Databases, profiles of browsers and what a talkative log says: seldom more than a third of it. */
const ENOUGH = 2 * 1024 ** 3

const hasRoom = () => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize > ENOUGH
  } catch {
    return false
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What a run that was killed has left takes memory from everybody. A disk that it has mounted there stays; nobody waits for it. */
function sweep() {
  for (const name of readdirSync(MEMORY)) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue
    try {
      rmSync(path.join(MEMORY, name), { recursive: true, force: true })
    } catch (error) {
      process.stdout.write(`Left by a run that was killed, to be removed by hand: ${error}\n`)
    }
  }
}

/**
 * Makes `tmpdir()` of this process and of all that it starts a folder in memory, which goes when the process ends. A process
 * that is killed loses nothing that it has written there: only a machine that stops would, and no test stops one.
 */
export function writeInMemory(): void {
  if (process.env.TMPDIR || !hasRoom()) return
  sweep()
  const folder = path.join(MEMORY, `${PREFIX}${process.pid}`)
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755) // the user postgres goes through it
  process.env.TMPDIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}
