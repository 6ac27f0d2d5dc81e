/** Of whom is spoken: a child or a spouse is said in the texts of a near one, in each language, and by their own name. */
import { describe, expect, it } from 'vitest'
import { baseOf } from '#core/say/language-tag.ts'
import { exchanged, type Speaker, speakTo } from '#core/say/speaker.ts'
import { speak } from '../../../widget/words/speech.ts'
import { languagesOffered, loadWords } from '../../support/content.ts'

const KINDS = ['child', 'spouse'] as const
type Kind = (typeof KINDS)[number]

/** “Your near one” in each language: in any case, with a word between, at any place of a sentence. */
const OF_A_NEAR_ONE: Record<string, RegExp> = {
  fi: /(?<!\p{L})läheis\p{L}*si(?!\p{L})/iu,
  sv: /(?<!\p{L})din (?:\p{L}+ )?närstående/iu,
  en: /\byour (?:\w+ )?(?:loved|near) one|\babout someone close to you|^someone close to you|\bthe person close to you/im,
}
/** An adjective of another gender than that of the word for a child. */
const DISAGREES: Record<string, RegExp> = {
  sv: /ditt barn (?:är|blir|verkar)(?: inte)? (?:\p{L}*(?:ad|ig|en|ös|nöjd|sam|trygg)|ung|sjuk|frisk|ledsen)(?!\p{L})/iu,
}
const languages = languagesOffered()
const tableOf = (lang: string, kind: Kind) => String(loadWords(lang).say?.[`whose.${kind}`])
const relatives = (lang: string) =>
  Object.entries(loadWords(lang)).flatMap(([namespace, texts]) =>
    Object.entries(texts).flatMap(([key, text]): [string, string][] =>
      /_relative(_|$)/.test(key) ? [[`${namespace}:${key}`, text]] : [],
    ),
  )

/** The texts that a table leaves of somebody else, or of nobody. */
function wrong(lang: string, table: string): string[] {
  return relatives(lang).flatMap(([key, text]) => {
    const said = exchanged(text, table)
    const names = (one: string) => [...one.matchAll(/\{\{\w+\}\}/g)].join()
    const isWrong =
      OF_A_NEAR_ONE[baseOf(lang)]?.test(said) ||
      DISAGREES[baseOf(lang)]?.test(said) ||
      said.trim() === '' ||
      names(said) !== names(text)
    return isWrong
      ? [`${key}: ${said.split('\n').find((line) => OF_A_NEAR_ONE[baseOf(lang)]?.test(line)) ?? said}`]
      : []
  })
}

describe.each(languages)('in %s', (lang) => {
  it.each(KINDS)('no text of a near one says so of a %s', (kind) => {
    expect(relatives(lang).length).toBeGreaterThan(300)
    expect(wrong(lang, tableOf(lang, kind))).toEqual([])
  })

  it.each(KINDS)('a table for a %s that lacks one of its forms is found out (red twin)', (kind) => {
    const parts = tableOf(lang, kind).split('|')
    const pairs = parts.filter((one) => one.includes('=')).map((one) => one.split('=') as [string, string])
    // a form that no text has today waits for one; some mend what another has made
    const isSaid = (from: string) =>
      relatives(lang).some(([, text]) => text.toLowerCase().includes(from)) ||
      pairs.some(([, to]) => from.includes(to))
    const forms = pairs.filter(([from]) => isSaid(from)).map((pair) => pair.join('='))
    expect(forms.length).toBeGreaterThan(1)
    for (const part of forms) {
      const rest = parts.filter((one) => one !== part).join('|')
      expect(wrong(lang, rest), part).not.toEqual([])
    }
  })

  it('who asks for a near one hears the texts as they are written', () => {
    const { say } = loadWords(lang)
    expect(
      Object.keys(say ?? {})
        .filter((key) => key.startsWith('whose.'))
        .sort(),
    ).toEqual(['whose.child', 'whose.spouse'])
  })

  it('a room says it so: the question, and what is asked in the form', () => {
    const speech = speak({ lang, dir: 'ltr', name: lang }, loadWords(lang))
    const said = (asker: string) => {
      const room = speakTo(speech, asker)
      return [room.t('daily-life:coping.question'), room.t('widget:form.theirPhone')]
    }
    const every = ['self', 'relative', ...KINDS].map((asker) => said(asker)[0])
    expect(new Set(every).size).toBe(every.length)
    for (const kind of KINDS)
      for (const text of said(kind)) expect(text).not.toMatch(OF_A_NEAR_ONE[baseOf(lang)] as RegExp)
    for (const text of said('relative')) expect(text).toMatch(OF_A_NEAR_ONE[baseOf(lang)] as RegExp)
  })
})

describe('what is exchanged', () => {
  it('is a word, at the beginning of a sentence too, wherever it stands', () => {
    expect(exchanged('Your hatter and your hatter. Your hatter’s hat', 'your hatter=your hare')).toBe(
      'Your hare and your hare. Your hare’s hat',
    )
  })

  it('is exchanged in the order of the table, so that a later form may mend what an earlier one said', () => {
    expect(exchanged('Your hatter is mad', 'your hatter=your hares|your hares is=your hares are')).toBe(
      'Your hares are mad',
    )
  })

  it('may leave lines out that begin so, and no others', () => {
    const lines = 'Ask your hare first, and wait.\nThen ask. Ask your hare first.\nGo'
    expect(exchanged(lines, 'hatter=hare|-Ask your hare first')).toBe('Then ask. Ask your hare first.\nGo')
    expect(exchanged(lines, 'hatter=hare')).toBe(lines)
  })
})

describe('a kind of near one', () => {
  const words: Record<string, string> = {
    'say:whose.child': 'your dear=your child',
    'x:plain': 'You',
    'x:plain_relative': 'Your dear, {{day}}',
    'x:own_relative': 'Your dear',
    'x:own_child': 'The small one, {{day}} {{mood}}',
    'x:formed_if-merry_relative': 'Your dear is merry',
    'x:formed_if-merry': 'You are merry',
    'x:nobody': 'Tea',
  }
  const host: Speaker = {
    lang: 'en',
    has: (key) => key in words,
    t: (key, values = {}) =>
      (words[`${key}_${values.context}`] ?? words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) =>
        String(values[name]),
      ),
  }
  const earlier = { values: { mood: 'merry' }, forms: { 'x:formed': ['merry'] } }
  const said = (asker: unknown, key: string) => speakTo(host, asker, earlier).t(key, { day: 'today' })

  it('is spoken of in the texts of a near one, in words of its own where there are any', () => {
    expect(said('child', 'x:plain')).toBe('Your child, today')
    expect(said('child', 'x:own')).toBe('The small one, today merry')
    expect(said('child', 'x:formed')).toBe('Your child is merry')
    expect(said('child', 'x:nobody')).toBe('Tea')
  })

  it('is no other asker: their words stay as they are written (red twin)', () => {
    expect(said('relative', 'x:plain')).toBe('Your dear, today')
    expect(said('spouse', 'x:plain')).toBe('You')
    expect(said('self', 'x:formed')).toBe('You are merry')
    expect(said(undefined, 'x:plain')).toBe('You')
    expect(said(['child'], 'x:plain')).toBe('You')
  })
})
