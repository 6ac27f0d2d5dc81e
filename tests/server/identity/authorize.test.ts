/** Who may do what, written out: every role and every action, so that a change of the table is a change of this test. */
import { describe, expect, it } from 'vitest'
import type { Me } from '#core/contract/desk.ts'
import { ROLES, type Role } from '#core/request/choices.ts'
import { doors } from '../../../desk/shell/pages.ts'
import { type Action, areasFor, authorize, MAY } from '../../../server/identity/authorize.ts'

const organisation = 'o'
const REQUEST: Action[] = [
  'request.read',
  'request.take',
  'request.release',
  'request.attempt',
  'request.reached',
  'request.unreachable',
  'request.close',
  'request.transfer',
  'request.note',
  'request.rang-back',
  'request.undo',
  'request.visit',
  'request.reopen',
  'request.plan',
  'request.find',
  'request.assist',
]

/** Of a request in `south`, asked by somebody who looks after `south` or only `north`. */
const MATRIX: Record<Role, { south: Action[]; north: Action[] }> = {
  coordinator: { south: ['queue.read', 'live.listen', ...REQUEST], north: ['live.listen'] },
  lead: {
    south: ['queue.read', 'live.listen', 'aside.judge', 'figures.read', 'request.free', ...REQUEST],
    north: ['queue.read', 'live.listen', 'aside.judge', 'figures.read', 'request.free', ...REQUEST],
  },
  editor: { south: ['content.edit'], north: ['content.edit'] },
  admin: { south: ['staff.manage', 'area.manage'], north: ['staff.manage', 'area.manage'] },
  auditor: { south: ['access-log.read'], north: ['access-log.read'] },
}
const actions = Object.keys(MAY) as Action[]
const subject = (roles: Role[], areas: string[]) => ({ organisation, roles, areas })

describe('authorize', () => {
  it.each(ROLES)('lets a %s do this and nothing else', (role) => {
    for (const mine of ['south', 'north'] as const) {
      const may = actions.filter((action) =>
        authorize(subject([role], [mine]), action, { organisation, area: 'south' }),
      )
      expect(may.sort()).toEqual([...MATRIX[role][mine]].sort())
    }
  })

  it('knows every action and every role in its table', () => {
    const named = new Set(Object.values(MATRIX).flatMap(({ south }) => south))
    expect([...named].sort()).toEqual([...actions].sort())
  })

  it('adds roles up, and nobody without one may do anything', () => {
    const both = subject(['admin', 'coordinator'], ['south'])
    expect(authorize(both, 'request.read', { organisation, area: 'south' })).toBe(true)
    expect(authorize(both, 'request.read', { organisation, area: 'west' })).toBe(false)
    for (const action of actions)
      expect(authorize(subject([], ['south']), action, { organisation })).toBe(false)
  })

  it('opens a collection to whoever works in one of its areas: it shows only what is in reach', () => {
    expect(authorize(subject(['coordinator'], ['south']), 'queue.read', { organisation })).toBe(true)
    expect(authorize(subject(['editor'], ['south']), 'queue.read', { organisation })).toBe(false)
  })

  it('stops at the organisation, whatever the role', () => {
    for (const action of actions)
      expect(
        authorize(subject([...ROLES], ['south']), action, { organisation: 'other', area: 'south' }),
      ).toBe(false)
  })

  it('says in which areas', () => {
    const all = ['south', 'west', 'north']
    expect(areasFor(subject(['coordinator'], ['west', 'east']), 'queue.read', all)).toEqual(['west'])
    expect(areasFor(subject(['lead'], []), 'queue.read', all)).toEqual(all)
    expect(areasFor(subject(['admin'], all), 'queue.read', all)).toEqual([])
  })

  it('lets enter the wing of callbacks who may see its queue, and nobody else', () => {
    const [callbacks] = doors.filter(({ name }) => name === 'callbacks')
    const enters = ROLES.filter((role) => callbacks?.mayEnter({ roles: [role] } as Me))
    const sees = ROLES.filter((role) => authorize(subject([role], ['south']), 'queue.read', { organisation }))
    expect(enters).toEqual(sees)
  })
})
