/** Services that advice sends people to: without a number on the worklist, shown once somebody has called them, to whom they serve. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Promises } from '#core/contract/promise.ts'
import { OPERATOR } from '../../../server/place/change.ts'
import { differences } from '../../../server/place/differs.ts'
import { readNumbers } from '../../../server/place/numbers.ts'
import { setFact } from '../../../server/place/set.ts'
import { readState } from '../../../server/place/state.ts'
import { verifyNumber } from '../../../server/place/verify.ts'
import { build, type TestApp } from '../../support/app.ts'
import { loadArea } from '../../support/content.ts'

const ADMIN = { person: 'demo-marja', ground: 'admin' as const }
const HERE = '014 555 0101'
const ALL = '014 555 0202'

let server: TestApp
let today: string
beforeAll(async () => {
  server = await build()
  today = new Date(server.clock.now()).toISOString().slice(0, 10)
})
afterAll(() => server.close())

const deps = () => ({
  store: server.store,
  organisation: server.organisation,
  clock: server.clock,
  spokenOf: () => ({ routed: [] }),
})
const worklist = () => server.store.read(server.organisation, (view) => readNumbers(view, today))
const stateOf = async (id: string) => (await worklist()).find((row) => row.id === `line:${id}`)
const tells = async (area: string) => {
  const { areas } = (await server.app.inject('/api/promises?station=laukaa')).json<Promises>()
  return areas.find((one) => one.area === area)?.services
}
const page = async (path: string) => (await server.app.inject(`/chat/fi/advice${path}`)).body
const call = (number: string) => `href="tel:${number.replaceAll(' ', '')}"`
const FOUND_ON_PAGE = 'Emme ole tarkistaneet numeroa.'

const tell = (line: string, number: string) =>
  setFact(deps(), OPERATOR, 'lines', line, { validFrom: today, number })
const verify = (line: string, reached = true) =>
  verifyNumber(deps(), ADMIN, `line:${line}`, { reached, by: 'Marja' })

describe('a service', () => {
  it('without a number stands on the worklist after the help lines, and its advice leads to the page', async () => {
    const rows = await worklist()
    const { lines, services = [] } = loadArea().lines
    expect(rows.slice(0, lines.length).every(({ state }) => state !== 'missing')).toBe(true)
    expect(rows.filter(({ state }) => state === 'missing')).toHaveLength(services.length)
    expect(await stateOf('mental-first-line-north')).toMatchObject({ value: '', shown: false })
    expect(await tells('north')).toBeUndefined()
    expect(await page('/mental-health?station=laukaa')).toContain(FOUND_ON_PAGE)
  })

  it('is no help line: none of the pages shows it among those', async () => {
    await tell('elder-guidance', ALL)
    await verify('elder-guidance')
    const { body } = await server.app.inject('/chat/fi?station=laukaa')
    expect(body).not.toContain(ALL)
    expect((await server.app.inject('/chat/fi/nothing')).body).not.toContain(ALL)
  })

  it('that nobody has called is not shown (red twin: called, it is)', async () => {
    await tell('mental-first-line-north', HERE)
    expect(await stateOf('mental-first-line-north')).toMatchObject({ state: 'unverified', shown: false })
    expect((await tells('north'))?.['mental-first-line']).toBeUndefined()
    expect(await page('/mental-health?station=laukaa')).not.toContain(call(HERE))
    await verify('mental-first-line-north')
    expect(await stateOf('mental-first-line-north')).toMatchObject({ state: 'verified', shown: true })
    expect(await page('/mental-health?station=laukaa')).toContain(call(HERE))
  })

  it('is shown with its name and hours to those of its area alone, on the item’s page and on that of all advice', async () => {
    const own = await page('/mental-health?station=laukaa')
    expect(own).toContain('<b>Mielenterveys- ja päihdepalvelujen ensilinja</b>')
    expect(own).toContain('<small>ma–to klo 8–16, pe klo 8–15.</small>')
    expect(own).not.toContain(FOUND_ON_PAGE)
    expect(await page('?station=laukaa')).toContain(call(HERE))
    for (const elsewhere of ['/mental-health?station=joutsa', '/mental-health', '?station=joutsa'])
      expect(await page(elsewhere), elsewhere).not.toContain(call(HERE))
    expect((await tells('north'))?.['mental-first-line']).toEqual({ number: HERE })
    expect((await tells('south'))?.['mental-first-line']).toBeUndefined()
  })

  it('of every area is shown everywhere, also where no station was named', async () => {
    expect((await tells('south'))?.['elder-guidance']).toEqual({ number: ALL })
    for (const query of ['?station=joutsa', '']) expect(await page(`/home-care${query}`)).toContain(call(ALL))
  })

  it('that leads elsewhere is not shown any more', async () => {
    await verify('elder-guidance', false)
    expect(await page('/home-care')).not.toContain(call(ALL))
    expect(await stateOf('elder-guidance')).toMatchObject({ state: 'wrong', shown: false })
  })

  it('may serve an area that is there, and is compared with the folder', async () => {
    await expect(
      setFact(deps(), OPERATOR, 'lines', 'kitchen', {
        ...{ validFrom: today, number: null, position: 90, source: 'a test' },
        ...{ service: 'kitchen', area: 'nowhere' },
      }),
    ).rejects.toMatchObject({ code: 'invalid-field' })
    const state = await server.store.read(server.organisation, (view) => readState(view, today))
    const said = differences(loadArea(), state).filter((one) => one.includes('lines/'))
    expect(said).toHaveLength(2)
    expect(said.join()).toContain('lines/mental-first-line-north')
  })
})

describe('a number that the folder has', () => {
  const shownUntil = async (nextCheck: string) => {
    const area = loadArea()
    const called = { number: ALL, verifiedOn: '2026-09-01', verifiedBy: 'Aino', nextCheck, source: 'a test' }
    const services = [{ service: 'elder-guidance', ...called }]
    const app = await build({ area: { ...area, lines: { ...area.lines, services } } })
    const { body } = await app.app.inject('/chat/fi/advice/home-care')
    await app.close()
    return body.includes(call(ALL))
  }

  it('is shown until the day on which it is called again', async () => {
    expect(await shownUntil('2026-11-24')).toBe(true)
    expect(await shownUntil('2026-11-23')).toBe(false)
  })
})

describe('a place that has no services', () => {
  it('shows everything as before', async () => {
    const area = loadArea()
    const { services: _, ...lines } = area.lines
    const without = await build({ area: { ...area, lines } })
    const { body, statusCode } = await without.app.inject('/chat/fi/advice/mental-health?station=laukaa')
    expect([statusCode, body.includes(FOUND_ON_PAGE)]).toEqual([200, true])
    await without.close()
  })
})
