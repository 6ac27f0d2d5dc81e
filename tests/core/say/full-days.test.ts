import { describe, expect, it } from 'vitest'
import { shortDay } from '#core/say/day.ts'
import { clock } from '#core/say/time.ts'
import { fullText, offerText, promisedText } from '../../../widget/words/promised.ts'
import { speak } from '../../../widget/words/speech.ts'
import { languagesOffered, loadWords } from '../../support/content.ts'
import { placeOf } from '../../widget/harness.ts'

const PROMISE = { day: '2026-12-03', by: '15:30', until: '2026-12-03T13:30:00Z', crowded: true as const }
const ESTIMATE = { area: 'north', promise: PROMISE, callers: [], safe: {} }
const FULL = { ...ESTIMATE, promise: undefined }
const WAYS = ['call', 'text', 'shared-phone', 'visit']

describe.each(languagesOffered())('in %s', (lang) => {
  const speech = speak({ lang, dir: 'ltr', name: lang }, loadWords(lang))
  const place = placeOf()
  const [busy, full] = ['crowded', 'full'].map((key) => speech.t(`widget:promise.${key}`)) as [string, string]

  it.each(WAYS)(
    'that the next days are full is said before the time, before sending and after it: %s',
    (way) => {
      for (const text of [
        offerText(speech, ESTIMATE, way),
        promisedText(speech, place, ESTIMATE, way).join(' '),
      ]) {
        expect(text.startsWith(`${busy} `)).toBe(true)
        for (const part of [shortDay(speech, PROMISE.day), clock(speech, PROMISE.by)])
          expect(text).toContain(part)
      }
    },
  )

  it.each(WAYS)('while no day has room no time is told: %s', (way) => {
    expect(offerText(speech, FULL, way)).toBe(full)
    expect(promisedText(speech, place, FULL, way)).toEqual([full])
    expect(full).not.toMatch(/\d|\{\{/)
  })

  it('where somebody is met nobody is told that a day follows while none has room', () => {
    expect(offerText(speech, FULL, 'visit', 'offer.visit')).toBe(full)
  })

  it('who is contacted when it is safe hears that it takes longer, and still no time', () => {
    const said = offerText(speech, { ...ESTIMATE, safeTime: 'words' })
    expect(said).toBe(`${busy} ${speech.t('widget:promise.safe')}`)
    expect(said).not.toMatch(/\d/)
  })

  it.each(['words', 'chosen'] as const)(
    'is told also while no day has room that it is only when it is safe: %s',
    (safeTime) => {
      const safe = speech.t('widget:promise.safe')
      expect(promisedText(speech, place, { ...FULL, safeTime }, 'call')).toEqual([full, safe])
    },
  )

  it('on an ordinary day, and while it is not known, nothing is said of it (red twin)', () => {
    const { crowded: _, ...ordinary } = PROMISE
    expect(fullText(speech, { promise: ordinary })).toBeUndefined()
    expect(fullText(speech, undefined)).toBeUndefined()
    expect(offerText(speech, { ...ESTIMATE, promise: ordinary })).not.toContain(busy)
  })
})
