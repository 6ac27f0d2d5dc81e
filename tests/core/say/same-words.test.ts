import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Words } from '#core/contract/content.ts'
import type { Answers, Dialogue, Id, QuestionStep, Value } from '#core/flow/definition.ts'
import type { Ask } from '#core/flow/kinds.ts'
import { DECLINED, DONT_KNOW } from '#core/flow/words.ts'
import { shortDay } from '#core/say/day.ts'
import { byWhen, dayAndTime } from '#core/say/time.ts'
import { promiseWords, visitWords } from '../../../desk/words/dates.ts'
import { stationName } from '../../../desk/words/names.ts'
import { namesIn } from '../../../server/content/publishing/revision-parts.ts'
import { blank, type WrittenContact } from '../../../widget/contact/contact.ts'
import { offerText, promisedText } from '../../../widget/words/promised.ts'
import { languagesOffered, loadWords } from '../../support/content.ts'
import { codeFiles, read } from '../../support/house/sources.ts'
import { placeOf } from '../../widget/harness.ts'
import {
  atDesk,
  contactAtDesk,
  DAY,
  inTheList,
  type Line,
  onPhone,
  opened,
  speechOf,
  type World,
} from './rooms.tsx'

/** A question of each kind, and answers that show how it is said. */
const KINDS = {
  one: [{ ask: 'one', options: ['red', 'blue'] }, ['red']],
  many: [{ ask: 'many', options: ['red', 'blue'] }, [['red', 'blue'], ['blue'], []]],
  scale: [{ ask: 'scale' }, [1, 3, 5]],
  municipality: [{ ask: 'municipality' }, ['410', 'elsewhere']],
  number: [{ ask: 'number' }, [3, 12_000, 2.54321, -2]],
  money: [{ ask: 'money' }, [1234, 1234.5, 0.75]],
  percentage: [{ ask: 'percentage' }, [25, 33.3, 0.25]],
  year: [{ ask: 'year' }, [1987]],
  date: [{ ask: 'date' }, ['2026-12-28', '2027-06-05']],
  text: [{ ask: 'text' }, ['Kiitos & näkemiin']],
  phone: [{ ask: 'phone' }, ['0401234567', '+46701234567']],
} satisfies Record<Ask, [object, Value[]]>

/** The same with words of its own, and options that are named by their list. */
const OWN: Record<string, object> = {
  own: { ask: 'many', options: ['red', 'blue'] },
  ownScale: { ask: 'scale' },
  listed: { ask: 'one', list: 'countries' },
  named: { ask: 'one', options: ['red', 'blue'] },
}

const questions: Record<string, object> = {
  asker: { ask: 'one', options: ['self', 'relative', 'professional'] },
  ...Object.fromEntries(Object.entries(KINDS).map(([kind, [question]]) => [kind, question])),
  ...OWN,
}
const steps = Object.keys(questions)
const flow = {
  start: 'asker',
  steps: {
    ...Object.fromEntries(
      steps.map((step, index) => [
        step,
        { ...questions[step], next: steps[index + 1] ?? 'end' } as QuestionStep,
      ]),
    ),
    end: { end: true },
  },
}
const dialogue = {
  flows: { guidance: flow },
  tables: {
    segment: {
      hit: 'first',
      unfinished: { segment: 'callback', contact: 'first' },
      // biome-ignore lint/suspicious/noThenProperty: the tables' own word
      rows: [{ id: 'all', then: { segment: 'callback', contact: 'offered' } }],
    },
    advice: { hit: 'collect', rows: [] },
    attention: { hit: 'collect', rows: [] },
  },
  lists: {
    municipalities: [{ id: '410' }],
    countries: [{ id: 'ee', name: 'Eesti' }],
  },
  advice: {},
} as unknown as Dialogue

/** Every text carries its language and its key, so that a text from elsewhere is seen. */
function wordsIn(lang: string): Words {
  const texts: Record<string, string> = { 'municipality.options.elsewhere': `${lang} elsewhere` }
  for (const step of steps) {
    texts[`${step}.question`] = `${lang} ${step}?`
    for (const id of ['red', 'blue', 'self', 'relative', 'professional'])
      texts[`${step}.options.${id}`] = `${lang} ${id}`
  }
  texts['one.card'] = `${lang} one, in short`
  texts['one.question_relative'] = `${lang} one of her?`
  texts['one.card_relative'] = `${lang} one of her, in short`
  texts['one.options.red_professional'] = `${lang} red of a client`
  texts['own.dontKnow'] = `${lang} nobody has told me`
  texts['own.dontKnow_relative'] = `${lang} nobody has told her`
  texts['own.none'] = `${lang} not one`
  texts['ownScale.options.5'] = `${lang} like a dance`
  texts['named.question'] = `${lang} you said {{one}}, and then?`
  return { ...loadWords(lang), ...namesIn(dialogue.lists), guidance: texts }
}

const OWN_ANSWERS: Record<string, Value> = { own: ['blue'], ownScale: 5, listed: 'ee', named: 'blue' }
const ROUNDS: Record<string, (step: string) => Value | undefined> = {
  'what was answered': (step) => OWN_ANSWERS[step],
  'en tiedä': () => DONT_KNOW,
  'none of these': (step) => (step === 'many' || step === 'own' ? [] : OWN_ANSWERS[step]),
}

/** Answers to every question; the `nth` of each kind. */
function answersOf(asker: Id, round: (step: string) => Value | undefined, nth = 0): Answers {
  const all = steps.map((step): [string, Value] => {
    const [, values = ['red']] = (KINDS as Record<string, [object, Value[]]>)[step] ?? []
    return [step, round(step) ?? (values[nth % values.length] as Value)]
  })
  return { ...Object.fromEntries(all), asker }
}

/** The place as the server gives it to a page in this language. */
function placeIn(lang: string) {
  const place = placeOf()
  const called = (one: typeof place.station & { names?: Record<string, string> }) => ({
    ...one,
    name: one.names?.[lang] ?? one.name,
  })
  return { ...place, station: called(place.station), stations: place.stations.map(called) }
}

const world = (lang: string): World => ({ lang, dialogue, words: wordsIn(lang), place: placeIn(lang) })

/** Lines that the two rooms do not say alike. */
const differences = (phone: Line[], desk: Line[]): string[] => {
  const here = phone.map(({ label, text }) => `${label} = ${text}`)
  const there = desk.map(({ label, text }) => `${label} = ${text}`)
  return [...here.filter((line) => !there.includes(line)), ...there.filter((line) => !here.includes(line))]
}

/** Every way of contact, and every fact of it. */
const CONTACTS: Record<string, Partial<WrittenContact>> = {
  'a call': {},
  'a text message': { way: 'text' },
  'a call to a shared phone': { way: 'shared-phone', ifOther: 'ask-for-me', message: 'no' },
  'a visit': { way: 'visit', station: 'keuruu' },
  'a visit to the station of the page': { way: 'visit' },
  'a call in the morning, with a message': { window: 'morning', message: 'yes' },
  'a call in the afternoon, without a message': { window: 'afternoon', message: 'no' },
  'half-days': { safe: 'no', safeTimes: ['2-morning', '4-afternoon'] },
  'half-days and words': { safe: 'no', safeTimes: ['1-afternoon'], safeWhen: 'kun olen yksin' },
  'words alone': { safe: 'no', safeWhen: 'kun olen yksin' },
  'an interpreter': { interpreter: 'viro' },
}

/** Every fact of the contact by itself, as it is written: one that no line of the card shows would be sent unseen. */
const FACTS: Record<keyof WrittenContact, Partial<WrittenContact>> = {
  way: { way: 'text' },
  phone: { phone: '0407654321' },
  name: { name: 'Ilona' },
  window: { window: 'morning' },
  safe: { safe: 'no', safeWhen: 'illalla' },
  safeTimes: { safe: 'no', safeTimes: ['2-morning'] },
  safeWhen: { safe: 'no', safeWhen: 'kun olen yksin' },
  message: { message: 'yes' },
  ifOther: { way: 'shared-phone', ifOther: 'ask-for-me' },
  station: { way: 'visit', station: 'keuruu' },
  interpreter: { interpreter: 'viro' },
  known: { known: 'no' },
  whom: { whom: 'near-one' },
  ownWords: { ownWords: 'Kiitos.' },
}
/** Facts that change nothing of what somebody reads before sending. */
function unseen(facts: typeof FACTS, card: (written: WrittenContact) => Line[]): string[] {
  // a near one is called only when they know of it
  const told: WrittenContact = { ...reached, known: 'yes' }
  const plain = JSON.stringify(card(told))
  return Object.entries(facts).flatMap(([name, change]) =>
    JSON.stringify(card({ ...told, ...change })) === plain ? [name] : [],
  )
}

/** Facts of the card that the desk does not say, or says in other words. What each room says in its own voice is named here. */
function unlike(phone: Line[], desk: ReturnType<typeof contactAtDesk>, t: (key: string) => string): string[] {
  /** what the desk must do it says to the coordinator, above the number */
  const ownVoice = [t('widget:form.other')]
  const has = (text: string) =>
    desk.facts.some((fact) => fact.text === text || fact.text.startsWith(`${text}, `)) ||
    [desk.number, desk.warnings].some((said) => said.includes(text)) ||
    // where a call at the wrong time is dangerous the number is on no page before somebody has read when
    (desk.isHidden && /^[\d ]+$/.test(text))
  /** always and not always safe are a warning there, or nothing to mind; the times and the words stand on both */
  const isAnswer = (text: string) => text === t('widget:form.safe.yes') || text === t('widget:form.safe.no')
  return phone
    .filter(({ label }) => !ownVoice.includes(label))
    .flatMap(({ label, text }) => {
      const parts = text.split(' · ').filter((part) => !isAnswer(part))
      const isNamed = [t('widget:card.contact'), t('widget:card.safe')].includes(label)
      const isSaid = isNamed || desk.facts.some((fact) => fact.label === label)
      return [...(isSaid ? [] : [label]), ...parts.filter((part) => !has(part))]
    })
}

const NOW = Date.parse(`${DAY}T08:00:00Z`)
const later = { day: '2026-12-03', by: '15:30', until: '2026-12-03T13:30:00Z' }
const PROMISES = {
  'the same day': { promise: { ...later, day: '2026-11-23', by: '16:00' }, near: 'today' },
  'the next weekday': { promise: { ...later, day: '2026-11-24' }, near: 'tomorrow' },
  'a later day, when it is crowded': { promise: later, near: undefined },
  'a window': { promise: { ...later, from: '12:00' }, near: undefined },
  'a window of today': {
    promise: { ...later, day: '2026-11-23', from: '12:00', by: '16:00' },
    near: 'today',
  },
}

/** Where numbers, days and times get their form. Names of languages and lists of words are not meant. */
const FORMS = /Intl\.(NumberFormat|DateTimeFormat)|toLocale(Date|Time)?String/

/** What is asked is whole on both, so that it may be compared line by line. */
const reached: WrittenContact = { ...blank, phone: '0401234567', name: 'Kerttu', safe: 'yes' }
const spaces = (text: string) => text.replace(/\s+/g, ' ')

afterAll(() => vi.unstubAllGlobals())

describe.each(languagesOffered())('in %s', (lang) => {
  const here = world(lang)
  const t = (key: string, values?: Record<string, unknown>) => spaces(speechOf(here).t(key, values))

  it.each(['self', 'relative', 'professional'])(
    'every kind of answer of %s is said alike on the card and at the desk',
    async (asker) => {
      await opened(here)
      for (const [name, round] of Object.entries(ROUNDS))
        for (const nth of [0, 1, 2, 3]) {
          const answers = answersOf(asker, round, nth)
          const phone = onPhone(here, answers, reached).answers
          expect(phone, name).toHaveLength(steps.length)
          expect(differences(phone, atDesk(here, answers)), name).toEqual([])
        }
    },
  )

  it('no text is lacking: none is said by its key or its id', async () => {
    await opened(here)
    for (const [name, round] of Object.entries(ROUNDS))
      for (const { text } of atDesk(here, answersOf('self', round)))
        expect(text, name).not.toMatch(
          /\{\{|answer\.|options\.|scale\.|unit\.|^(red|blue|ee|410|elsewhere|dontKnow)$/,
        )
  })

  it('a withheld answer is no line of the card; the desk says it in its own voice, because it may have been taken away', async () => {
    await opened(here)
    const answers = answersOf('self', (step) => (step === 'one' ? DECLINED : OWN_ANSWERS[step]))
    expect(onPhone(here, answers, reached).answers.map(({ label }) => label)).not.toContain(
      `${lang} one, in short`,
    )
    expect(inTheList(here, answers)).toContain(t('say:answer.declined'))
    const line = atDesk(here, answers).find(({ label }) => label === `${lang} one, in short`)
    expect(line?.text).toBe(spaces(here.words.desk?.['answer.declined'] ?? ''))
    expect(line?.text).not.toBe(t('say:answer.declined'))
  })

  it.each(Object.entries(CONTACTS))('how to reach who wishes %s is said alike', async (_, change) => {
    await opened(here)
    const written = { ...reached, ...change }
    const phone = onPhone(
      here,
      answersOf('self', (step) => OWN_ANSWERS[step]),
      written,
    ).contact
    expect(unlike(phone, contactAtDesk(here, written, undefined), t)).toEqual([])
  })

  it('every fact of the contact is seen on the card before it is sent', async () => {
    await opened(here)
    const answers = answersOf('relative', (step) => OWN_ANSWERS[step])
    const card = (written: WrittenContact) => onPhone(here, answers, written).contact
    expect(unseen(FACTS, card)).toEqual([])
    const without = (written: WrittenContact) =>
      card(written).filter(({ label }) => label !== t('say:contact.interpreter'))
    expect(unseen(FACTS, without), 'red twin: a card without a line').toEqual(['interpreter'])
  })

  it('whom to contact and what makes it unsafe each room says in its own voice: mine here, theirs there', async () => {
    await opened(here)
    for (const known of ['yes', 'no'] as const) {
      const written: WrittenContact = { ...reached, known, whom: known === 'yes' ? 'near-one' : 'me' }
      const phone = onPhone(
        here,
        answersOf('relative', (step) => OWN_ANSWERS[step]),
        written,
      ).contact
      expect(phone.map(({ label }) => label)).toContain(t('widget:form.whom', { context: 'relative' }))
      const { facts, warnings } = contactAtDesk(here, written, 'relative')
      const said = [...facts.map(({ text }) => text), warnings].join()
      expect(said).toContain(
        here.words.desk?.[known === 'yes' ? 'contact.nearOneKnows' : 'safety.theyDoNotKnow'],
      )
    }
  })

  it.each(Object.entries(PROMISES))('a promise of %s is said alike', async (_, { promise, near }) => {
    await opened(here)
    const estimate = { area: 'north', promise, callers: [], safe: {} }
    const atDeskNow = spaces(promiseWords(promise, NOW))
    // what is near the desk names before the date, or instead of it; the rest is the phone's to the letter
    const date = spaces(shortDay(speechOf(here), promise.day))
    const [nearly, dated] = [t(`desk:day.${near}`, { day: date }), t('say:day.on', { day: date })]
    const alike = near ? atDeskNow.replace(nearly, dated) : atDeskNow
    if (near) expect(atDeskNow).toContain(nearly)
    for (const way of ['call', 'text', 'shared-phone'])
      expect(spaces(offerText(speechOf(here), estimate, way))).toContain(alike)
    expect(spaces(promisedText(speechOf(here), here.place, { promise }, 'call').join(' '))).toContain(alike)
    expect(spaces(byWhen(speechOf(here), promise))).toBe(alike)
  })

  it('when and where a visit is, is said alike', async () => {
    await opened(here)
    const visit = { station: here.place.station.station, day: '2026-11-30', from: '09:00', to: '12:00' }
    const phone = spaces(
      promisedText(speechOf(here), here.place, { promise: later, visit }, 'visit').join(' '),
    )
    expect(phone).toContain(spaces(visitWords(visit, NOW)))
    expect(phone).toContain(stationName(visit.station))
  })

  it('a visit without a time, a time told in words alone and no known day are sentences of the phone: only the desk has the time', async () => {
    await opened(here)
    const speech = speechOf(here)
    const estimate = { area: 'north', promise: later, callers: [], safe: {} }
    expect(spaces(offerText(speech, estimate, 'visit'))).toContain(
      spaces(dayAndTime(speech, later.day, later.by)),
    )
    expect(offerText(speech, { ...estimate, safeTime: 'words' })).not.toMatch(/\d/)
    expect(offerText(speech, undefined)).not.toMatch(/\d/)
    expect(spaces(promiseWords(later, NOW))).toBe(spaces(byWhen(speech, later)))
  })
})

describe('a room that says it by itself', () => {
  const here = world('fi')
  /** As the desk once wrote money, and the phone a long number. */
  const own: Partial<Record<Ask, (value: number) => string>> = {
    money: (value) =>
      new Intl.NumberFormat('fi', { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 }).format(
        value,
      ),
    number: String,
  }

  it('is seen by its words (red twin)', async () => {
    await opened(here)
    const answers = answersOf('self', (step) => OWN_ANSWERS[step], 1)
    const desk = atDesk(here, answers).map((line) => {
      const kind = line.label.split(' ')[1]?.replace('?', '') as Ask
      const say = own[kind]
      return say ? { ...line, text: spaces(say(Number(answers[kind]))) } : line
    })
    expect(differences(onPhone(here, answers, reached).answers, desk)).toEqual([
      'fi number? = 12 000',
      'fi money? = 1 234,50 €',
      'fi number? = 12000',
      'fi money? = 1 234,5 €',
    ])
  })

  it('is seen by its code: numbers and days get their form in core/say alone', () => {
    const others = (files: [string, string][]) =>
      files.filter(([file, text]) => /^(widget|desk)\//.test(file) && FORMS.test(text)).map(([file]) => file)
    expect(others(codeFiles().map((file) => [file, read(file)]))).toEqual([])
    expect(others([['desk/words/own.ts', 'new Intl.NumberFormat(tag)']])).toEqual(['desk/words/own.ts'])
  })
})
