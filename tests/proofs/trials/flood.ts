/** Thirty true residents of three areas, and a sender who wants all of the calendar: what each of the thirty is promised. */
import { randomInt } from 'node:crypto'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { HOUR, testClock } from '../../support/clock.ts'

/** A municipality of each of the three areas. */
const PLACES = ['410', '172', '249']
const RESIDENTS = 30
const MORNING = Date.parse('2026-11-23T06:00:00Z')
const at = (instant: number) => new Date(instant).toISOString()

export type Flood = {
  name: string
  posts: number
  /** the address of the n-th post */
  from: (post: number) => string
}

export const floods = (posts: number): Flood[] => [
  { name: 'one IPv4 address', posts, from: () => '203.0.113.7' },
  {
    name: 'one /48 of IPv6',
    posts,
    from: (post) => `2001:db8:7:${(post % 65_536).toString(16)}::${1 + (post % 9)}`,
  },
  { name: '200 networks', posts, from: (post) => `198.${18 + (post % 2)}.${(post >> 1) % 100}.9` },
]

/** An address of one's own for each true resident, as households have them. */
const homeOf = (resident: number) => `192.0.2.${1 + resident}`

/** As a program sends them: numbers nobody has been called at, visits among them, every third says that it is today. */
function invented(revision: string, post: number) {
  const municipality = PLACES[post % PLACES.length] ?? ''
  const body = asking(revision, {
    contact: post % 4 === 0 ? { way: 'visit' } : { phone: `040 ${randomInt(1_000_000, 9_999_999)}` },
  })
  const answers = { ...body.answers, municipality, ...(post % 3 === 0 && { 'when-needed': 'today' }) }
  return post % 4 === 0 ? { ...body, answers, contact: { way: 'visit' as const } } : { ...body, answers }
}

export type Promised = { resident: number; area: number; day: string | undefined; asideFirst: boolean }
/** @returns the day that it brings */
export type Solve = (
  test: TestApp,
  receipt: { id: string; proof?: unknown },
  code: string,
  remoteAddress: string,
) => Promise<string | undefined>
export type Trial = {
  promised: Promised[]
  stored: number
  refused: number
}

/**
 * A morning of three hours: residents come one by one, the flood between them.
 * @param env of the server: what is claimed is limited as it ships unless this says otherwise
 * @param solve does the work that is asked of a true resident
 */
export async function morning(
  engine: 'sqlite' | 'postgres',
  flood: Flood | undefined,
  env: Record<string, string> = {},
  solve?: Solve,
): Promise<Trial> {
  const clock = testClock(at(MORNING))
  const test = await build({ engine, clock, env: { LIMIT_CLAIMS: '100', ...env } })
  const { revision } = test.content.current()
  const post = (body: object, remoteAddress: string) =>
    test.app.inject({ method: 'POST', url: '/api/callback-requests', payload: body, remoteAddress })
  const promised: Promised[] = []
  let stored = 0
  let refused = 0
  let sent = 0
  const rush = async (until: number) => {
    while (flood && sent < until) {
      const some = Array.from({ length: Math.min(50, until - sent) }, () => sent++)
      const answers = await Promise.all(some.map((each) => post(invented(revision, each), flood.from(each))))
      stored += answers.filter(({ statusCode }) => statusCode === 201).length
      refused += answers.filter(({ statusCode }) => statusCode !== 201).length
    }
  }
  for (let resident = 0; resident < RESIDENTS; resident++) {
    clock.set(at(MORNING + (resident * 3 * HOUR) / RESIDENTS))
    await rush(Math.ceil(((resident + 1) * (flood?.posts ?? 0)) / RESIDENTS))
    const area = resident % PLACES.length
    const body = asking(revision)
    const answers = { ...body.answers, municipality: PLACES[area] ?? '' }
    const answer = await post({ ...body, answers }, homeOf(resident))
    const receipt = answer.json()
    const first: string | undefined = receipt.promise?.day
    const later = first ?? (await solve?.(test, receipt, body.code, homeOf(resident)))
    promised.push({ resident, area, day: later, asideFirst: first === undefined })
  }
  await test.close()
  return { promised, stored, refused }
}
