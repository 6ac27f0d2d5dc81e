/** What already goes well, from the answers alone. */
import { describe, expect, it } from 'vitest'
import type { Answers } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { alreadyIn } from '../../widget/steps/path.ts'
import { loadDialogue } from '../support/content.ts'

const dialogue = loadDialogue()
const fineWith = (answers: Answers) =>
  alreadyIn(replay(dialogue, { needs: ['housing', 'money'], asker: 'self', ...answers }, '2026-11-24')).fine

describe('what already goes well', () => {
  it('is a life area that goes well and in which nothing was ticked', () => {
    expect(fineWith({ 'money/coping': 5, 'money/trouble': [], 'housing/coping': 2 })).toEqual(['money'])
  })

  it('is none in which something was ticked, however well it goes', () => {
    expect(fineWith({ 'money/coping': 5, 'money/trouble': ['no-food'], 'housing/coping': 2 })).toEqual([])
  })
})
