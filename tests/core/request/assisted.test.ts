/** The line between the desk and the conversation that it frames: only its own words are heard, in their own shape. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFromAssisted, readToAssisted } from '#core/request/assisted.ts'

const card = {
  ...{ station: 'laukaa', revision: 'r1', language: 'fi', on: '2026-11-24' },
  answers: { topics: ['money'], coping: 3, story: 'dontKnow' },
}
const FROM = [
  { assisted: 'ready' },
  { assisted: 'alive' },
  { assisted: 'done' },
  { assisted: 'card', card },
  { assisted: 'said', said: 'Vuokra' },
]
const TO = [{ assisted: 'close' }, { assisted: 'language', language: 'sv' }]

describe('the line between the desk and the conversation in its frame', () => {
  it('carries each of its words as it was told', () => {
    for (const told of FROM) expect(readFromAssisted(told)).toEqual(told)
    for (const told of TO) expect(readToAssisted(told)).toEqual(told)
  })

  it('hears nothing of the other direction, of a host page’s loader, or of a word with something beside it', () => {
    for (const told of [...TO, { kynnys: 'ready' }, { kynnys: 'exit', to: 'https://example.com' }])
      expect(readFromAssisted(told)).toBeUndefined()
    for (const told of [...FROM, { assisted: 'language', language: 7 }])
      expect(readToAssisted(told)).toBeUndefined()
    for (const told of FROM) expect(readFromAssisted({ ...told, name: 'Veera' })).toBeUndefined()
    for (const told of TO) expect(readToAssisted({ ...told, more: 1 })).toBeUndefined()
  })

  it('hears no card with another field, a missing one, or an answer that is none', () => {
    const others = [
      { ...card, contact: { phone: '040 123 4567' } },
      { ...card, on: undefined },
      { ...card, answers: { topics: { more: 1 } } },
      { ...card, answers: { topics: [1] } },
      { ...card, answers: ['money'] },
    ]
    for (const other of others) expect(readFromAssisted({ assisted: 'card', card: other })).toBeUndefined()
  })

  it('survives whatever is told to it', () => {
    fc.assert(
      fc.property(fc.anything(), (told) => {
        expect(readFromAssisted(told)).toBeUndefined()
        expect(readToAssisted(told)).toBeUndefined()
      }),
    )
  })
})
