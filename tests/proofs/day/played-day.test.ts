/** A whole working day is played on a clock set by hand: every promise is kept or shown broken, and the figures are those of somebody who counted beside it. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { countFigures } from '../../../server/statistics/count.ts'
import { size, tell, tellTwin } from '../../support/evidence.ts'
import { longDescribe } from '../../support/long.ts'
import { type DayOptions, type Played, play } from './day.ts'
import { fateOf, figuresOf, firstTry } from './recorder.ts'
import { disagreements } from './told.ts'

const PROOF = 'played day'
const SEED = Number(process.env.KYNNYS_SEED ?? 20_261_124)
const LONG = 1_800_000
const DAY = { requests: size(20, 110), fakes: 20, phoneCalls: size(3, 10), seed: SEED }
const WEEK = '2026-W48'

const open: Played[] = []
afterEach(async () => {
  vi.doUnmock('../../../server/statistics/row.ts')
  for (const { world } of open.splice(0)) await world.app.close()
})

async function played(options: Pick<DayOptions, 'engine'>, how: typeof play = play): Promise<Played> {
  const day = await how({ ...DAY, ...options })
  open.push(day)
  return day
}

/** The log, as far as it tells of what the day’s people did. */
async function heard({ world, recorder }: Played) {
  const types = new Set(recorder.said.map(({ type }) => type))
  const { store, organisation } = world.app
  const events = await store.read(organisation, (view) => view.log.after(0, 100_000))
  return events
    .filter(({ type, request }) => types.has(type as never) && request !== undefined)
    .map(({ type, request, at, actor }) =>
      line({ type, request: request as string, at: Date.parse(at), ...(actor && { actor }) }),
    )
    .sort()
}
const line = ({
  type,
  request,
  at,
  actor = '–',
}: {
  type: string
  request: string
  at: number
  actor?: string
}) => `${new Date(at).toISOString()} ${request} ${type} ${actor}`

async function figures({ world, recorder }: Played) {
  await countFigures(world.app.store, world.app.organisation, world.clock.now())
  const due = figuresOf([...recorder.kept.values()])
  return { due, wrong: disagreements(await world.figures(WEEK), due) }
}

/** What each request’s page says of its promise, beside what the recorder knows. */
async function promises({ world, recorder }: Played) {
  const wrong: string[] = []
  for (const one of recorder.kept.values()) {
    if (one.resident.isFake || one.resident.sibling) continue
    const { row } = await world.open('marja', one.resident.body.id)
    const tried = row.firstAttemptAt === undefined ? undefined : Date.parse(row.firstAttemptAt)
    if (tried !== firstTry(one) || Date.parse(row.promise?.until ?? '') !== one.promise?.until)
      wrong.push(`${row.reference}: ${row.firstAttemptAt} ${row.promise?.until}`)
  }
  return wrong
}

describe.each(['sqlite', 'postgres'] as const)('a working day (%s)', (engine) => {
  it('keeps every promise or shows it broken, and its figures and log are those of who stood beside it', {
    timeout: LONG,
  }, async () => {
    const day = await played({ engine })
    expect(day.complaints, `seed ${SEED}`).toEqual([])
    expect(await promises(day)).toEqual([])
    const { due, wrong } = await figures(day)
    expect(wrong, `seed ${SEED}`).toEqual([])
    expect(await heard(day)).toEqual(day.recorder.said.map(line).sort())
    const all = [...day.recorder.kept.values()]
    // otherwise nothing was tried
    expect(due.promise.broken ?? 0).toBeGreaterThan(0)
    expect(due.count).toBeGreaterThan(DAY.requests * 0.9)
    tell(PROOF, `${engine}: a day of three desks, one illness, one closure`, {
      requests: all.filter(({ resident }) => !resident.isFake).length,
      fakes: all.filter(({ resident }) => resident.isFake).length,
      events: day.recorder.said.length,
      ...due.promise,
      open: due.open,
      reached: due.contact.reached ?? 0,
      unknown: all.filter((one) => !one.resident.isFake && fateOf(one, day.world.clock.now()) === 'open')
        .length,
    })
  })
})

longDescribe('the recorder of a working day', () => {
  it('red twin: a try without an answer that is counted as contact is found out', {
    timeout: LONG,
  }, async () => {
    vi.resetModules()
    vi.doMock('../../../server/statistics/row.ts', async (original) => {
      const real = await original<typeof import('../../../server/statistics/row.ts')>()
      return {
        statisticsOf(...told: Parameters<typeof real.statisticsOf>) {
          const row = real.statisticsOf(...told)
          return { ...row, minutes_to_contact: row.minutes_to_contact ?? row.minutes_to_attempt }
        },
      }
    })
    const { play: broken } = await import('./day.ts')
    const day = await played({ engine: 'sqlite' }, broken)
    const { wrong } = await figures(day)
    expect(wrong.join('\n')).toContain('contact')
    tellTwin(PROOF, 'sqlite: a try without an answer counts as contact', { disagreements: wrong.length })
  })
})
