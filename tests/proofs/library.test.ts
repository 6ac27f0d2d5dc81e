/** A library is not a wall: many who share one address, mistakes and second tries among them, beside one who sends invented requests from it. */
import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { build } from '../support/app.ts'
import { asking } from '../support/asking.ts'
import { HOUR, testClock } from '../support/clock.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { long } from '../support/long.ts'

const PROOF = 'library'
const LONG = 1_800_000
const ENGINES = size(['sqlite'] as const, ['sqlite', 'postgres'] as const)
const LIBRARY = '203.0.113.7'
const SECOND = 1000
const MORNING = Date.parse('2026-11-23T06:00:00Z')
const RESIDENTS = size(4, 60)
/** What an installation has that says nothing of it. */
const USUAL = String(readConfig({}).limits.requests.max)
/** The page's own pauses between tries, in seconds (`widget/state/sending.ts`), or as long as the answer says. */
const PAUSES = [3, 10, 20, 40, 60, 60]
/** After those somebody presses again, once a minute. */
const PRESSED = 60

type Due = { at: number; does(now: number): Promise<void> }

type Kind = { refusedFor: (now: number) => number | undefined }
/** A wall as many have it: so many in an hour by the clock, and nobody after them until the next one. */
function wall(most: number): Kind {
  let hour = -1
  let used = 0
  return {
    refusedFor(now) {
      const current = Math.floor(now / HOUR)
      if (current !== hour) used = 0
      hour = current
      used += 1
      return used > most ? Math.ceil(((current + 1) * HOUR - now) / SECOND) : undefined
    },
  }
}

/**
 * An hour in one building. Each resident mistypes a number once, sends, sends the same once more as after a lost line, looks by the code, corrects, and
 * every third takes it back; who is told to come again does. A program sends from the same address all the time.
 * @param flood posts of it in the hour @param kept another limit that stands before the server
 */
async function anHour(engine: 'sqlite' | 'postgres', flood: number, kept?: Kind) {
  const clock = testClock(new Date(MORNING).toISOString())
  const env = { LIMIT_REQUESTS: kept ? '1000000' : USUAL, LIMIT_CLAIMS: '100', LIMIT_CODES: '120' }
  const test = await build({ engine, clock, env })
  const { revision } = test.content.current()
  const line: Due[] = []
  const later = (at: number, does: Due['does']) => void line.push({ at, does })
  const post = async (payload: object, now: number) => {
    const seconds = kept?.refusedFor(now)
    if (seconds !== undefined) return { status: 429, retryAfter: seconds }
    const request = { url: '/api/callback-requests', payload, remoteAddress: LIBRARY } as const
    const answer = await test.app.inject({ method: 'POST', ...request })
    return { status: answer.statusCode, retryAfter: Number(answer.json().retryAfter ?? 0) }
  }
  const own = async (method: 'GET' | 'PATCH' | 'DELETE', code: string, payload?: object) => {
    const headers = { authorization: `Bearer ${code}` }
    const request = { url: '/api/callback-requests/mine', headers, remoteAddress: LIBRARY }
    return (await test.app.inject({ method, ...request, ...(payload && { payload }) })).statusCode
  }
  const waited: number[] = []
  let refusals = 0
  let refusedByCode = 0
  const follow = async (code: string, takesBack: boolean) => {
    const contact = { phone: `040 ${randomInt(1_000_000, 9_999_999)}` }
    const all = [await own('GET', code), await own('PATCH', code, { contact })]
    if (takesBack) all.push(await own('DELETE', code))
    refusedByCode += all.filter((status) => status > 204).length
  }
  const resident = (each: number, begins: number) => {
    const body = asking(revision)
    const tries = (count: number) => async (now: number) => {
      const { status, retryAfter } = await post(body, now)
      if (status === 201) {
        waited.push((now - begins) / SECOND)
        await post(body, now)
        return follow(body.code, each % 3 === 0)
      }
      refusals += 1
      return later(now + Math.max(PAUSES[count] ?? PRESSED, retryAfter) * SECOND, tries(count + 1))
    }
    later(begins, async (now) => {
      await post({ ...body, contact: { ...body.contact, phone: '12' } }, now)
      later(now + 5 * SECOND, tries(0))
    })
  }
  for (let each = 0; each < RESIDENTS; each++) resident(each, MORNING + Math.round((each * HOUR) / RESIDENTS))
  let invented = 0
  for (let each = 0; each < flood; each++)
    later(MORNING + Math.round((each * HOUR) / flood), async (now) => {
      if ((await post(asking(revision), now)).status === 201) invented += 1
    })
  // who came last has an hour more
  while (line.length > 0) {
    line.sort((one, other) => other.at - one.at)
    const next = line.pop() as Due
    if (next.at > MORNING + 2 * HOUR) break
    clock.set(new Date(next.at).toISOString())
    await next.does(next.at)
  }
  await test.close()
  return {
    residents: RESIDENTS,
    'stored of them': waited.length,
    'slowest (s)': Math.round(Math.max(...waited)),
    'times that a page was told to come again': refusals,
    'codes refused': refusedByCode,
    'posts of the program': flood,
    'stored of those': invented,
  }
}

/** One in three or four seconds, all the hour. */
const BUSY = size(50, 1000)
const MINUTE_S = 60

describe.each(ENGINES)('one address of a library (%s)', (engine) => {
  it('is no wall: mistakes, second tries and codes of many leave room for the last of them', {
    timeout: LONG,
  }, async () => {
    const seen = await anHour(engine, BUSY)
    expect(seen).toMatchObject({ 'stored of them': RESIDENTS, 'codes refused': 0 })
    expect(seen['slowest (s)']).toBeLessThanOrEqual(MINUTE_S)
    tell(PROOF, `${engine}: an hour beside ${BUSY} invented requests`, seen)
  })

  long(
    'beside more than its room codes open as ever; how long others wait is told, not promised',
    {
      timeout: LONG,
    },
    async () => {
      const seen = await anHour(engine, 5 * BUSY)
      expect(seen['codes refused']).toBe(0)
      tell(PROOF, `${engine}: an hour beside ${5 * BUSY} invented requests (told, not promised)`, seen)
    },
  )

  long('red twin: a wall of 300 an hour shuts out who comes last', { timeout: LONG }, async () => {
    const seen = await anHour(engine, BUSY, wall(300))
    expect(seen['slowest (s)']).toBeGreaterThan(5 * MINUTE_S)
    tellTwin(PROOF, `${engine}: a wall of 300 requests an hour, each counted whole`, seen)
  })
})
