/** An acknowledged request is stored exactly once, whatever dies: the process is killed while it receives. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import { chainMac } from '../../server/seal/chain.ts'
import { keysFrom } from '../../server/seal/keys.ts'
import { rawOf } from '../../server/store/raw.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase } from '../support/databases.ts'
import { body, ORGANISATION, settle } from '../support/people.ts'

const REQUESTS = 120
const KILLS = 2
/** So many are being received when the process dies. */
const IN_FLIGHT = 20

const begin = (url: string, secret: string): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'tests/support/asker.ts', url, secret], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tests/tsconfig.json' },
  })

/** Sends the bodies, hears receipts until so many have come, then kills. @returns what was acknowledged */
async function receive(
  url: string,
  secret: string,
  bodies: CallbackRequestBody[],
  until: number,
): Promise<Receipt[]> {
  const child = begin(url, secret)
  const heard: Receipt[] = []
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stdin?.on('error', () => {})
  const waiting = [...bodies]
  const send = (count: number) => {
    for (const each of waiting.splice(0, count)) child.stdin?.write(`${JSON.stringify(each)}\n`)
  }
  send(IN_FLIGHT)
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    heard.push(JSON.parse(line))
    if (heard.length === until) child.kill('SIGKILL') // lines that are already on their way still count
    send(1)
  }
  await ended
  return heard
}

for (const engine of engines)
  describe(`a process that is killed (${engine.name})`, () => {
    const made: TestDatabase[] = []
    afterAll(async () => {
      for (const database of made) await database.remove()
    })

    it('has lost no request that it acknowledged, and doubled none', { timeout: 90_000 }, async () => {
      const secret = randomBytes(32).toString('base64')
      const keys = keysFrom(secret)
      const clock = testClock()
      const database = await engine.create()
      made.push(database)
      const store = await database.open({ clock, keys })
      await settle(store)

      const bodies = Array.from({ length: REQUESTS }, () => body())
      const receipts = new Map<string, Receipt>()
      for (let kill = 0; kill <= KILLS; kill++) {
        const until = kill === KILLS ? REQUESTS : 1 + randomInt(REQUESTS / 2)
        const heard = await receive(database.url, secret, bodies, until)
        if (kill < KILLS) expect(heard.length).toBeLessThan(REQUESTS) // it died in the middle
        for (const receipt of heard) {
          // a retry of what was acknowledged before a kill: the same bytes
          if (receipts.has(receipt.id)) expect(receipt).toEqual(receipts.get(receipt.id))
          receipts.set(receipt.id, receipt)
        }
      }

      expect(receipts.size).toBe(REQUESTS)
      const rows = await store.read(ORGANISATION, (view) =>
        rawOf(view).selectFrom('callback_request').selectAll().execute(),
      )
      expect(rows.map(({ id }) => id).sort()).toEqual(bodies.map(({ id }) => id).sort())
      for (const row of rows) expect(row.reference).toBe(receipts.get(row.id)?.reference)
      await store.read(ORGANISATION, async (view) => {
        for (const row of rows) expect(view.seal.open(row).receipt.id).toBe(row.id)
        const events = (await view.log.after(0, 1000)).filter(({ type }) => type === 'request-received')
        expect(events).toHaveLength(REQUESTS)
        expect(await view.log.last()).toBe((await view.log.after(0, 1000)).length)
        let before = ''
        for (const access of await view.log.accesses(0, 1000)) {
          expect(access.mac).toBe(chainMac(keys, before, access))
          before = access.mac
        }
      })
    })
  })
