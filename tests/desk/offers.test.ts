/** The desk offers what the table of a request’s life allows, and nothing else. */
import { describe, expect, it } from 'vitest'
import { DESK_ACTS, type DeskAct, HOLDS, type Hold, isPossible, STATUSES } from '#core/request/life.ts'
import { allowedActs } from '../../desk/callbacks/request/allowed.ts'
import { dueOf } from '../../desk/callbacks/state/due.ts'
import { request } from './people.ts'

type Row = ReturnType<typeof request>['row']
type Offers = (row: Row, hold: Hold) => DeskAct[]

const rows: Row[] = STATUSES.flatMap((status) =>
  [0, 1].flatMap((attempts) =>
    (['call', 'visit'] as const).map((way) => request({ row: { status, attempts, way } }).row),
  ),
)
const situations = rows.flatMap((row) => HOLDS.map((hold) => ({ row, hold })))
const named = ({ status, attempts, way }: Row, hold: Hold, act: DeskAct) =>
  `${status}, ${hold}, ${way}, ${attempts} attempts: ${act}`

/** Acts that are offered and that the table refuses. */
const beyond = (offers: Offers) =>
  situations.flatMap(({ row, hold }) =>
    offers(row, hold)
      .filter((act) => !isPossible(act, row, hold))
      .map((act) => named(row, hold, act)),
  )

/** Acts that the table allows and that are not offered. */
const kept = (offers: Offers) =>
  situations.flatMap(({ row, hold }) =>
    DESK_ACTS.filter((act) => isPossible(act, row, hold) && !offers(row, hold).includes(act)).map((act) =>
      named(row, hold, act),
    ),
  )

/** To who leads: everything that is offered to anybody. */
const toLead: Offers = (row, hold) => allowedActs(row, hold, true)

describe('the desk', () => {
  it('offers nothing that the table refuses', () => {
    expect(beyond(toLead)).toEqual([])
  })

  it('that offered more would be found (red twin)', () => {
    const eager: Offers = (row, hold) => [...allowedActs(row, hold), 'unreachable']
    expect(beyond(eager)).toContain('taken, mine, call, 0 attempts: unreachable')
    expect(beyond(eager)).toContain('waiting, free, call, 1 attempts: unreachable')
  })

  it('keeps back only to take again what is mine, and what has a place of its own: that it is recorded, and the way back', () => {
    const apart = kept(toLead).filter((what) => !/^(taken|reached), mine, .*: take$/.test(what))
    expect(apart.filter((what) => !/(^closed, .*: close|: undo)$/.test(what))).toEqual([])
  })

  it('that kept back more would be found (red twin)', () => {
    const shy: Offers = (row, hold) => toLead(row, hold).filter((act) => act !== 'transfer')
    expect(kept(shy)).toContain('waiting, free, call, 0 attempts: transfer')
  })

  it('offers every act at some time of the request’s life', () => {
    const offered = new Set(situations.flatMap(({ row, hold }) => allowedActs(row, hold, true)))
    expect([...offered, 'undo'].sort()).toEqual([...DESK_ACTS].sort())
  })

  it('offers to one who looks on what is heard on the phone, and to who leads to free it', () => {
    for (const row of rows) {
      const isOpen = ['waiting', 'taken', 'reached', 'unreachable'].includes(row.status)
      const closed = row.status === 'closed' ? ['reopen', 'plan'] : []
      expect(allowedActs(row, 'other')).toEqual(isOpen ? ['note', 'rang-back'] : closed)
      expect(allowedActs(row, 'other', true).includes('free')).toBe(row.status === 'taken')
    }
  })

  it('has its buttons in the order in which a matter goes on', () => {
    const held = (status: Row['status']) =>
      allowedActs(request({ row: { status, attempts: 1 } }).row, 'mine').join(' ')
    const often = request({ row: { status: 'taken', attempts: 3 } }).row
    expect(allowedActs(often, 'mine').join(' ')).toBe(
      'attempt reached close note plan rang-back transfer release unreachable',
    )
    expect(allowedActs(request().row, 'free').join(' ')).toBe('take note rang-back transfer')
    expect(held('taken')).toBe('attempt reached close note plan rang-back transfer release')
    expect(held('reached')).toBe('close plan note rang-back attempt transfer')
    expect(held('unreachable')).toBe('take close note rang-back transfer')
  })
})

describe('a visit', () => {
  const visit = { station: 'laukaa', day: '2026-11-30', from: '09:00', to: '12:00' }
  const held = (row: Parameters<typeof request>[0] = {}) =>
    allowedActs(request({ ...row, row: { status: 'taken', ...row.row } }).row, 'mine')

  it('asks for its time before anything else, until it is set; then the time can be changed', () => {
    expect(held({ row: { way: 'visit' } })[0]).toBe('visit')
    expect(held({ row: { way: 'visit', visit } })[0]).toBe('attempt')
    expect(held({ row: { way: 'visit', visit } })).toContain('visit')
  })

  it('is not offered to who is called', () => {
    expect(held()).not.toContain('visit')
  })

  it('is late only when its time has gone by, whatever the promise was', () => {
    const { row } = request({ promised: -600, row: { way: 'visit', visit } })
    const at = (moment: string) => dueOf(row, Date.parse(moment))
    expect(at('2026-11-29T12:00:00+02:00')).toBe('later')
    expect(at('2026-11-30T11:59:00+02:00')).toBe('today')
    expect(at('2026-11-30T12:00:00+02:00')).toBe('overdue')
    expect(dueOf({ ...row, visit: undefined } as never, Date.parse(row.promise?.until ?? '') + 1)).toBe(
      'overdue',
    )
  })
})
