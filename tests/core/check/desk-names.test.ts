import { describe, expect, it } from 'vitest'
import { problemsOf, toy, whole } from './toy.ts'

const DESK = 'locales/fi/desk.json'

describe('a segment that the desk has no name for', () => {
  it('is told to the editor, who may publish all the same', () => {
    const named = {
      ...toy,
      [DESK]: '{\n  "queue": "Jono",\n  "segment.help": "Apua pian",\n  "segment.callback": "Soitto"\n}\n',
    }
    const problems = problemsOf(named)
    expect(problems.map(whole)).toEqual([
      'locales/fi/desk.json:4:3 The desk has no name of its own for the segment "easy": coordinators would read the title that is written for residents. Add "segment.easy" with a short name.',
    ])
    expect(problems.map(({ level }) => level)).toEqual(['warning'])
  })

  it('is no mistake once it has one, nor is a name that only earlier requests need', () => {
    const named = {
      ...toy,
      [DESK]:
        '{ "segment.callback": "Soitto", "segment.help": "Apua", "segment.easy": "Pääsee alkuun", "segment.gone": "Ennen" }',
    }
    expect(problemsOf(named)).toEqual([])
  })

  it('is not spoken of where no text is written at all', () => {
    const speechless = Object.fromEntries(
      Object.entries(toy).filter(([file]) => !file.startsWith('locales/')),
    )
    expect(problemsOf(speechless).map(({ code }) => code)).not.toContain('desk-name-missing')
  })
})
