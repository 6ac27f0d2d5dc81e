/** Which content needs which of the names that code looks up: small flows that use one thing, or do not. */
import { describe, expect, it } from 'vitest'
import { reporter } from '#core/check/base/report.ts'
import { surveyOf } from '#core/check/base/survey.ts'
import { checkNamed, locks } from '#core/check/named.ts'
import sentences from '#core/check/said/en.json' with { type: 'json' }
import { checkShapes } from '#core/check/shapes/files.ts'
import { type FileTexts, parseContent } from '../../../server/content/reading/parse.ts'
import { toy, whole } from './toy.ts'

const MAIN = 'flows/guidance.yaml'
const ROUTING = 'flows/routing.yaml'

/** The toy with other texts: what is replaced stands there once. */
function changed(file: string, old: string, fresh: string, texts: FileTexts = toy): FileTexts {
  const text = texts[file] ?? ''
  expect(text.split(old), old).toHaveLength(2)
  return { ...texts, [file]: text.replace(old, fresh) }
}
/** The toy with these steps in the main flow besides its own. */
const asking = (steps: Record<string, string>, texts: FileTexts = toy): FileTexts => {
  const lines = Object.entries(steps).map(([step, says]) => `  ${step}: { ${says}, next: place }\n`)
  return changed(MAIN, '  place: {', `${lines.join('')}  place: {`, texts)
}
const answering = (options: string, texts: FileTexts = toy) =>
  changed(MAIN, 'options: [self, relative]', `options: [${options}]`, texts)
/** The toy with one more text. */
const saying = (file: string, key: string, texts: FileTexts = toy): FileTexts => ({
  ...texts,
  [file]: JSON.stringify({ ...JSON.parse(texts[file] ?? '{}'), [key]: 'Sanat' }, null, 2),
})

function problems(texts: FileTexts) {
  const { content, locate } = parseContent(texts)
  const told = reporter(locate)
  const read = checkShapes(content, told.report)
  checkNamed(surveyOf(content, told, (file) => read.has(file)))
  return told.problems.filter(({ code }) => code === 'named-missing')
}
/** The keys of the names that are told to be missing. */
/** Content without a place: it brings its own list of municipalities. */
const withoutPlace = (texts: FileTexts): FileTexts =>
  Object.fromEntries(Object.entries(texts).filter(([file]) => file !== 'flows/area/municipalities.yaml'))
const missing = (texts: FileTexts) =>
  problems(texts).map(
    ({ says }) => Object.entries(sentences.named).find(([, why]) => says.startsWith(why))?.[0],
  )

const free = 'ask: text, for: coordinator'
const one = (...options: string[]) => `ask: one, options: [${options.join(', ')}]`

it('a flow that uses nothing of it needs no name', () => {
  expect(missing(toy)).toEqual([])
})

describe('who asks', () => {
  const unasked = (texts: FileTexts = toy) =>
    changed(MAIN, '  asker: { ask: one, options: [self, relative], next: walk }\n', '', texts)

  it.each([
    'locales/fi/guidance.json alone.question_relative',
    'locales/fi/guidance.json alone.question_relative_one',
    'locales/fi/tea.json liking.question_relative',
    'locales/fi/advice.json eat.how_relative',
    'locales/fi/segments.json help.text_relative',
    'locales/sv/segments.json help.text_relative',
  ])('must be able to be a near one where a text speaks to one: %s', (place) => {
    const [file = '', key = ''] = place.split(' ')
    const spoken = saying(file, key)
    expect(missing(answering('self, friend', spoken))).toEqual(['RELATIVE'])
    expect(missing(answering('self, relative', spoken))).toEqual([])
    expect(missing(unasked(spoken))).toEqual(['ASKER'])
  })

  it.each([
    'locales/fi/desk.json answer.who_relative',
    'locales/fi/guidance.json alone.question_relatives',
    'locales/fi/guidance.json relative.question',
  ])('need not be where no text of the content does: %s', (place) => {
    const [file = '', key = ''] = place.split(' ')
    expect(missing(answering('self, friend', saying(file, key)))).toEqual([])
    expect(missing(unasked(saying(file, key)))).toEqual([])
  })

  it('must be able to be a professional where a text speaks to one, or their client’s permission is asked', () => {
    const spoken = saying('locales/fi/guidance.json', 'alone.question_professional')
    expect(missing(spoken)).toEqual(['PROFESSIONAL'])
    expect(missing(unasked(spoken))).toEqual(['ASKER'])
    const permitted = asking({ permission: one('given', 'not') })
    expect(missing(permitted)).toEqual(['PROFESSIONAL'])
    expect(missing(unasked(permitted))).toEqual(['ASKER'])
  })

  it('is asked for permission of their client when they are a professional, and “given” is one', () => {
    const professional = answering('self, professional')
    expect(missing(professional)).toEqual(['PERMISSION'])
    expect(missing(asking({ permission: one('given', 'not') }, professional))).toEqual([])
    expect(missing(asking({ permission: one('granted', 'not') }, professional))).toEqual(['GIVEN'])
  })
})

describe('fear of somebody near', () => {
  const strip = 'strip: { ask: many, options: [fire, flood] }'
  const unseen = (flags: string, dangers: string) =>
    changed(MAIN, strip, `strip: { ask: many, options: [${flags}] }\nunseen: [${dangers}]`)

  it('has a mark where there is a way to leave unseen, and a flag where the strip has such a danger', () => {
    expect(missing(unseen('fire, flood', 'fire'))).toEqual(['SAFETY', 'VIOLENCE'])
    expect(missing(unseen('fire, violence', 'violence'))).toEqual(['SAFETY'])
    expect(missing(unseen('fire, flood', 'bite'))).toEqual(['SAFETY'])
    expect(missing(changed(ROUTING, '[lonely]', '[lonely, safety]', unseen('fire, flood', 'bite')))).toEqual(
      [],
    )
  })

  it('has no flag where there is no strip', () => {
    expect(missing(changed(MAIN, strip, 'unseen: [fire]'))).toEqual(['SAFETY'])
  })
})

describe('what the desk shows beside the own words', () => {
  const CIRCUMSTANCES = {
    permission: one('given', 'not'),
    helpers: free,
    services: free,
    changes: free,
    'when-needed': one('today', 'this-week'),
    age: free,
  }
  type Step = keyof typeof CIRCUMSTANCES
  const steps = Object.keys(CIRCUMSTANCES) as Step[]
  const withSteps = (...asked: Step[]) =>
    asking(
      Object.fromEntries(asked.map((step) => [step, CIRCUMSTANCES[step]])),
      answering('relative, professional'),
    )
  const OWN: Partial<Record<Step, string>> = {
    helpers: 'HELPERS',
    services: 'SERVICES',
    changes: 'CHANGES',
    age: 'AGE',
  }

  /** Told likewise, and of the day's reserve: not of what the desk shows. */
  const OF_RESERVE = ['SPECIAL_SUPPORT', 'UNDER_18']
  const lacking = (...asked: Step[]) =>
    missing(withSteps(...asked)).filter((name) => !OF_RESERVE.includes(name ?? ''))

  it('lacks by a slip where most of it is asked', () => {
    for (const left of steps.filter((step) => step in OWN)) {
      const asked = steps.filter((step) => step !== left)
      expect(lacking(...asked)).toEqual([OWN[left]])
    }
    expect(lacking(...steps)).toEqual([])
    expect(missing(withSteps(...steps))).toEqual(OF_RESERVE)
  })

  it('counts each of six: with four of them what lacks is told, with three nothing is', () => {
    for (const [at, step] of steps.entries()) {
      const others = [1, 2, 3].map((more) => steps[(at + more) % steps.length] as Step)
      const lacks = (asked: Step[]) => lacking(...asked).filter((name) => name !== 'PERMISSION')
      const left = steps.filter((one) => one in OWN && one !== step && !others.includes(one))
      expect(lacks([step, ...others]).sort()).toEqual(left.map((one) => OWN[one]).sort())
      expect(lacks(others)).toEqual([])
    }
  })
})

describe('how soon help is wanted', () => {
  const today = (texts: FileTexts = toy) => {
    const row = "- { id: soon, then: [emergency], author: Aino, date: '2026-11-02', reason: So. }"
    return changed(
      ROUTING,
      'attention:\n',
      `today:\n  hit: collect\n  rows:\n    ${row}\nattention:\n`,
      texts,
    )
  }

  it('is asked where the tables tell whose lines answer today', () => {
    expect(missing(today())).toEqual(['WHEN_NEEDED'])
    expect(missing(today(asking({ 'when-needed': one('today', 'this-week') })))).toEqual([])
    expect(
      missing(changed(ROUTING, 'attention:\n', 'today: { hit: collect, rows: [] }\nattention:\n')),
    ).toEqual([])
    expect(problems(today(asking({ pace: one('today', 'some-day') })))[0]?.fix).toBe('Call it "when-needed".')
  })

  it('has the answer by which the steps of the result begin', () => {
    expect(missing(asking({ 'when-needed': one('soon', 'this-week') }))).toEqual(['TODAY'])
    expect(missing(asking({ 'when-needed': one('today', 'some-day') }))).toEqual([])
  })
})

describe('the municipality', () => {
  it('is asked by one question, and its answers are of one list', () => {
    expect(missing(asking({ home: 'ask: municipality' }))).toEqual(['MUNICIPALITY'])
    expect(missing(asking({ municipality: 'ask: municipality' }))).toEqual([])
    const renamed = changed('flows/lists.yaml', 'municipalities:', 'towns:')
    // the place has them
    expect(missing(asking({ municipality: 'ask: municipality' }, renamed))).toEqual([])
    const towns = withoutPlace(renamed)
    expect(missing(towns)).toEqual([])
    expect(missing(asking({ municipality: 'ask: municipality' }, towns))).toEqual(['MUNICIPALITIES'])
    const [told] = problems(asking({ municipality: 'ask: municipality' }, towns))
    expect(told && whole(told)).toMatch(/^flows\/lists\.yaml:1:1 /)
  })
})

describe('at the desk', () => {
  const DESK = 'locales/fi/desk.json'

  it('a request that no table speaks of has a name where segments have short ones', () => {
    expect(missing(saying(DESK, 'queue'))).toEqual([])
    expect(missing(saying(DESK, 'my.segment.help'))).toEqual([])
    const named = saying(DESK, 'segment.help')
    expect(missing(named)).toEqual(['UNROUTED'])
    expect(missing(saying(DESK, 'segment.callback', named))).toEqual([])
    expect(missing(saying('locales/fi/segments.json', 'callback.title', named))).toEqual([])
    expect(problems(saying(DESK, 'segment.help', saying(DESK, 'queue'))).map(whole)[0]).toMatch(
      /^locales\/fi\/desk\.json:3:3 .+; it has no name\. Add "segment\.callback" with a short name\.$/,
    )
  })

  it('the ordinary lane has a name where a row leads to another', () => {
    const laned = (lane: string) =>
      changed(
        ROUTING,
        '{ segment: easy, contact: available }',
        `{ segment: easy, contact: available, lane: ${lane} }`,
      )
    expect(missing(laned('fast'))).toEqual(['ORDINARY_LANE'])
    expect(missing(laned('guidance'))).toEqual([])
    expect(missing(saying('locales/fi/segments.json', 'lane.guidance.name', laned('fast')))).toEqual([])
    const unfinished = changed(
      ROUTING,
      'unfinished: { segment: help,',
      'unfinished: { lane: fast, segment: help,',
    )
    expect(missing(unfinished)).toEqual(['ORDINARY_LANE'])
    const unsaid = { ...laned('fast'), 'locales/fi/segments.json': '{}' }
    expect(missing(unsaid)).toEqual([])
  })
})

describe('the lines of the place', () => {
  const LINES = 'flows/area/lines.yaml'

  it('have one with the words of 112, when there are any', () => {
    expect(missing(changed(LINES, 'line: emergency', 'line: urgent'))).toEqual(['EMERGENCY_LINE'])
    expect(missing({ ...toy, [LINES]: 'lines: []\nhelps: {}\n' })).toEqual([])
    const [lines = '', helps = ''] = (toy[LINES] ?? '').split(/^(?=helps:)/m)
    const later = { ...toy, [LINES]: `${helps}${lines.replace('line: emergency', 'line: urgent')}` }
    expect(problems(later).map(({ line, column }) => [line, column])).toEqual([[4, 1]])
  })
})

describe('a question under another name', () => {
  const found = (texts: FileTexts) => /is called "(.+)"/.exec(problems(texts)[0]?.says ?? '')?.[1]
  const town = (steps: string) =>
    changed('flows/tea.yaml', '  done:', `  ${steps}: { ask: municipality, next: done }\n  done:`)

  it('is the one meant: of the main flow before those of a need, and never the strip', () => {
    expect(found(asking({ home: 'ask: municipality' }, town('village')))).toBe('home')
    expect(found(town('village'))).toBe('village')
    const { [MAIN]: main = '', ...others } = asking({ home: 'ask: municipality' }, town('village'))
    expect(found({ ...others, [MAIN]: main })).toBe('home')
    const flags = changed(
      MAIN,
      'options: [fire, flood]',
      'options: [fire, relative]',
      answering('self, friend'),
    )
    const unasked = changed(
      MAIN,
      '  asker: { ask: one, options: [self, friend]',
      '  who: { ask: one, options: [self, friend]',
      flags,
    )
    const spoken = saying('locales/fi/guidance.json', 'alone.question_relative', unasked)
    expect(missing(spoken)).toEqual(['ASKER'])
    expect(found(spoken)).toBeUndefined()
    expect(problems(spoken)[0]?.fix).toBe('Call the question "asker", or add it.')
  })

  it('is known by what it alone has', () => {
    const spoken = saying('locales/fi/guidance.json', 'alone.question_relative')
    const renamed = (options: string) =>
      changed(
        MAIN,
        '  asker: { ask: one, options: [self, relative]',
        `  who: { ask: one, options: [${options}]`,
        spoken,
      )
    expect(found(renamed('self, relative'))).toBe('who')
    expect(found(renamed('self, professional'))).toBe('who')
    expect(found(renamed('self, friend'))).toBeUndefined()
    expect(found(asking({ consent: one('given', 'not') }, answering('self, professional')))).toBe('consent')
  })
})

describe('what was not read', () => {
  it('is not said to lack a name, nor is a flow that is not there', () => {
    const { [MAIN]: _, ...headless } = toy
    expect(missing(headless)).toEqual([])
    const spoken = saying('locales/fi/guidance.json', 'alone.question_relative', answering('self, friend'))
    expect(missing(spoken)).toEqual(['RELATIVE'])
    for (const file of [MAIN, 'flows/tea.yaml'])
      expect(missing({ ...spoken, [file]: `${spoken[file]}nonsense: 1\n` })).toEqual([])
    const towns = asking(
      { municipality: 'ask: municipality' },
      withoutPlace(changed('flows/lists.yaml', 'municipalities:', 'towns:')),
    )
    expect(missing({ ...towns, 'flows/lists.yaml': 'towns: 1\n' })).toEqual([])
    const urgent = changed('flows/area/lines.yaml', 'line: emergency', 'line: urgent')
    expect(
      missing({ ...urgent, 'flows/area/lines.yaml': `${urgent['flows/area/lines.yaml']}nonsense: 1\n` }),
    ).toEqual([])
    const unseen = changed(MAIN, 'shared:\n', 'unseen: [bite]\nshared:\n')
    expect(missing(unseen)).toEqual(['SAFETY'])
    expect(missing({ ...unseen, [ROUTING]: `${unseen[ROUTING]}nonsense: 1\n` })).toEqual([])
    const fire = changed(MAIN, 'shared:\n', 'unseen: [fire]\nshared:\n')
    expect(missing(fire)).toEqual(['SAFETY', 'VIOLENCE'])
    expect(missing({ ...fire, [MAIN]: `${fire[MAIN]}nonsense: 1\n` })).toEqual(['SAFETY'])
  })
})

describe('a lock', () => {
  it('refuses content where something would be said wrongly or be unsafe, and else warns', () => {
    const refusing = locks.filter(({ required }) => required).map(({ name }) => name)
    expect(refusing.sort()).toEqual([
      'asker',
      'emergency',
      'given',
      'municipalities',
      'municipality',
      'permission',
      'professional',
      'relative',
      'safety',
      'today',
      'violence',
      'when-needed',
    ])
  })

  it('says of what kind the name is, of which question an answer, whether it must be there, and why', () => {
    const lock = (name: string, of?: string) => locks.find((one) => one.name === name && one.of === of)
    expect(lock('asker')).toEqual({
      kind: 'question',
      name: 'asker',
      required: true,
      why: `${sentences.named.ASKER}.`,
    })
    expect(lock('under-18', 'age')).toEqual({
      kind: 'answer',
      name: 'under-18',
      of: 'age',
      required: false,
      why: `${sentences.named.UNDER_18}.`,
    })
  })
})
