/** `npm run dev` in a copy of the repository, where files may be changed. */
import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { trackedFiles } from '../house/sources.ts'
import { freePort, until } from '../process.ts'

export type Development = {
  url: string
  /** what it has printed */
  output(): string
  /** writes another text in place of one that stands once in a file */
  change(file: string, find: string, put: string): void
  stop(): Promise<void>
}

/** All but the tests; packages are those of the repository, and what is made of them is the copy’s own. */
function copyTo(folder: string) {
  for (const file of trackedFiles().filter((name) => !/^(tests|docs)\//.test(name)))
    cpSync(file, path.join(folder, file))
  const packages = path.join(folder, 'node_modules')
  mkdirSync(packages)
  for (const name of readdirSync('node_modules').filter((one) => one === '.bin' || !one.startsWith('.')))
    symlinkSync(path.resolve('node_modules', name), path.join(packages, name))
}

/** @param environment of the server, its database among it; waits until it is ready */
export async function develop(environment: Record<string, string>): Promise<Development> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-dev-'))
  copyTo(folder)
  const port = await freePort()
  const { PATH = '', HOME = '' } = process.env
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { dev: string } }
  const child = spawn('bash', ['-c', `exec ${scripts.dev}`], {
    cwd: folder,
    env: { PATH, HOME, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (text += part))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const url = `http://localhost:${port}`
  const answers = async () => {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${text}`)
    return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok ?? false
  }
  try {
    await until(`it answers at ${url}`, answers, 60_000)
  } catch (error) {
    await stop()
    throw error
  }
  const change = (file: string, find: string, put: string) => {
    const name = path.join(folder, file)
    const parts = readFileSync(name, 'utf8').split(find)
    if (parts.length !== 2) throw new Error(`${file} has "${find}" ${parts.length - 1} times`)
    writeFileSync(name, parts.join(put))
  }
  return { url, output: () => text, change, stop }
}
