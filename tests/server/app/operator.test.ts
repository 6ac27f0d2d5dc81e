/** What an operator meets: a disk that fails, a wrong key, a wrong address, a stop in the middle of a request. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { keysFrom } from '../../../server/seal/keys.ts'
import { asking } from '../../support/asking.ts'
import { installOn } from '../../support/installed.ts'
import { long } from '../../support/long.ts'
import { type Running, startProcess, until } from '../../support/process.ts'

const run = promisify(execFile)

describe('an operator', () => {
  let folder: string
  let file: string
  let environment: Record<string, string>
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'kynnys-operator-'))
    file = path.join(folder, 'kynnys.db')
    const key = path.join(folder, 'data.key')
    const secret = randomBytes(32).toString('base64')
    writeFileSync(key, secret)
    environment = {
      DATABASE_URL: `sqlite:${file}`,
      DATA_KEY_FILE: key,
      HOST: '127.0.0.1',
      LIMIT_REQUESTS: '10000',
    }
    await installOn(`sqlite:${file}`, keysFrom(secret))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const command = (name: string, args: string[], more: Record<string, string> = {}) =>
    run(process.execPath, ['tools/run.mjs', name, ...args], { env: { ...environment, ...more } })
  const revisionOf = async ({ url }: Running) =>
    ((await (await fetch(`${url}/api/content/fi`)).json()) as { revision: string }).revision
  const send = ({ url }: Running, body: unknown) =>
    fetch(`${url}/api/callback-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  it('sees the server answer 503 and end when the disk fails, and finds all it acknowledged at the next start', async () => {
    const broken = await startProcess(environment, {
      largestFile: Math.ceil(statSync(file).size / 1024) + 64,
    })
    const revision = await revisionOf(broken)
    const kept: { body: unknown; receipt: string }[] = []
    let last: { status: number; text: string; body: unknown } | undefined
    while (last === undefined && kept.length < 2000) {
      const body = asking(revision)
      const answer = await send(broken, body)
      const text = await answer.text()
      if (answer.status === 201) kept.push({ body, receipt: text })
      else last = { status: answer.status, text, body }
    }
    expect([last?.status, JSON.parse(last?.text ?? '{}').code]).toEqual([503, 'unavailable'])
    expect(await broken.ended).toBe(1)
    expect(broken.output()).toContain('disk-failed')
    const sound = await startProcess(environment)
    for (const { body, receipt } of kept) expect(await (await send(sound, body)).text()).toBe(receipt)
    expect((await send(sound, last?.body)).status).toBe(201)
    await sound.stop()
  })

  it('stops the server in the middle of a request, which is answered all the same', async () => {
    const server = await startProcess(environment)
    const body = JSON.stringify(asking(await revisionOf(server)))
    const socket = connect(server.port, '127.0.0.1')
    let told = ''
    socket.on('data', (part) => {
      told += part
    })
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.write(
      `POST /api/callback-requests HTTP/1.1\r\nhost: localhost:${server.port}\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
    )
    await until('its head has been read', () => told.includes('100 Continue'))
    const stopped = server.stop()
    await until('it listens no more', () =>
      fetch(`${server.url}/healthz`).then(
        () => false,
        () => true,
      ),
    )
    socket.write(body)
    await closed
    expect(told).toMatch(/HTTP\/1\.1 201 Created/)
    expect(await stopped).toBe(0)
  })

  long('is told in a sentence what keeps a program from starting', async () => {
    const busy = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => busy.once('listening', resolve))
    const { port } = busy.address() as { port: number }
    const other = randomBytes(32).toString('base64')
    const unknown = new URL(inject('postgres'))
    unknown.pathname = '/nowhere'
    const wrong: [string, string[], Record<string, string>, RegExp][] = [
      [
        'main',
        [],
        { PORT: String(port) },
        /^Port \d+ is in use: stop what listens there, or set PORT to another\.\n$/,
      ],
      [
        'main',
        [],
        { DATA_KEY_FILE: '', DATA_KEY: 'abc' },
        /^The data key must be at least 32 random bytes .*\n$/,
      ],
      [
        'main',
        [],
        { DATA_KEY_FILE: '', DATA_KEY: other },
        /^The data key is not the one this database was made with.*\n$/,
      ],
      [
        'main',
        [],
        { DATABASE_URL: `sqlite:${environment.DATA_KEY_FILE}/x.db` },
        /^.*data\.key.* cannot be used \(E\w+\).*\n$/,
      ],
      [
        'migrate',
        [],
        { DATABASE_URL: `postgres://x@127.0.0.1:${port + 1}/x` },
        /^The database .* does not answer \(ECONNREFUSED\).*\n$/,
      ],
      ['main', [], { ANCHOR_FILE: folder }, /^ANCHOR_FILE names \S+, which is a folder: .*\n$/],
      [
        'staff',
        ['add', '--username', 'a', '--name', 'A', '--roles', 'auditor,admin'],
        {},
        /^roles: An auditor /,
      ],
      ['migrate', [], { DATABASE_URL: unknown.href }, /^The database .* refuses \(3D000\): .*\n$/],
      [
        'staff',
        ['add', '--username', 'a', '--name', 'A', '--areas', 'south,moon'],
        {},
        /^There is no area “moon”: areas are north, south, west\.\n$/,
      ],
    ]
    await Promise.all(
      wrong.map(([name, args, more, sentence]) =>
        expect(command(name, args, more)).rejects.toMatchObject({
          code: 1,
          stderr: expect.stringMatching(sentence),
        }),
      ),
    )
    busy.close()
  })

  it('does nothing for a word that is not understood, nor for who asks what a command does', async () => {
    const nowhere = path.join(folder, 'nowhere.db')
    const unmade = { DATABASE_URL: `sqlite:${nowhere}` }
    for (const name of ['migrate', 'verify'])
      expect((await command(name, ['--help'], unmade)).stdout).toMatch(`npm run ${name}`)
    const wrong: [name: string, args: string[]][] = [
      ['migrate', ['--adpot']],
      ['migrate', ['adopt']],
      ['verify', ['all']],
      ['staff', ['add', '--role', 'admin']],
    ]
    for (const [name, args] of wrong)
      await expect(command(name, args, unmade)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^Un\S+ .*--help has every word\.\n$/),
      })
    expect(existsSync(nowhere)).toBe(false)
  })

  long(
    'makes the tables on both databases, and the first person on PostgreSQL as `process` shows on SQLite',
    async () => {
      const { default: pg } = await import('pg')
      const admin = new pg.Client({ connectionString: inject('postgres') })
      await admin.connect()
      const name = `kynnys_${randomBytes(6).toString('hex')}`
      await admin.query(`create database ${name}`)
      const url = new URL(inject('postgres'))
      url.pathname = `/${name}`
      const more = { DATABASE_URL: url.href }
      for (const made of [{ DATABASE_URL: `${environment.DATABASE_URL}-new` }, more])
        expect((await command('migrate', [], made)).stdout).toBe(
          'The tables of the database are up to date.\n',
        )
      const added = await command('staff', ['add', '--username', 'anna', '--name', 'Anna Esimerkki'], more)
      expect(added.stdout).toMatch(/^anna \(admin\) signs in with the password \S+\n$/)
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  )
})
