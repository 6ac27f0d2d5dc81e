import { describe, expect, it } from 'vitest'
import { shortDay, wholeDate } from '#core/say/day.ts'
import { byWhen } from '#core/say/time.ts'
import { speak } from '../../../widget/words/speech.ts'

const speech = (lang: string) =>
  speak(
    { lang, dir: 'ltr', name: lang },
    { say: { 'promise.by': '{{day}} {{time}}', 'day.on': '{{day}}', 'time.hour': '{{hour}}' } },
  )
const spaces = (text: string) => text.replace(/\s/g, ' ')

describe('a day that a resident is promised', () => {
  it('stands in figures where the day comes first and a full stop follows it', () => {
    expect(shortDay(speech('fi'), '2026-12-28')).toBe('ma 28.12.')
    expect(shortDay(speech('fi-simple'), '2026-12-28')).toBe('ma 28.12.')
    expect(wholeDate(speech('fi'), '2026-12-28')).toBe('28.12.2026')
    expect(wholeDate(speech('fi-simple'), '2026-12-28')).toBe('28.12.2026')
  })

  it('names its month in English, where 5/6 could be read two ways', () => {
    expect(spaces(shortDay(speech('en'), '2027-06-05'))).toMatch(/^Sat,? 5 Jun$/)
    expect(spaces(wholeDate(speech('en'), '2027-06-05'))).toBe('5 Jun 2027')
    const promise = { day: '2027-06-07', by: '16:00', until: '2027-06-07T13:00:00Z' }
    expect(byWhen(speech('en'), promise)).toMatch(/^Mon,? 7 Jun 16$/)
  })

  it('is never written with a slash, whatever the language', () => {
    for (const lang of ['fi', 'sv', 'en', 'se', 'ru', 'uk', 'ar', 'so', 'et'])
      expect(shortDay(speech(lang), '2027-06-05')).not.toMatch(/\//)
  })
})
