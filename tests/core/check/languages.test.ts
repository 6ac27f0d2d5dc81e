import { describe, expect, it } from 'vitest'
import { stopsPublication } from '#core/check/check.ts'
import { shortName } from '#core/check/words/translation-states.ts'
import { mark } from '../../../server/commands/translated/states.ts'
import { brief, problemsOf, toy, whole } from './toy.ts'

type Texts = Record<string, string | undefined>

const json = (texts: object): string => JSON.stringify(texts, null, 2)
const finnish = (namespace: string): Record<string, string> =>
  JSON.parse(toy[`locales/fi/${namespace}.json`] ?? '{}')
const KEY = 'place.question'
const PLACE = finnish('guidance')[KEY] ?? ''

/** The toy with a second language, marked as alike on purpose: the same texts but for what is given. */
function translated(language: string, changes: Texts = {}, states: object = {}, more: object = {}) {
  const files = Object.keys(toy).filter((file) => /^locales\/fi\/(?!language)/.test(file))
  const pairs = files.flatMap((file) => {
    const name = file.slice('locales/fi/'.length, -'.json'.length)
    const texts = json({ ...finnish(name), ...(name === 'guidance' ? changes : {}) })
    const same = mark({}, finnish(name), JSON.parse(texts), { by: 'same', all: true }).states
    return [
      [`locales/${language}/${name}.json`, texts],
      [`locales/${language}/${name}.state.json`, json({ ...same, ...(name === 'guidance' ? states : {}) })],
    ]
  })
  const described = json({ lang: language, dir: 'ltr', name: language, ...more })
  return { ...toy, ...Object.fromEntries(pairs), [`locales/${language}/language.json`]: described }
}
const sentences = (texts: Record<string, string>) => problemsOf(texts).map(whole)

describe('every other language', () => {
  it('is good when it has every text', () => {
    expect(sentences(translated('sv'))).toEqual([])
  })

  it('needs every text and no other', () => {
    expect(sentences(translated('sv', { [KEY]: undefined, 'place.quest': 'Var?' }))).toEqual([
      'locales/sv/guidance.json:19:3 The text "place.question" is missing in sv; the text in fi is shown in its place. Add it, then run: npm run translated -- sv guidance.',
      'locales/sv/guidance.json:19:3 There is no text "place.quest" in fi any more. Remove it, or correct its key.',
    ])
  })

  it('needs every file', () => {
    const { 'locales/sv/tea.json': _, 'locales/sv/tea.state.json': __, ...texts } = translated('sv')
    expect(sentences(texts)).toEqual([
      'locales/sv/tea.json:1:1 The file locales/sv/tea.json is missing; the texts in fi are shown in its place. Copy the file of the same name from fi and translate its texts, not its keys.',
    ])
  })

  it('fills in the same names', () => {
    expect(sentences(translated('sv', { [KEY]: 'Var är {{name}}?' }))).toEqual([
      'locales/sv/guidance.json:19:21 Nothing fills in {{name}}: it would be read as it stands. Remove it, or use one of: –. The answer to an earlier question can be named only in a form "…_if-answered" of a question with "wordsBy".',
    ])
  })

  it('says its tag, direction and name', () => {
    const texts = { ...translated('sv'), 'locales/sv/language.json': json({ lang: 'sv' }) }
    expect(problemsOf(texts).map(brief)).toEqual(['locales/sv/language.json:1:1 language-file'])
  })
})

describe('a form of another language', () => {
  const FORM = { fallback: 'fi' }
  const simple = (changes: Texts, more: object = FORM) =>
    sentences(translated('fi-simple', changes, {}, more))
  const lacking = (more: object) => {
    const {
      'locales/fi-simple/tea.json': _,
      'locales/fi-simple/tea.state.json': __,
      ...texts
    } = translated('fi-simple', { [KEY]: undefined }, { [KEY]: undefined }, more)
    return problemsOf(texts).map(brief)
  }

  it('says as its base does what it has no words for: a text or a whole file', () => {
    expect(lacking(FORM)).toEqual([])
  })

  it('one that does not name its base, or names another language, lacks them (red twin)', () => {
    for (const more of [{}, { fallback: 'sv' }, { fallback: 'fi-simple' }])
      expect(lacking(more)).toEqual([
        'locales/fi-simple/guidance.json:1:1 translation-missing',
        'locales/fi-simple/tea.json:1:1 translation-file-missing',
      ])
  })

  it('is checked in what it has: no other text, no name that nothing fills in, each form of what it says', () => {
    expect(simple({ 'place.quest': 'Missä?' })).toEqual([
      'locales/fi-simple/guidance.json:20:3 There is no text "place.quest" in fi any more. Remove it, or correct its key.',
    ])
    expect(simple({ [KEY]: 'Missä {{name}} on?' })[0]).toContain('Nothing fills in {{name}}')
    const form = `${KEY}_relative`
    const ofNearOne = { ...finnish('guidance'), [form]: 'Missä läheisesi on?' }
    const texts = translated('fi-simple', {}, {}, FORM)
    const told = problemsOf({ ...texts, 'locales/fi/guidance.json': json(ofNearOne) }).map(whole)
    expect(told).toEqual([expect.stringContaining(`"${form}" is missing in fi-simple`)])
  })

  it('is told of a text whose source has changed', () => {
    const texts = { ...translated('fi-simple', {}, {}, FORM) }
    const changed = { ...finnish('guidance'), [KEY]: 'Missä sinä olet?' }
    expect(problemsOf({ ...texts, 'locales/fi/guidance.json': json(changed) }).map(brief)).toEqual([
      expect.stringContaining('text-stale'),
    ])
  })
})

describe('how hard the texts of a language may be', () => {
  const [ELEVEN, LONG] = [`${'Sana '.repeat(10)}on`, 'Kunnossapitotarkastaja']
  const of = (language: string, text: string, limits?: unknown) =>
    sentences(
      translated(language, { [KEY]: text }, {}, { fallback: 'fi', ...(limits !== undefined && { limits }) }),
    )
  const LIMITS = { words: 10, letters: 20 }

  it('is what its language.json says, where the house allows more', () => {
    expect(of('fi-simple', ELEVEN, LIMITS)[0]).toContain('A sentence of 11 words; the limit here is 10.')
    expect(of('fi-simple', LONG, LIMITS)[0]).toContain('"Kunnossapitotarkastaja" has 22 letters.')
    expect(of('fi-simple', 'Saa: kunnossapitotarkastaa.', LIMITS)[0]).toContain('has 21 letters')
    expect(of('fi-simple', 'Saa: kunnossapitotarkasta.', LIMITS)).toEqual([])
  })

  it('is what the house says in every other language, and never more (red twin)', () => {
    for (const text of [ELEVEN, LONG]) expect(of('fi-simple', text)).toEqual([])
    const long = `${ELEVEN} ${ELEVEN}`
    expect(of('fi-simple', long, { words: 30, letters: 40 })[0]).toContain('the limit here is 14.')
  })

  it.each([
    7,
    {},
    { words: 10 },
    { words: 0, letters: 20 },
    { words: '10', letters: 20 },
    { ...LIMITS, lix: 40 },
  ])('is told in two whole numbers: %j is none', (limits) => {
    expect(of('fi-simple', 'Missä?', limits)).toEqual([
      'locales/fi-simple/language.json:6:13 The reading limits of fi-simple cannot be understood; those of the house hold. Write "limits": {"words": 10, "letters": 20} in its language.json: the most words of a sentence and letters of a word. Or remove it.',
    ])
  })
})

describe('who translated a text', () => {
  const now = { source: shortName(PLACE), text: shortName('Var?'), by: 'human' }

  it('is told of every one', () => {
    expect(sentences(translated('sv', { [KEY]: 'Var?' }, { [KEY]: now }))).toEqual([])
    expect(sentences(translated('sv', { [KEY]: 'Var?' }, { [KEY]: undefined }))).toEqual([
      'locales/sv/guidance.json:19:21 It is not told who translated the text "place.question". Run: npm run translated -- sv guidance.',
    ])
    const { 'locales/sv/guidance.state.json': _, ...texts } = translated('sv')
    expect(sentences(texts)).toEqual([
      'locales/sv/guidance.json:1:1 It is not told who translated the texts of this file: locales/sv/guidance.state.json is missing. Run: npm run translated -- sv guidance. It writes the file.',
    ])
  })

  it('is told of the text that stands there now, made from the one that stands in Finnish now', () => {
    const states = (state: object) =>
      problemsOf(translated('sv', { [KEY]: 'Var?' }, { [KEY]: { ...now, ...state } })).map(whole)
    expect(states({ source: shortName('Where were you?') })).toEqual([
      'locales/sv/guidance.json:19:21 The text "place.question" was translated from an older text. Read the text in fi again and correct the translation, then run: npm run translated -- sv guidance. If the translation still holds as it is, put the key after the command.',
    ])
    expect(states({ text: shortName('Var då?') })).toEqual([
      'locales/sv/guidance.json:19:21 The text "place.question" has changed since it was told who translated it. Run: npm run translated -- sv guidance.',
    ])
    expect(states({ by: 'a friend' })).toEqual([
      'locales/sv/guidance.json:19:21 What is told of the text "place.question" cannot be understood. Remove the line in guidance.state.json, then run: npm run translated -- sv guidance.',
    ])
  })

  it('is told of no text that is gone', () => {
    expect(sentences(translated('sv', {}, { 'place.quest': now }))).toEqual([
      'locales/sv/guidance.state.json:92:3 There is no text "place.quest" any more to say this of. Run: npm run translated -- sv guidance. It removes the line.',
    ])
  })

  it('is not “the same” by accident: a Finnish text left as it was is told', () => {
    const left = { ...now, text: shortName(PLACE), by: 'machine' }
    expect(sentences(translated('sv', {}, { [KEY]: left }))).toEqual([
      'locales/sv/guidance.json:19:21 The text "place.question" is word for word as in fi. Translate it. If it is alike on purpose (a name, for example), run: npm run translated -- sv guidance place.question --by same.',
    ])
    expect(sentences(translated('fi-simple', {}, { [KEY]: left }))).toEqual([])
  })
})

describe('forms of a text', () => {
  const forms = (language: string, changes: Texts) => sentences(translated(language, changes))

  it('for a number are those of the language, or one for all', () => {
    const few = { [KEY]: undefined, [`${KEY}_one`]: 'Where?', [`${KEY}_other`]: 'Where all?' }
    expect(forms('en', few)).toEqual([])
    expect(forms('pl', few).filter((one) => one.includes('form'))).toEqual([
      'locales/pl/guidance.json:19:3 The text "place.question" lacks the form "few". Add "place.question_few": pl has the number forms one, few, many, other. Or write one text "place.question" that fits every number.',
      'locales/pl/guidance.json:19:3 The text "place.question" lacks the form "many". Add "place.question_many": pl has the number forms one, few, many, other. Or write one text "place.question" that fits every number.',
    ])
    expect(forms('en', { [`${KEY}_few`]: 'Where?' })).toEqual([
      'locales/en/guidance.json:20:3 The text "place.question_few" is never shown: en has no number form "few". Remove it; en has the forms one, other.',
    ])
  })

  it('for a near one may stand in a language that needs them where Finnish does not', () => {
    expect(forms('en', { [`${KEY}_relative`]: 'Where are they?' })).toEqual([])
  })

  it('for a near one may not be left out where Finnish has them', () => {
    const source = { ...finnish('guidance'), [`${KEY}_relative`]: 'Missä hän on?' }
    const texts = { ...translated('sv'), 'locales/fi/guidance.json': json(source) }
    expect(problemsOf(texts).map(brief)).toEqual(['locales/sv/guidance.json:19:3 translation-missing'])
  })
})

describe('a language that is still being translated', () => {
  const draft = translated('sv', { [KEY]: undefined, 'alone.question': undefined }, {}, { draft: true })

  it('is told once, as a warning, with how much is missing', () => {
    const { 'locales/sv/tea.json': _, ...texts } = draft
    expect(problemsOf(texts).map(({ level, ...problem }) => [level, whole({ level, ...problem })])).toEqual([
      [
        'warning',
        'locales/sv/language.json:5:3 The language sv is a draft and not offered to anybody yet; 4 texts are missing. Remove "draft" from its language.json when all of it is translated.',
      ],
    ])
  })

  it('may no more than any other promise a decision', () => {
    const texts = translated('sv', { [KEY]: 'Du har rätt till tårta.' }, {}, { draft: true })
    expect(problemsOf(texts).map(({ code }) => code)).toContain('decision-wording')
  })
})

describe('a translation that lags behind', () => {
  it('does not keep the rest from being published; a promise in it does', () => {
    const stops = (changes: Texts) =>
      problemsOf(translated('sv', changes)).map((problem) => [problem.code, stopsPublication(problem)])
    expect(stops({ [KEY]: undefined })).toEqual([['translation-missing', false]])
    expect(stops({ [KEY]: 'Du har rätt till tårta.' })).toEqual([['decision-wording', true]])
  })
})
