/** Whose coordinators call: by the municipality, else the duty area, else the station. */
import { expect, it } from 'vitest'
import { areaFor } from '#core/request/whose.ts'

const here = { station: 'south', duty: 'north' }

it.each([
  ['who lives where somebody serves, by that area', 'avalon', 'west', 'west'],
  ['who lives elsewhere, by the duty area', 'elsewhere', undefined, 'north'],
  ['who does not know, by the duty area', 'dontKnow', undefined, 'north'],
  ['who was not asked, by the area of the station', undefined, undefined, 'south'],
])('%s', (_who, answered, served, area) => expect(areaFor(answered, served, here)).toBe(area))

it('where no area is on duty, by the area of the station', () => {
  expect(areaFor('elsewhere', undefined, { station: 'south' })).toBe('south')
  expect(areaFor('elsewhere', undefined, { station: 'south', duty: null })).toBe('south')
})
