/** A server as its own process, run from `dist/` as `npm start` runs it: for several processes, kills and what it prints. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** Every limit out of the way: one machine plays thousands of people. */
export const WITHOUT_LIMITS = {
  LIMIT_REQUESTS: '1000000',
  LIMIT_CLAIMS: '1000000',
  LIMIT_CODES: '1000000',
  LIMIT_SIGN_INS: '1000000',
  LIMIT_STRAY: '1000000',
  LIMIT_PROMISES: '1000000',
  LIMIT_SOCKETS: '1000000',
  MAX_DELAY: '0',
  LOG_LEVEL: 'warn',
}

export type Running = {
  url: string
  port: number
  output: () => string
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  /** its exit code, once it has ended and all that it said has been heard */
  ended: Promise<number | null>
  child: ChildProcess
}

/** A port that was free a moment ago, on the loopback address. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const isReady = async (url: string) => {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

/** Far from any usual time, and sooner than a test's own limit, which cannot say what was waited for. */
const MOST = 120_000

/** Milliseconds before it is looked at again: soon at first, then seldomer, so that looking is not what keeps a machine busy. */
const SOON = 10
const SELDOM = 200

/** Waits until a condition holds, looking again and again; fails with what was being waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  most = MOST,
): Promise<void> {
  const end = Date.now() + most
  for (let pause = SOON; !(await holds()); pause = Math.min(SELDOM, pause * 1.3)) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/**
 * Starts a process with the given environment and waits until it says it is ready.
 * @param largestFile in kilobytes: beyond it every write fails, as on a broken disk
 * @param main another build of the server: a broken one
 * @param under a program that runs the server and watches it; signals must still reach the server itself
 */
export async function startProcess(
  environment: Record<string, string>,
  {
    largestFile = 'unlimited' as number | 'unlimited',
    main = 'dist/server/main.js',
    under = [] as string[],
  } = {},
): Promise<Running> {
  const port = Number(environment.PORT ?? (await freePort()))
  const { PATH = '', HOME = '' } = process.env
  // `exec`: the shell becomes the server, which gets our signals
  const start = `ulimit -f ${largestFile}; exec "$@"`
  const child = spawn('bash', ['-c', start, 'server', ...under, process.execPath, main], {
    // it never says that it is too busy because the machine is
    env: { PATH, HOME, PORT: String(port), MAX_DELAY: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part))
  // not `exit`: what it said last may still be on its way then
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const url = `http://localhost:${port}`
  const answers = () => {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${text}`)
    return isReady(url)
  }
  try {
    await until(`the server answers at ${url}`, answers)
  } catch (error) {
    child.kill('SIGKILL') // nobody else knows of it
    throw error
  }
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { url, port, output: () => text, stop, ended, child }
}
