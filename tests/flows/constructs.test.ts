/** What the language can say, on a small foreign content with all of it: how it is checked, replayed and routed. */
import { describe, expect, it } from 'vitest'
import { casesOf, dialogueOf } from '#core/check/base/content.ts'
import { check } from '#core/check/check.ts'
import type { Answers } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { everyBranch, lowered, uncovered } from '#core/walk/walk.ts'
import { parseContent } from '../../server/content/reading/parse.ts'
import { folderTexts } from '../../server/content/reading/read-folder.ts'
import { CONSTRUCTS } from './constructs.ts'

const ON = '2026-11-30'
const { texts } = folderTexts(CONSTRUCTS)
const FLOW = 'flows/guidance.yaml'

/** The content with other lines in it. */
function content(...changes: [file: string, old: string, fresh: string][]) {
  const changed = { ...texts }
  for (const [file, old, fresh] of changes) {
    const text = changed[file] ?? ''
    if (text.split(old).length !== 2) throw new Error(`"${old}" is not once in ${file}`)
    changed[file] = text.replace(old, fresh)
  }
  return parseContent(changed)
}
const problems = (...changes: Parameters<typeof content>) => {
  const { content: parsed, locate, problems: written } = content(...changes)
  return [...written, ...check(parsed, locate)].map(({ file, line, code }) => `${file}:${line} ${code}`)
}
const codes = (...changes: Parameters<typeof content>) =>
  problems(...changes).map((one) => one.replace(/.* /, ''))

const dialogue = dialogueOf(content().content)
const situations = casesOf(content().content)
const answersOf = (id: string) => situations.find((one) => one.id === id)?.answers as Answers
const asked = (answers: Answers) => replay(dialogue, answers, ON).path.map(({ address }) => address)
const outcome = (answers: Answers) => route(dialogue, replay(dialogue, answers, ON), ON)

describe('a content with every construct', () => {
  it('is good, also with its cases', () => {
    expect(problems()).toEqual([])
  })

  it('is walked along every branch, and not knowing never costs a person', () => {
    const walks = [...everyBranch(dialogue, ON)]
    expect(uncovered(dialogue, ON, walks)).toEqual([])
    expect(walks.flatMap((answers) => lowered(dialogue, answers, ON))).toEqual([])
    // a named end is guarded as rows are (red twin)
    const strict = dialogueOf(content(['flows/routing.yaml', ', unsure: true', '']).content)
    const afire = { ...answersOf('fire-first') }
    expect(lowered(strict, afire, ON).map(({ address, to }) => [address, to])).toEqual([
      ['strip', 'offered'],
      ['strip', 'offered'],
    ])
  })
})

describe('an end that names its outcome', () => {
  it('is told by the replay, and is the segment', () => {
    const long = replay(dialogue, answersOf('long-in-france'), ON)
    expect(long.end).toBe('long-stay')
    expect(outcome(answersOf('long-in-france')).headline).toMatchObject({
      row: 'long-stay',
      // biome-ignore lint/suspicious/noThenProperty: the tables' own word
      then: { segment: 'long-stay', contact: 'available', callback: false },
    })
    expect(replay(dialogue, answersOf('short-stay'), ON).end).toBeUndefined()
    expect(replay(dialogue, answersOf('waits-for-the-pets'), ON).end).toBeUndefined()
  })

  it('says because of which answers it was reached', () => {
    const { because } = outcome(answersOf('dear-home')).headline
    expect(because.map(({ address }) => address)).toEqual(['staying', 'rent', 'income'])
    expect(outcome(answersOf('furniture-first')).headline.because).toEqual([
      { address: 'returning', value: '2027-01-01' },
      { address: 'leaving', value: '2027-06-01' },
    ])
  })

  it('yields to a row that brings a person first', () => {
    const { headline } = outcome(answersOf('fire-first'))
    expect([replay(dialogue, answersOf('fire-first'), ON).end, headline.row]).toEqual(['days-turned', 'fire'])
  })

  it('brings a person where nothing is said of it, also in content that nobody checked', () => {
    const { ends: _, ...segment } = dialogue.tables.segment
    const silent = { ...dialogue, tables: { ...dialogue.tables, segment } }
    const at = replay(silent, answersOf('long-in-france'), ON)
    expect(route(silent, at, ON).headline.then).toEqual({ segment: 'long-stay', contact: 'first' })
  })

  it('is refused where it cannot be, or says too little', () => {
    expect(codes(['flows/routing.yaml', '    dear-home: { contact: first }\n', ''])).toEqual([
      'end-without-contact',
    ])
    expect(codes(['flows/routing.yaml', 'dear-home: {', 'dear-hoem: {'])).toEqual([
      'end-without-contact',
      'unused-end',
    ])
    expect(
      codes(['flows/routing.yaml', 'end: [dear-home, long-stay]', 'end: [dear-house, long-stay]']),
    ).toEqual(['unknown-end'])
    expect(
      codes([
        FLOW,
        'when: { first-of-two: pets }\n        go: pets',
        'when: { end: long-stay }\n        go: pets',
      ]),
    ).toEqual(['end-in-branch'])
    expect(codes([FLOW, '- go: done', '- end: true'])).toEqual(['branch-ends-nameless'])
  })
})

describe('two questions whose order an answer decides', () => {
  it('come in either order', () => {
    expect(asked(answersOf('long-in-france')).slice(3, 5)).toEqual(['pets', 'furniture'])
    expect(asked(answersOf('furniture-first')).slice(3, 5)).toEqual(['furniture', 'pets'])
  })

  it('are refused with the whole circle when some answers go round', () => {
    const round: Parameters<typeof content> = [
      [FLOW, 'go: papers\n      - go: pets', 'go: pets\n      - go: pets'],
    ]
    expect(codes(...round)).toContain('cycle')
  })
})

describe('ticks of which some are needed', () => {
  it('are refused when there are fewer, and none is none', () => {
    const short = replay(dialogue, { ...answersOf('short-stay'), papers: ['card'] }, ON)
    expect(short.refused).toEqual({ address: 'papers', code: 'answer-too-few' })
    expect(replay(dialogue, { ...answersOf('short-stay'), papers: [] }, ON).refused?.code).toBe(
      'answer-too-few',
    )
    expect(replay(dialogue, { ...answersOf('short-stay'), papers: 'none' }, ON).refused?.code).toBe(
      'answer-too-few',
    )
    expect(replay(dialogue, { ...answersOf('short-stay'), papers: 'dontKnow' }, ON).done).toBe(true)
  })

  it('cannot be more than there are', () => {
    expect(codes([FLOW, 'least: 2', 'least: 4'])).toEqual(['too-many-wanted'])
    expect(codes([FLOW, 'least: 2', 'least: 2, most: 1'])).toEqual(['upside-down'])
  })
})

describe('answers compared with each other', () => {
  const ends = (answers: Answers) => replay(dialogue, { ...answersOf('dear-home'), ...answers }, ON).end

  it('hold by their size, and not at all with one that is not known', () => {
    expect(ends({ rent: 900, income: 900 })).toBe('dear-home')
    expect(ends({ rent: 899, income: 900 })).toBeUndefined()
    expect(ends({ rent: 900, income: 'dontKnow' })).toBeUndefined()
    expect(ends({ leaving: '2027-06-02', returning: '2027-06-01' })).toBe('days-turned')
    expect(ends({ leaving: 'declined', returning: '2027-06-01', rent: 1 })).toBeUndefined()
  })

  it('are of one kind, and nothing is computed', () => {
    expect(codes([FLOW, 'min: { answer: income }', 'min: { answer: leaving }'])).toContain('not-comparable')
    expect(codes([FLOW, 'min: { answer: income }', 'min: { answer: incoem }'])).toContain('unknown-address')
    expect(codes([FLOW, 'rent: { min: { answer: income } }', 'sum: [rent, income]'])).toContain(
      'no-arithmetic',
    )
  })
})

describe('a case', () => {
  it('may end at a question, and say what is not asked', () => {
    const at = ['flows/cases.yaml', 'ends: { at: pets }', 'ends: { at: furniture }'] as const
    expect(codes([...at])).toEqual(['case-stops-elsewhere'])
    expect(
      codes(['flows/cases.yaml', 'notAsked: [papers, income, returning]', 'notAsked: [papers, pets]']),
    ).toEqual(['case-asked'])
    expect(codes(['flows/cases.yaml', 'ends: { at: pets }', 'ends: {}'])).toContain('case-without-end')
    expect(
      codes(['flows/cases.yaml', 'ends: { segment: short-stay, contact: first }', 'ends: { at: papers }']),
    ).toEqual(['case-goes-on'])
  })

  it('tells a question that was not asked from one that has none', () => {
    const unasked = { ...dialogue, tables: { ...dialogue.tables } }
    const early = replay(unasked, { country: 'se' }, ON)
    expect(early.done).toBe(false)
    expect(outcome(answersOf('short-stay')).headline.row).toBe('otherwise')
  })
})

describe('words that follow an answer', () => {
  it('have a question that decides, an answer that is there, and a plain form', () => {
    const words = 'locales/fi/guidance.json'
    expect(codes([FLOW, 'wordsBy: country, ', ''])).toContain('form-without-question')
    expect(codes([FLOW, 'wordsBy: country', 'wordsBy: contry'])).toContain('unknown-address')
    expect(codes([FLOW, 'wordsBy: country', 'wordsBy: papers'])).toContain('not-asked-yet')
    expect(codes([words, 'question_if-se', 'question_if-sw'])).toEqual(['form-unknown'])
    expect(codes([words, 'Kauanko olet siellä?', 'Kauanko olet {{country}} siellä?'])).toEqual([
      'name-unfilled',
    ])
    expect(codes([words, '{{country}}', '{{nimi}}'])).toEqual(['name-unfilled'])
  })
})

describe('a slip that is no mistake of the language', () => {
  const LISTS = 'flows/lists.yaml'
  const sentence = (...changes: Parameters<typeof content>) => {
    const { content: parsed, locate } = content(...changes)
    return check(parsed, locate).map(({ level, line, says, fix }) => `${level} ${line} ${says} ${fix}`)
  }

  it('is told in one item of a long list', () => {
    expect(sentence([LISTS, 'name: Albania, union: false', "name: Albania, union: 'no'"])).toEqual([
      'warning 5 "union" is a text here and true or false in other items of this list. Write it as in the others: true and false, and numbers, stand without quotes.',
    ])
    expect(
      sentence([LISTS, 'name: Albania, union: false', 'name: Albania, union: false, unoin: true']),
    ).toEqual([
      'warning 5 Only this item of the list has "unoin", and no condition asks about it. Did you mean "union"?',
    ])
  })

  it('is told where not knowing is taken for an answer by the last branch', () => {
    const decided: Parameters<typeof content> = [
      [
        FLOW,
        'income: { ask: money, next: rent }',
        `kind:\n    ask: one\n    options: [owned, rented]\n    next:\n      - when: { kind: owned }\n        go: income\n      - end: long-stay\n  income: { ask: money, next: rent }`,
      ],
      [FLOW, 'least: 2, next: income }', 'least: 2, next: kind }'],
      [
        'locales/fi/guidance.json',
        '"income.question"',
        '"kind.question": "Onko koti oma?",\n  "kind.options.owned": "On",\n  "kind.options.rented": "Ei",\n  "income.question"',
      ],
    ]
    expect(codes(...decided)).toContain('unsure-decides')
    const guarded = decided.map(([file, old, fresh]): [string, string, string] => [
      file,
      old,
      fresh.replace(
        '- end: long-stay',
        '- when: { kind: { dontKnow: true } }\n        go: income\n      - end: long-stay',
      ),
    ])
    expect(codes(...guarded)).not.toContain('unsure-decides')
  })
})
