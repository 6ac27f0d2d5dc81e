/** The process of the real server: started from its sources, and again when they change; what asks meanwhile waits. */
import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import type { Told } from './between.ts'

/** Editors write a file in several steps, and people several files (milliseconds). */
const SOON = 60

export type Behind = {
  url: string
  /** waits until it listens; @returns false when it has ended instead */
  ready(): Promise<boolean>
  restart(): void
  /** puts the folders of content in force as they stand */
  republish(): void
  stop(): void
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Many calls in a row, done once. */
function gathered(work: () => void) {
  let soon: NodeJS.Timeout | undefined
  return () => {
    clearTimeout(soon)
    soon = setTimeout(work, SOON)
  }
}

/** @param front port under which people find it; @param heard what it told besides that it listens */
export async function serverBehind(front: number, heard: (told: Told) => void): Promise<Behind> {
  const port = await freePort()
  // whoever asks while it checks content waits, and is not told that there is a crowd
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), MAX_DELAY: '0' }
  let child: ChildProcess | undefined
  let ready = Promise.resolve(false)
  let stopping = false

  function begin() {
    const begun = fork('tools/dev/server.ts', [String(front)], { execArgv: ['--import', 'tsx'], env })
    child = begun
    ready = new Promise((resolve) => {
      begun.on('message', (told: Told) => (told === 'listens' ? resolve(true) : heard(told)))
      begun.once('exit', (code) => {
        resolve(false)
        if (stopping || child !== begun) return
        child = undefined
        process.stdout.write(`The server ended with ${code}: mend it and save.\n`)
      })
    })
  }
  const restart = gathered(() => {
    const former = child
    if (!former) return begin()
    child = undefined
    ready = new Promise((resolve) => {
      former.once('exit', () => {
        begin()
        resolve(ready)
      })
    })
    former.kill('SIGTERM')
  })
  begin()
  return {
    url: `http://127.0.0.1:${port}`,
    ready: () => ready,
    restart,
    republish: gathered(() => child?.send('republish')),
    stop() {
      stopping = true
      child?.kill('SIGTERM')
    },
  }
}
