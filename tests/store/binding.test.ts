/** A request's columns are bound to each other: any that is changed is seen. */
import { describe, expect, it } from 'vitest'
import { bindingOf, doubtMac, isBound, isDoubted } from '../../server/store/binding.ts'
import { REQUEST_COLUMNS } from '../../server/store/rows/request.ts'
import type { CallbackRequestRow } from '../../server/store/tables.ts'
import { testKeys } from '../support/databases.ts'

const keys = testKeys()
const DOUBT = ['doubted_at', 'doubt_mac']
const NAMES = Object.keys(REQUEST_COLUMNS).filter(
  (name) => !['organisation', 'binding', ...DOUBT].includes(name),
)
const row = Object.fromEntries(
  [...NAMES, ...DOUBT].map((name, at) => [
    name,
    /text/.test(REQUEST_COLUMNS[name as 'id']) ? `v1.${name}.${'x'.repeat(22)}` : at,
  ]),
) as CallbackRequestRow
const bound = { ...row, binding: bindingOf(keys, 'example', row) }
const holds = (changed: object, organisation = 'example', with_ = keys) =>
  isBound(with_, organisation, { ...bound, ...changed })

describe('the binding of a request', () => {
  it('holds as it was written, in its organisation, under its key', () => {
    expect(holds({})).toBe(true)
    expect(holds({}, 'other')).toBe(false)
    expect(holds({}, 'example', testKeys())).toBe(false)
  })

  it.each(NAMES)('does not hold when %s is another, or none', (name) => {
    expect(holds({ [name]: 'v1.other.zzzzzzzzzzzzzzzzzzzzzz' })).toBe(false)
    if (name !== 'sealed') expect(holds({ [name]: null })).toBe(false)
  })

  it.each([null, '', '.', 'x.y', bound.binding.slice(0, -1), bound.binding.replace('.', '')])(
    'is not %j',
    (binding) => expect(holds({ binding })).toBe(false),
  )

  it('stays when a column is added that stands empty in older rows', () => {
    const { folded_under, ...older } = row
    const binding = bindingOf(keys, 'example', { ...older, folded_under: null })
    expect(isBound(keys, 'example', { ...row, folded_under: null, binding })).toBe(true)
    expect(isBound(keys, 'example', { ...row, folded_under, binding })).toBe(false)
  })

  it('of a line is looked at without the contents', () => {
    const { sealed: _, ...line } = bound
    expect(isBound(keys, 'example', line)).toBe(true)
    expect(isBound(keys, 'example', { ...line, area: 'other' })).toBe(false)
  })
})

describe('a lead’s doubt', () => {
  const doubted = {
    ...bound,
    area: 'south',
    aside: 2,
    received_at: 7,
    doubted_at: 7,
    doubt_mac: doubtMac(keys, 'example', 'south', 7),
  }
  const stands = (changed: object) => isDoubted(keys, 'example', { ...doubted, ...changed })

  it('is bound to its area and instant, for all of them at once, and to what stands aside', () => {
    expect(stands({ id: 'another' })).toBe(true)
    for (const changed of [
      { area: 'north' },
      { doubted_at: 8 },
      { doubted_at: null },
      { doubt_mac: null },
      { aside: null },
      // the doubt of another, copied onto the row of one who told of danger, or who came after it
      { aside: 1 },
      { received_at: 8 },
    ])
      expect([changed, stands(changed)]).toEqual([changed, false])
  })
})
