/** What is said, word for word: both rooms say it by these, so that a word which both say wrongly is told here. */
import { describe, expect, it } from 'vitest'
import type { QuestionStep, Value } from '#core/flow/definition.ts'
import { DECLINED, DONT_KNOW } from '#core/flow/words.ts'
import { answerText, answerTexts, labelOf, optionText, spoken } from '#core/say/answer.ts'
import { factName, halfDaysText, messageText, wayText, windowName, windowText } from '#core/say/contact.ts'
import { halfDayName, shortDay, weekdayName } from '#core/say/day.ts'
import { figures } from '#core/say/forms.ts'
import { type Speaker, speakTo } from '#core/say/speaker.ts'
import { byWhen, clock, dayAndTime, localStamp, localTime, whenMet } from '#core/say/time.ts'
import { loadWords } from '../../support/content.ts'

const spaces = (text: string) => text.replace(/\s/g, ' ')

/** Who speaks with the house's own words and some of the content; a text that there is not is said by its key. */
function speaker(lang: string, more: Record<string, string> = {}): Speaker {
  const ours = Object.entries(loadWords(lang).say ?? {}).map(([key, text]) => [`say:${key}`, text])
  const words: Record<string, string> = { ...Object.fromEntries(ours), ...more }
  return {
    lang,
    has: (key) => key in words,
    t: (key, values = {}) => (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name])),
  }
}
const finnish = speaker('fi')
const english = speaker('en')

describe('a time', () => {
  it('is said in full hours alone where it is one, in the form of the language', () => {
    expect([clock(finnish, '16:00'), clock(finnish, '08:05')]).toEqual(['16', '8.05'])
    expect([clock(english, '16:00'), clock(english, '08:05')]).toEqual(['16:00', '8:05'])
  })

  it('stands after its day', () => {
    expect(spaces(dayAndTime(finnish, '2026-12-28', '10:15'))).toBe('ma 28.12. klo 10.15')
    expect(spaces(dayAndTime(english, '2026-12-28', '10:15'))).toMatch(/^on Mon,? 28 Dec at 10:15$/)
  })

  it('by when we call has an end, and a beginning where it was promised; a visit has both', () => {
    const promise = { day: '2026-12-01', by: '12:00' }
    expect(spaces(byWhen(finnish, promise))).toBe('ti 1.12. klo 12 mennessä')
    expect(spaces(byWhen(finnish, { ...promise, from: '08:00' }))).toBe('ti 1.12. klo 8–12')
    expect(spaces(byWhen(english, { ...promise, from: '08:30' }, 'today'))).toBe(
      'today between 8:30 and 12:00',
    )
    expect(spaces(whenMet(finnish, { day: '2026-11-30', from: '09:00', to: '12:30' }))).toBe(
      'ma 30.11. klo 9–12.30',
    )
  })

  it('of an instant is Finland’s, in winter and in summer, and its text stands in order', () => {
    expect(localStamp(Date.parse('2026-12-28T22:15:30Z'))).toBe('2026-12-29 00:15')
    expect(localStamp(new Date('2026-06-28T22:15:30Z'))).toBe('2026-06-29 01:15')
    expect(localTime(Date.parse('2026-12-28T08:15:00Z'))).toEqual(['2026-12-28', '10:15'])
  })
})

describe('a day of the week', () => {
  it('is one of seven, Monday first, whole or in short', () => {
    expect([1, 3, 7].map((day) => weekdayName(finnish, day))).toEqual([
      'maanantai',
      'keskiviikko',
      'sunnuntai',
    ])
    expect([1, 3, 7].map((day) => weekdayName(finnish, day, 'short'))).toEqual(['ma', 'ke', 'su'])
    expect(weekdayName(english, 4)).toBe('Thursday')
  })

  it('has a morning and an afternoon', () => {
    expect(halfDayName(finnish, '1-morning')).toBe('maanantai aamupäivä')
    expect(halfDayName(finnish, '5-afternoon', 'short')).toBe('pe iltapäivä')
    expect(halfDaysText(finnish, ['2-morning', '4-afternoon'])).toBe('ti aamupäivä, to iltapäivä')
  })
})

describe('how somebody is reached', () => {
  it('has a name for each fact, way and window, and says whether a message may be left', () => {
    const facts = (['name', 'message', 'interpreter'] as const).map((one) => factName(finnish, one))
    expect(facts).toEqual(['Nimi', 'Viesti', 'Toinen kieli tai tulkki'])
    const times = (['call', 'shared-phone', 'text', 'visit'] as const).map((one) => windowName(finnish, one))
    expect(times).toEqual(['Soittoaika', 'Soittoaika', 'Sopiva aika', 'Sopiva aika'])
    const ways = (['call', 'text', 'shared-phone', 'visit'] as const).map((one) => wayText(finnish, one))
    expect(ways).toEqual(['Soitto', 'Tekstiviesti', 'Yhteinen puhelin', 'Tapaaminen'])
    const windows = (['any', 'morning', 'afternoon'] as const).map((one) => windowText(finnish, one))
    expect(windows).toEqual(['Mihin aikaan vain', 'Aamupäivällä', 'Iltapäivällä'])
    const may = [messageText(finnish, true), messageText(finnish, false)]
    expect(may).toEqual(['Viestin voi jättää', 'Viestiä ei saa jättää'])
  })
})

describe('a day', () => {
  it('stands in figures also in Swedish: only what could be read two ways has its month by name', () => {
    expect(spaces(shortDay(speaker('sv'), '2026-12-28'))).toBe('mån 28.12')
    expect(spaces(shortDay(english, '2026-12-28'))).toMatch(/^Mon,? 28 Dec$/)
  })
})

describe('a number', () => {
  it('keeps every digit that was given, and has two decimals of money only where it has one', () => {
    expect(
      ['1234', '1234.5', '0.123456789', 'many'].map((text) => spaces(figures(text, finnish, 2))),
    ).toEqual(['1 234', '1 234,50', '0,123456789', 'many'])
  })
})

describe('an answer', () => {
  const words = {
    'tea:mood.question': 'How are you?',
    'tea:mood.card': 'Mood',
    'tea:mood.options.merry': 'Merry',
    'tea:mood.options.172': 'Seventeen twos',
    'tea:kind.question': 'Which tea?',
    'tea:kind.none': 'No tea at all',
    'tea:kind.dontKnow': 'Nobody told me',
    'tea:kind.options.mint': 'Mint',
    'lists:teas.oolong': 'Oolong',
  }
  const host = speaker('en', words)
  const joutsa = { code: '172', name: { fi: 'Joutsa', sv: 'Jockas' } }
  const named = { municipalities: [{ code: '410', name: { fi: 'Laukaa' } }, joutsa] }
  const asked = (step: string, question: object, value?: Value) => ({
    flow: 'tea',
    address: step,
    step,
    question: { ...question, next: 'end' } as QuestionStep,
    value,
  })
  const texts = (step: string, question: object, value?: Value) =>
    answerTexts(host, named, asked(step, question, value)).map(spaces)

  it('is said by the text of its option, else of its list, else of its kind, else by what was sent', () => {
    const kind = { ask: 'one', list: 'teas' }
    expect(texts('kind', kind, 'mint')).toEqual(['Mint'])
    expect(texts('kind', kind, 'oolong')).toEqual(['Oolong'])
    expect(texts('kind', kind, 'unheard-of')).toEqual(['unheard-of'])
    expect(texts('mood', { ask: 'scale' }, 5)).toEqual(['Goes well'])
  })

  it('that is unsure, or none of the rows, has the question’s own words, else those of the house', () => {
    expect(texts('kind', { ask: 'many', list: 'teas' }, [])).toEqual(['No tea at all'])
    expect(texts('kind', { ask: 'one', list: 'teas' }, DONT_KNOW)).toEqual(['Nobody told me'])
    expect(texts('mood', { ask: 'many', options: ['merry'] }, [])).toEqual(['None of these'])
    expect(texts('mood', { ask: 'money' }, DONT_KNOW)).toEqual(['I don’t know'])
    expect(texts('mood', { ask: 'date' }, DECLINED)).toEqual(['I’d rather not say'])
  })

  it('with several rows has a text for each, which stand in one line', () => {
    const many = { ask: 'many', list: 'teas' }
    expect(texts('kind', many, ['mint', 'oolong'])).toEqual(['Mint', 'Oolong'])
    expect(answerText(host, named, asked('kind', many, ['mint', 'oolong']))).toBe('Mint · Oolong')
  })

  it('that there is not is said by nothing', () => {
    expect(texts('mood', { ask: 'one', options: ['merry'] })).toEqual([])
    expect(answerText(host, named, asked('mood', { ask: 'scale' }))).toBe('')
  })

  it('that is written is said in the form of its kind', () => {
    expect(texts('mood', { ask: 'money' }, 1234)).toEqual(['1 234 €'])
    expect(texts('mood', { ask: 'money' }, 1234.5)).toEqual(['1 234,50 €'])
    expect(texts('mood', { ask: 'percentage' }, 0.25)).toEqual(['0,25 %'])
    expect(texts('mood', { ask: 'year' }, 1987)).toEqual(['1987'])
    expect(texts('mood', { ask: 'date' }, '2026-12-28')).toEqual(['28 Dec 2026'])
    expect(texts('mood', { ask: 'date' }, 'soon')).toEqual(['soon'])
    expect(texts('mood', { ask: 'phone' }, '0401234567')).toEqual(['040 123 4567'])
  })

  it('that is a municipality has its name: of the language, else Finnish, else any', () => {
    const town = { ask: 'municipality' }
    expect(texts('home', town, '172')).toEqual(['Joutsa'])
    const inSwedish = answerText(speaker('sv'), named, asked('home', town, '172'))
    expect(inSwedish).toBe('Jockas')
    const abroad = { municipalities: [{ code: '9', name: { sv: 'Kiruna', se: 'Giron' } }] }
    expect(answerText(host, abroad, asked('home', town, '9'))).toBe('Kiruna')
    expect(texts('home', town, 'elsewhere')).toEqual(['elsewhere'])
    expect(texts('mood', { ask: 'one', options: ['172'] }, '172')).toEqual(['Seventeen twos'])
  })

  it('to a question that is no more is said as far as it can be', () => {
    expect(optionText(host, named, { flow: 'tea', step: 'mood' }, 'merry')).toBe('Merry')
    expect(answerText(host, named, { flow: 'tea', step: 'mood', value: 'gone' })).toBe('gone')
  })

  it('stands under the short label of its question, and may be named by a later text', () => {
    expect([
      labelOf(host, asked('mood', {})),
      labelOf(host, asked('kind', {})),
      labelOf(host, asked('x', {})),
    ]).toEqual(['Mood', 'Which tea?', 'x'])
    const path = [asked('mood', { ask: 'scale' }, 5), asked('kind', { ask: 'one', list: 'teas' }, 'mint')]
    // only what a question says that its words follow
    expect(spoken(host, named, path).values).toEqual({})
    const by = ['mood', 'kind', 'who', 'horn', 'size'].map((step) =>
      asked(`by-${step}`, { ask: 'scale', wordsBy: step }),
    )
    const written = [asked('who', { ask: 'text' }, 'Aada'), asked('horn', { ask: 'phone' }, '+358401234567')]
    const open = [asked('size', { ask: 'one', list: 'teas' }, DONT_KNOW), asked('where', { ask: 'scale' })]
    expect(spoken(host, named, [...path, ...written, ...open, ...by]).values).toEqual({
      mood: 'Goes well',
      kind: 'Mint',
    })
  })
})

describe('who is spoken to', () => {
  const host: Speaker = { lang: 'en', has: () => false, t: (key, values) => JSON.stringify([key, values]) }
  const values = (asker: unknown) =>
    JSON.parse(speakTo(host, asker, { values: { mood: 'merry' }, forms: {} }).t('x', { day: 'today' }))[1]

  it('chooses the words, beside what was answered and what the text needs', () => {
    expect(values('relative')).toEqual({ context: 'relative', mood: 'merry', day: 'today' })
  })

  it('is nobody in particular where no single answer says it', () => {
    for (const asker of [undefined, 3, ['relative']])
      expect(values(asker)).toEqual({ mood: 'merry', day: 'today' })
  })
})
