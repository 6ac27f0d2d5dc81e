/** What is told of slips in the newest words of content: `request`, `unless`, `step`, `linked`, `pace`; and the same written right. */
import { describe, expect, it } from 'vitest'
import type { FileTexts } from '../../../server/content/reading/parse.ts'
import { problemsOf, spoilt, toy, whole } from './toy.ts'

const MAIN = 'flows/guidance.yaml'
const TABLES = 'flows/routing.yaml'
const EAT = 'flows/advice/eat.yaml'
const told = (texts: FileTexts) => problemsOf(texts).map(whole)

/** The toy with these questions of the request, and words of those that are its own. */
function requesting(lines: string, words: Record<string, string> = {}): FileTexts {
  const texts = spoilt(MAIN, 'steps:\n  wishes', `request:\n${lines}\nsteps:\n  wishes`)
  const file = 'locales/fi/guidance.json'
  return { ...texts, [file]: JSON.stringify({ ...JSON.parse(texts[file] ?? '{}'), ...words }, null, 2) }
}
const GARDEN = {
  'garden.question': 'Onko piha?',
  'garden.options.big': 'Iso',
  'garden.options.none-yet': 'Ei vielä',
}
const garden = (more = '') =>
  `  garden: { ask: one, options: [big, none-yet], for: coordinator${more && `, ${more}`} }`
/** The toy with one more row of the table `linked`. */
const linking = (need: string, when = '{ hungry: little }') => ({
  ...toy,
  [TABLES]: `${toy[TABLES]}linked:
  hit: collect
  rows:
    - id: thirst
      when: ${when}
      then: [${need}]
      author: Aino
      date: '2026-11-02'
      reason: Because.
`,
})

describe('the newest words, written right', () => {
  it.each([
    ['a shared question', requesting('  hungry: { shared: true }')],
    ['a question of its own', requesting(garden(), GARDEN)],
    ['a condition', requesting(`${garden('when: { alone: together, tea/liking: { max: 2 } }')}`, GARDEN)],
    [
      'a condition on another of the request',
      requesting(`${garden()}\n  hungry: { shared: true, when: { garden: big } }`, GARDEN),
    ],
    ['a fact in the condition', requesting(garden('when: { fact: dislikes }'), GARDEN)],
    ['unless', spoilt(EAT, 'kind: advice', 'kind: advice\nunless: { alone: together }')],
    ['unless with a fact', spoilt(EAT, 'kind: advice', 'kind: advice\nunless: { fact: dislikes }')],
    [
      'a next step',
      spoilt(
        TABLES,
        '{ segment: easy, contact: available }',
        '{ segment: easy, contact: available, step: eat }',
      ),
    ],
    ['a pace', spoilt(TABLES, '[eat]', '[eat]\n      pace: today')],
    ['linked needs', linking('tea')],
  ])('are good: %s', (_, texts) => {
    expect(told(texts)).toEqual([])
  })
})

describe('a question of the request', () => {
  it('that is shared is one of the main flow', () => {
    expect(told(requesting('  hungri: { shared: true }'))).toEqual([
      'flows/guidance.yaml:6:3 There is no shared question "hungri" in the main flow. Did you mean "hungry"?',
    ])
  })

  it('is asked of whom a condition names by what there is', () => {
    expect(told(requesting(garden('when: { alne: together }'), GARDEN))).toEqual([
      'flows/guidance.yaml:6:75 No question is called "alne". Did you mean "alone"?',
    ])
    expect(told(requesting(garden('when: { alone: togeter }'), GARDEN))).toEqual([
      'flows/guidance.yaml:6:82 "togeter" is not an answer of the question "alone". Did you mean "together"?',
    ])
    expect(told(requesting(garden('when: { fact: dislkes }'), GARDEN))).toEqual([
      'flows/guidance.yaml:6:81 "dislkes" is not a fact of routing.yaml. Did you mean "dislikes"?',
    ])
  })

  it('is asked of somebody: its condition can hold', () => {
    expect(told(requesting(garden('when: { alone: together, not: { alone: together } }'), GARDEN))).toEqual([
      'flows/guidance.yaml:6:73 This condition can never hold. Look for two demands on the same answer that exclude each other, such as at most 2 and at least 3.',
    ])
  })

  it('does not hang on itself, nor on what is asked below it', () => {
    const below = (when: string) =>
      requesting(`${garden(when)}\n  gate: { ask: text, for: coordinator }`, {
        ...GARDEN,
        'gate.question': 'Mistä sisään?',
      })
    for (const name of ['garden', 'gate'])
      expect(
        problemsOf(below(`when: { ${name}: { answered: true } }`)).map(({ code, line }) => [code, line]),
      ).toEqual([['not-asked-yet', 6]])
    expect(told(below('when: { place: { answered: true } }'))).toEqual([])
  })

  it('has an address of its own', () => {
    expect(told(requesting('  alone: { ask: one, options: [alone, together] }'))).toEqual([
      'flows/guidance.yaml:6:3 The question "alone" has the same name as a question of flows/guidance.yaml, so their answers cannot be told apart. Give one of them another name, or ask the shared one with "shared: true".',
    ])
    expect(told(requesting('  hungry: { ask: one, options: [very, little] }'))).toEqual([
      'flows/guidance.yaml:6:3 The question "hungry" has the same name as the shared question of flows/guidance.yaml, so their answers cannot be told apart. Give one of them another name, or ask the shared one with "shared: true".',
    ])
  })

  it('is one of the main flow alone', () => {
    const inTea = spoilt('flows/tea.yaml', 'steps:\n', `request:\n${garden()}\nsteps:\n`)
    expect(told(inTea)).toEqual([
      'flows/tea.yaml:2:1 "request" can be only in the main flow. Move it to flows/guidance.yaml.',
    ])
  })

  it('changes something, or is for the coordinator; and has words', () => {
    const plain = garden().replace(', for: coordinator', '')
    expect(told(requesting(plain, GARDEN))).toEqual([
      'flows/guidance.yaml:6:3 The answer to "garden" never changes the result. Use it in a condition or a table, mark it "for: coordinator" so that it is shown on the card, or remove the question.',
    ])
    expect(problemsOf(requesting(garden())).map(({ code, file }) => [code, file])).toEqual([
      ['text-missing', 'locales/fi/guidance.json'],
    ])
  })

  it('is known where it was called otherwise: by its words, and by the cases that name it', () => {
    const renamed = requesting(garden().replace('garden', 'yard'), GARDEN)
    const answered = {
      ...renamed,
      'flows/cases.yaml': (renamed['flows/cases.yaml'] ?? '').replace(
        'place: Here',
        'place: Here, garden: big',
      ),
    }
    const [first, ...more] = problemsOf(answered)
    expect(more).toEqual([])
    expect([first?.code, first?.file, first?.line]).toEqual(['step-renamed', MAIN, 6])
  })

  it('has words that follow an answer there is', () => {
    expect(
      told(requesting(garden('wordsBy: alone'), { ...GARDEN, 'garden.question_if-together': 'Teillä?' })),
    ).toEqual([])
    expect(told(requesting(garden('wordsBy: alne'), GARDEN))).toEqual([
      'flows/guidance.yaml:6:76 No question is called "alne". Did you mean "alone"?',
    ])
  })
})

describe('an item, an outcome and a link', () => {
  it('are of whom is named by what there is', () => {
    const unless = (condition: string) => spoilt(EAT, 'kind: advice', `kind: advice\nunless: ${condition}`)
    expect(told(unless('{ alne: together }'))).toEqual([
      'flows/advice/eat.yaml:3:11 No question is called "alne". Did you mean "alone"?',
    ])
    expect(told(unless('{ alone: togeter }'))).toEqual([
      'flows/advice/eat.yaml:3:18 "togeter" is not an answer of the question "alone". Did you mean "together"?',
    ])
    expect(told(unless('{ fact: dislkes }'))).toEqual([
      'flows/advice/eat.yaml:3:17 "dislkes" is not a fact of routing.yaml. Did you mean "dislikes"?',
    ])
  })

  it('are of somebody: an “unless” can hold', () => {
    const never = '{ alone: together, not: { alone: together } }'
    expect(
      problemsOf(spoilt(EAT, 'kind: advice', `kind: advice\nunless: ${never}`)).map(({ code }) => code),
    ).toEqual(['impossible-condition'])
  })

  it('lead to what there is', () => {
    const easy = '{ segment: easy, contact: available }'
    expect(told(spoilt(TABLES, easy, '{ segment: easy, contact: available, step: eaat }'))).toEqual([
      'flows/routing.yaml:28:56 There is no advice item "eaat". Did you mean "eat"? A new one is a file of its own: flows/advice/eaat.yaml.',
    ])
    expect(told(linking('teaa'))).toEqual([
      'flows/routing.yaml:56:14 "teaa" is not a life area of the first question. Did you mean "tea"?',
    ])
    expect(
      problemsOf(spoilt(TABLES, '[eat]', '[eat]\n      pace: tomorrow')).map(({ code }) => code),
    ).toEqual(['not-one-of'])
  })

  it('are shown by a described situation, or it is told', () => {
    const burning = `- id: burning
  situation: A guest sees fire.
  source: a made-up tale
  answers: { strip: [fire], wishes: [], asker: self, alone: together, place: Here }
  ends: { segment: help, contact: first, dangers: [fire], advice: [], attention: [] }
`
    const untried = (when: string) => {
      const texts = linking('tea', when)
      const cases = { ...texts, 'flows/cases.yaml': `${toy['flows/cases.yaml']}${burning}` }
      return problemsOf(cases).map(({ code, names = [] }) => [code, ...names].join(' '))
    }
    expect(untried('{ hungry: little }')).toEqual(['row-untried bitter unsure', 'row-untried'])
    expect(untried('{ hungry: very }')).toEqual(['row-untried bitter unsure'])
  })

  it('are linked where somebody can have answered so', () => {
    const never = '{ alone: alone, not: { alone: alone } }'
    expect(problemsOf(linking('tea', never)).map(({ code }) => code)).toEqual(['impossible-condition'])
  })

  it('use a fact and a question: neither is told to be without use', () => {
    const fact = (use: string) => {
      const facts = spoilt(TABLES, 'facts:\n', 'facts:\n  together: { place: { answered: true } }\n')
      return { ...facts, [EAT]: `${facts[EAT]}${use}` }
    }
    expect(told(fact('unless: { fact: together, alone: together }\n'))).toEqual([])
    expect(problemsOf(fact('')).map(({ code }) => code)).toEqual(['unused-fact'])
    const place = (use: string) => {
      const plain = spoilt(MAIN, 'ask: text, for: coordinator', 'ask: text')
      return { ...plain, [EAT]: `${plain[EAT]}${use}` }
    }
    expect(told(place('unless: { place: { answered: true }, alone: together }\n'))).toEqual([])
    expect(problemsOf(place('')).map(({ code }) => code)).toEqual(['question-without-effect'])
  })
})
