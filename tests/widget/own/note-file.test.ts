/** A conversation as a file: what it holds, and what is taken for one. */
import { describe, expect, it } from 'vitest'
import { fitting, nameOf, readNote, written } from '../../../widget/own/note-file.ts'
import type { Talk } from '../../../widget/state/conversation.ts'
import { loadDialogue } from '../../support/content.ts'

const talk = {
  used: { needs: ['housing'] },
  hidden: [],
  on: '2026-12-22',
  said: 'Salaista',
} as unknown as Talk
const note = { kynnys: 1, on: '2026-12-22', revision: 'r1', answers: { needs: ['housing'] }, hidden: [] }
const withNote = (other: object) => JSON.stringify({ ...note, ...other })

describe('a note to go on from', () => {
  it('holds the answers, the day and the revision, and nothing that was typed beside them', () => {
    expect(JSON.parse(written(talk, 'r1'))).toEqual(note)
    expect(nameOf('2026-12-22')).toBe('kynnys-2026-12-22.json')
  })

  it('is read as it was written', () => {
    const { kynnys: _, ...whole } = note
    expect(readNote(written(talk, 'r1'))).toEqual(whole)
  })

  it.each<[string, string, 'foreign' | 'damaged']>([
    ['nothing', '', 'foreign'],
    ['a picture', '\u0089PNG', 'foreign'],
    ['a list', '[1]', 'foreign'],
    ['something of another program', '{"answers":{}}', 'foreign'],
    ['a half of ours', written(talk, 'r1').slice(0, 40), 'damaged'],
    ['a shape to come', withNote({ kynnys: 2 }), 'damaged'],
    ['a day that is none', withNote({ on: '2026-02-30' }), 'damaged'],
    ['answers that are a list', withNote({ answers: ['housing'] }), 'damaged'],
    ['a danger that is no name', withNote({ hidden: [{}] }), 'damaged'],
  ])('is not seen in %s', (_what, text, told) => {
    expect(readNote(text)).toBe(told)
  })
})

describe('what fits of it today', () => {
  const dialogue = loadDialogue()
  const fits = (answers: object) => fitting(dialogue, { answers: answers as never }, '2026-12-22')

  it('is all of it where nothing has changed, what was left open too', () => {
    const answers = { strip: ['no-basics'], needs: ['housing'], asker: 'self', 'housing/trouble': 'dontKnow' }
    expect(fits(answers)).toEqual({ answers, left: 0 })
  })

  it('is not an answer that is none any more, or a question that is gone; they are counted', () => {
    const changed = { needs: ['housing'], asker: 'neighbour', 'housing/garden': 'yes', constructor: 'x' }
    expect(fits(changed)).toEqual({ answers: { needs: ['housing'] }, left: 3 })
  })

  it('is nothing of what somebody else put there', () => {
    const odd = JSON.parse(
      '{"__proto__":{"needs":["housing"]},"needs":{"a":1},"asker":[["self"]],"age":null}',
    )
    expect(fits(odd)).toEqual({ answers: {}, left: 4 })
  })
})
