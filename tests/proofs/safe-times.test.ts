/** Who can be called safely on one half-day only is promised that one by the server as it ships. Red twin: one that binds like for others. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { MyRequest, Receipt } from '#core/contract/callback.ts'
import { HALF_DAYS } from '#core/request/half-day.ts'
import { weekdayOf } from '../../server/promise/local-time.ts'
import { keysFrom } from '../../server/seal/keys.ts'
import { asking } from '../support/asking.ts'
import { brokenServer } from '../support/broken.ts'
import { tellTwin } from '../support/evidence.ts'
import { installOn } from '../support/installed.ts'
import { long } from '../support/long.ts'
import { type Running, startProcess, WITHOUT_LIMITS } from '../support/process.ts'

const PROOF = 'safe times'
const ADDRESS = '/api/callback-requests'
const LONG = 1_800_000

const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-safe-'))
let running: Running | undefined
afterEach(async () => {
  await running?.stop()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const send = async (url: string, method: string, body: object, code?: string) => {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(code && { authorization: `Bearer ${code}` }) },
    body: JSON.stringify(body),
  })
  return answer.json()
}
const isIn = ({ promise }: Pick<Receipt, 'promise'>, half: string) => {
  const { day, from } = promise ?? { day: '' }
  return half === `${weekdayOf(day)}-${from === '08:00' ? 'morning' : from === '12:00' ? 'afternoon' : 'any'}`
}

/** One for each half-day sends, and one sends and then corrects. @returns the half-days that were promised otherwise */
async function missed(main?: string): Promise<{ sent: string[]; corrected: string[] }> {
  const database = `sqlite:${path.join(folder, `${main ? 'twin' : 'ours'}.db`)}`
  const secret = Buffer.alloc(32, 7).toString('base64')
  await installOn(database, keysFrom(secret), true)
  const environment = { ...WITHOUT_LIMITS, DATABASE_URL: database, DATA_KEY: secret }
  running = await startProcess(environment, main ? { main } : {})
  const { url } = running
  const on = new Date().toISOString().slice(0, 10)
  const seen: { sent: string[]; corrected: string[] } = { sent: [], corrected: [] }
  for (const half of HALF_DAYS) {
    const contact = { safeToCall: false, safeTimes: [half] }
    const receipt: Receipt = await send(`${url}${ADDRESS}`, 'POST', asking('r', { on, contact }))
    if (!isIn(receipt, half)) seen.sent.push(half)
    const other = asking('r', { on })
    await send(`${url}${ADDRESS}`, 'POST', other)
    const mine: MyRequest = await send(`${url}${ADDRESS}/mine`, 'PATCH', { contact }, other.code)
    if (!isIn(mine, half)) seen.corrected.push(half)
  }
  return seen
}

describe('the server as it ships', () => {
  it('promises each half-day to one for whom no other is safe, sent or corrected', {
    timeout: LONG,
  }, async () => {
    expect(await missed()).toEqual({ sent: [], corrected: [] })
  })

  long('a server that binds without minding them is found (red twin)', { timeout: LONG }, async () => {
    const main = await brokenServer('careless-binding', [
      {
        file: 'server/callbacks/bind.ts',
        find: '{ area, station, claims, safe, forReserve, heavy, mayClaim }: PromiseAsked,',
        put: '{ area, station, claims, forReserve, heavy, mayClaim, safe: _ignored }: PromiseAsked, safe: readonly HalfDay[] = [],',
      },
    ])
    const seen = await missed(main)
    expect(seen).toEqual({ sent: [...HALF_DAYS], corrected: [...HALF_DAYS] })
    tellTwin(PROOF, 'a server that binds like for others', { 'half-days missed': seen.sent.length })
  })
})
