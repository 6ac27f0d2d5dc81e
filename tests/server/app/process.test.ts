/** The process as it is run from its build: what it prints, how it stops, how the first admin is made. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { ROLES } from '#core/request/choices.ts'
import { long } from '../../support/long.ts'
import { startProcess, until } from '../../support/process.ts'

const run = promisify(execFile)

describe('the process', () => {
  let folder: string
  let environment: Record<string, string>
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kynnys-process-'))
    const key = path.join(folder, 'data.key')
    writeFileSync(key, randomBytes(32).toString('base64'))
    environment = {
      DATABASE_URL: `sqlite:${path.join(folder, 'kynnys.db')}`,
      DATA_KEY_FILE: key,
      HOST: '127.0.0.1',
    }
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const staff = (args: string[], more: Record<string, string> = {}) =>
    run(process.execPath, ['tools/run.mjs', 'staff', ...args], { env: { ...environment, ...more } })
  const signIn = (url: string, username: string, password: string) =>
    fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, 'x-kynnys': '1' },
      body: JSON.stringify({ username, password }),
    })

  it('prints where it is and how to sign in, once; stops when asked, and tells the desks to come again', async () => {
    const first = await startProcess(environment)
    await until('it has greeted', () => first.output().includes('Demo staff'))
    const [, password = ''] = /helmi\s+(\S+)/.exec(first.output()) ?? []
    expect(first.output()).toContain(`Host page   http://localhost:${first.port}/`)
    const signed = await signIn(first.url, 'helmi', password)
    expect(signed.status).toBe(200)
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? ''
    const socket = new WebSocket(`${first.url.replace('http', 'ws')}/api/desk/live?after=0`, {
      headers: { cookie, origin: first.url },
    })
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    await new Promise((resolve) => socket.on('open', resolve))
    expect(await first.stop()).toBe(0)
    expect(await closed).toBe(1001)
    const second = await startProcess(environment)
    expect(second.output()).not.toContain(password)
    expect(second.output()).not.toContain('Demo staff')
    await second.stop()
  })

  long('says how to sign in also where its port is taken: no later start would', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const refused = run(process.execPath, ['dist/server/main.js'], {
      env: { ...environment, PORT: String(port) },
    })
    await expect(refused).rejects.toMatchObject({
      stdout: expect.stringMatching(/Demo staff[\s\S]+helmi/),
      stderr: expect.stringContaining(`Port ${port} is in use`),
    })
    other.close()
  })

  long(
    'makes the first admin of a public installation, who then signs in nowhere but over https',
    async () => {
      const open = { PUBLIC_URL: 'https://chat.example.fi' }
      const { stdout } = await staff(['add', '--username', 'anna', '--name', 'Anna Esimerkki'], open)
      expect(stdout).toMatch(/^anna \(admin\) signs in with the password [a-z0-9-]{23}\n$/)
      await expect(staff(['add', '--username', 'anna', '--name', 'Anna Toinen'], open)).rejects.toMatchObject(
        {
          stderr: 'That username is taken: choose another.\n',
        },
      )
      await expect(
        staff(['add', '--username', 'x', '--name', 'X', '--roles', 'king'], open),
      ).rejects.toMatchObject({
        stderr: `There is no role “king”: roles are ${ROLES.join(', ')}.\n`,
      })
      await expect(staff(['remove'], open)).rejects.toMatchObject({
        stderr: expect.stringContaining('npm run staff -- add'),
      })
      const server = await startProcess({ ...environment, ...open })
      expect(server.output()).not.toContain('Demo staff')
      const refused = await signIn(server.url, 'anna', stdout.trim().split(' ').at(-1) ?? '')
      expect(refused.status).toBe(403)
      await server.stop()
    },
  )

  it.each([
    [{ PORT: 'x' }, 'PORT must be a whole number from 0 to 65535.\n'],
    [
      { DATA_KEY_FILE: '/nowhere' },
      'DATA_KEY_FILE names /nowhere, which does not exist: put the key there.\n',
    ],
  ])('does not start with %o, and says why', async (wrong, sentence) => {
    const start = run(process.execPath, ['dist/server/main.js'], { env: { ...environment, ...wrong } })
    await expect(start).rejects.toMatchObject({ code: 1, stderr: sentence })
  })
})
