/** What may follow what in a request's life, written out: a change of the table is a change of this test. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACT_BODIES } from '#core/contract/acts.ts'
import {
  ACTS,
  type Act,
  addressOf,
  DESK_ACTS,
  type DeskAct,
  HOLDS,
  type Hold,
  holdOf,
  isInHands,
  isOnce,
  isOnlyHeldLonger,
  isPossible,
  LIFE,
  LIFE_EVENTS,
  nextStatus,
  STATUSES,
  type Status,
} from '#core/request/life.ts'

type Says = { does: string; event: string; leads: Partial<Record<Status, Status>> }

/** Every act: what is done, what the log tells, and from where to where. From a status that is not named it cannot follow. */
const SAYS: Record<Act, Says> = {
  take: {
    does: 'be taken',
    event: 'request-taken',
    leads: { waiting: 'taken', taken: 'taken', reached: 'reached', unreachable: 'taken' },
  },
  release: { does: 'be let go', event: 'request-released', leads: { taken: 'waiting' } },
  attempt: {
    does: 'be tried',
    event: 'attempt-made',
    leads: { taken: 'taken', reached: 'reached' },
  },
  reached: { does: 'be said to be reached', event: 'request-reached', leads: { taken: 'reached' } },
  unreachable: {
    does: 'be given up as not reached',
    event: 'request-unreachable',
    leads: { taken: 'unreachable' },
  },
  close: {
    does: 'be closed',
    event: 'request-closed',
    leads: { taken: 'closed', reached: 'closed', unreachable: 'closed', closed: 'closed' },
  },
  transfer: {
    does: 'be handed over',
    event: 'request-transferred',
    leads: { waiting: 'waiting', taken: 'waiting', reached: 'waiting', unreachable: 'waiting' },
  },
  note: {
    does: 'be noted on',
    event: 'note-added',
    leads: { waiting: 'waiting', taken: 'taken', reached: 'reached', unreachable: 'unreachable' },
  },
  'rang-back': {
    does: 'be said to have rung',
    event: 'resident-rang-back',
    leads: { waiting: 'waiting', taken: 'taken', reached: 'reached', unreachable: 'waiting' },
  },
  undo: {
    does: 'have its last act undone',
    event: 'act-undone',
    leads: { taken: 'taken', reached: 'reached', unreachable: 'unreachable' },
  },
  free: { does: 'be freed by who leads', event: 'request-freed', leads: { taken: 'waiting' } },
  visit: {
    does: 'be given the time of a visit',
    event: 'visit-set',
    leads: { taken: 'taken', reached: 'reached' },
  },
  plan: {
    does: 'have what was agreed written down',
    event: 'plan-changed',
    leads: { taken: 'taken', reached: 'reached', closed: 'closed' },
  },
  reopen: { does: 'be opened again', event: 'request-reopened', leads: { closed: 'taken' } },
  correct: {
    does: 'be corrected by the resident',
    event: 'request-corrected',
    leads: { waiting: 'waiting', taken: 'taken', reached: 'reached', unreachable: 'waiting' },
  },
  prove: {
    does: 'be proven by the resident’s browser',
    event: 'request-proven',
    leads: { waiting: 'waiting' },
  },
  withdraw: {
    does: 'be taken back by the resident',
    event: 'request-withdrawn',
    leads: { waiting: 'withdrawn', taken: 'withdrawn', reached: 'withdrawn', unreachable: 'withdrawn' },
  },
  forward: { does: 'be brought forward', event: 'request-brought-forward', leads: { waiting: 'waiting' } },
  erase: { does: 'be erased', event: 'request-erased', leads: { closed: 'erased' } },
}

describe.each(STATUSES)('a request that is %s', (status) => {
  for (const act of ACTS) {
    const { does, leads } = SAYS[act]
    const next = leads[status]
    it(next ? `can ${does}, and is ${next} then` : `cannot ${does}`, () => {
      expect(nextStatus(status, act)).toBe(next)
    })
  }
})

describe('the log', () => {
  it.each(ACTS)('tells of %s in its own words', (act) => {
    expect(LIFE[act].event).toBe(SAYS[act].event)
  })

  it('tells of no two acts in the same words, and first that a request was received', () => {
    expect(LIFE_EVENTS[0]).toBe('request-received')
    expect(new Set(LIFE_EVENTS).size).toBe(ACTS.length + 1)
  })
})

describe('whose hands', () => {
  /** In which hands an act is possible; of every other act of the desk only in one’s own. */
  const HANDS: Partial<Record<DeskAct, Hold[]>> = {
    take: ['free', 'mine', 'lapsed'],
    transfer: ['free', 'mine'],
    note: [...HOLDS],
    'rang-back': [...HOLDS],
    free: ['lapsed', 'other'],
    reopen: [...HOLDS],
  }

  it.each(DESK_ACTS)('%s asks for are these and no others', (act) => {
    const hands = HOLDS.filter((hold) => isInHands(act, 'taken', hold))
    expect(hands).toEqual(HANDS[act] ?? ['mine'])
  })

  it('a closed request is in makes no difference: whoever of its area knows may say that it is recorded, or that a step came about', () => {
    for (const act of DESK_ACTS) {
      const free = HOLDS.filter((hold) => isInHands(act, 'closed', hold))
      expect(free).toEqual(act === 'close' || act === 'plan' ? HOLDS : (HANDS[act] ?? ['mine']))
    }
  })

  it('the desk does not ask about are the resident’s and the clock’s', () => {
    const others = ACTS.filter((act) => !(DESK_ACTS as Act[]).includes(act))
    expect(others.map((act) => [act, LIFE[act].by])).toEqual([
      ['correct', 'resident'],
      ['prove', 'resident'],
      ['withdraw', 'resident'],
      ['forward', 'clock'],
      ['erase', 'clock'],
    ])
  })

  it('a request is in ends by itself, and not before its time', () => {
    const held = { holder: 'aino', until: 1000 }
    expect(holdOf({ holder: undefined, until: undefined }, 'aino', 0)).toBe('free')
    expect(holdOf(held, 'aino', 5000)).toBe('mine')
    expect(holdOf(held, 'elias', 999)).toBe('other')
    expect(holdOf(held, 'elias', 1000)).toBe('lapsed')
    expect(holdOf({ holder: 'aino', until: undefined }, 'elias', 5000)).toBe('other')
    expect(holdOf(held, undefined, 0)).toBe('other')
  })
})

describe('beside the status', () => {
  const taken = { status: 'taken', attempts: 3, way: 'call' } as const

  it.each(STATUSES)('what cannot follow “%s” is possible in no hands, whatever else is so', (status) => {
    const cannot = DESK_ACTS.filter((act) => SAYS[act].leads[status] === undefined)
    const done = cannot.filter((act) =>
      HOLDS.some((hold) => isPossible(act, { status, attempts: 3, way: 'visit' }, hold)),
    )
    expect(done).toEqual([])
  })

  it('what can follow is still not possible in hands that may not', () => {
    expect(isPossible('release', taken, 'other')).toBe(false)
    expect(isPossible('transfer', taken, 'lapsed')).toBe(false)
  })

  it('nobody is given up before the tries of the rule were made', () => {
    expect(isPossible('unreachable', taken, 'mine')).toBe(true)
    expect(isPossible('unreachable', { ...taken, attempts: 2 }, 'mine')).toBe(false)
    const inOneDay = { ...taken, tried: { count: 3, days: 1, parts: 2 } }
    expect(isPossible('unreachable', inOneDay, 'mine')).toBe(false)
  })

  it('only who comes by is given a time', () => {
    expect(isPossible('visit', taken, 'mine')).toBe(false)
    expect(isPossible('visit', { ...taken, way: 'visit' }, 'mine')).toBe(true)
  })

  it('everything else asks for nothing, but that only what is closed is opened again', () => {
    const asking = DESK_ACTS.filter((act) =>
      HOLDS.every((hold) => !isPossible(act, { ...taken, attempts: 0 }, hold)),
    )
    expect(asking.sort()).toEqual(['reopen', 'unreachable', 'visit'])
  })
})

describe('taking', () => {
  it('again what one holds only holds it longer; from nobody, from who let it lapse or after giving up it is news', () => {
    const longer = DESK_ACTS.flatMap((act) =>
      STATUSES.flatMap((status) =>
        HOLDS.filter((hold) => isOnlyHeldLonger(act, status, hold)).map((hold) => [act, status, hold]),
      ),
    )
    expect(longer).toEqual([
      ['take', 'taken', 'mine'],
      ['take', 'reached', 'mine'],
    ])
  })
})

describe('every act', () => {
  it('has an address of its own, which is its name but for two that were plural before it', () => {
    const other = DESK_ACTS.filter((act) => addressOf(act) !== act).map((act) => [act, addressOf(act)])
    expect(other).toEqual([
      ['attempt', 'attempts'],
      ['note', 'notes'],
    ])
    expect(new Set(DESK_ACTS.map(addressOf)).size).toBe(DESK_ACTS.length)
  })

  it('that writes something anew each time is told upon which version, and no other is', () => {
    const versioned = DESK_ACTS.filter((act) =>
      Object.values(ACT_BODIES[act] ?? {}).some(({ properties }) => 'version' in properties),
    )
    expect(DESK_ACTS.filter(isOnce)).toEqual(versioned)
  })
})

type Table = (status: Status, act: Act) => Status | undefined
const ENDS: readonly Status[] = ['withdrawn', 'erased']

/** Everything that may come after a status by any acts, itself among it. */
function reach(start: Status, table: Table = nextStatus): Set<Status> {
  const seen = new Set([start])
  for (const status of seen) for (const act of ACTS) seen.add(table(status, act) ?? status)
  return seen
}

/** Statuses from which no act leads to an end. */
const trapped = (table: Table) =>
  STATUSES.filter((status) => !ENDS.some((end) => reach(status, table).has(end)))

describe('a life', () => {
  it('whatever is done in it, stays within the statuses and can still reach an end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.array(fc.constantFrom(...ACTS)), (start, acts) => {
        const last = acts.reduce((status, act) => nextStatus(status, act) ?? status, start)
        expect(STATUSES).toContain(last)
        expect(ENDS.some((end) => reach(last).has(end))).toBe(true)
      }),
    )
    expect(trapped(nextStatus)).toEqual([])
  })

  it('that could not be ended would be found (red twin)', () => {
    const deaf: Table = (status, act) =>
      status === 'unreachable' && act !== 'note' ? undefined : nextStatus(status, act)
    expect(trapped(deaf)).toEqual(['unreachable'])
    const kept: Table = (status, act) =>
      act === 'erase' || act === 'reopen' ? undefined : nextStatus(status, act)
    expect(trapped(kept)).toEqual(['closed'])
  })

  it('is over in its ends', () => {
    for (const end of ENDS) expect([...reach(end)]).toEqual([end])
  })

  it('begins waiting, and can come to every other status', () => {
    expect([...reach('waiting')].sort()).toEqual([...STATUSES].sort())
  })
})
