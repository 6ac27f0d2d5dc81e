/** One judge of a number, for the form, an answer and the server. */
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { readPhone } from '#core/request/phone.ts'
import { seeded } from '#core/walk/random.ts'

const MOBILE = '+358401234567'

describe('a number as people write it', () => {
  it.each([
    '0401234567',
    '040 123 4567',
    '040-123 4567',
    '040-1234567',
    '040/1234567',
    '040.123.4567',
    '040,123,4567',
    '040 / 123 4567',
    '(040) 123 4567',
    '040–123–4567',
    '040—123—4567',
    '040‑123‑4567',
    '040−123−4567',
    '040 123 4567',
    '040 123 4567',
    '040​1234567',
    '‪040 123 4567‬',
    '⁦0401234567⁩',
    '﻿0401234567',
    '040­1234567',
    '040\t123\t4567',
    '040 123 4567\n',
    '  040 123 4567  ',
    '0 4 0 1 2 3 4 5 6 7',
    '+358401234567',
    '+358 40 123 4567',
    '+358 (0)40 123 4567',
    '+358(0)401234567',
    '+358 040 123 4567',
    '＋358 40 123 4567',
    '+ 358 40 123 4567',
    '(+358) 40 123 4567',
    '00358401234567',
    '00358 40 123 4567',
    '00 358 (0)40 1234567',
    '358401234567',
    '358 40 123 4567',
    '40 123 4567',
    '401234567',
    '０４０１２３４５６７',
    '٠٤٠١٢٣٤٥٦٧',
    '۰۴۰ ۱۲۳ ۴۵۶۷',
    '०४०१२३४५६७',
    'puh. 040 1234567',
    'puh: 040 123 4567',
    'Puhelin 0401234567',
    'p. 040 123 4567',
    'tel:+358401234567',
    'gsm 040 123 4567',
    '040 123 4567 iltaisin',
    '040 123 4567 (äiti)',
    '040 123 4567, vain aamulla',
    '040 123 4567 klo 17 jälkeen',
    'klo 9 jälkeen 040 123 4567',
    '040 123 4567 17-20',
    '040 123 4567 / 17–20',
    '040 123 4567 tai 050 765 4321',
    '040 123 4567, 050 765 4321',
    '0401234567 0507654321',
    '0401234567/0507654321',
    '040 123 4567 & 014 123 456',
    'O40 123 4567',
    'o401234567',
    '040 l23 4567',
    '040I234567',
    '040 1234567#2',
    '040 1234567²',
    '040 1234567 (2)',
    '010199-123A 040 1234567',
    '040 1234567, 010199A123K',
    '040 123 4567.',
    '040 123 4567!',
    '"040 123 4567"',
    '<0401234567>',
    '040_123_4567',
    '040*123*4567',
    '040·123·4567',
    '040•123•4567',
    '📞 040 123 4567',
    'Numeroni on 040 123 4567 kiitos',
    'mobil 040-123 45 67',
    'call 040 123 4567 please',
  ])('%j can be called', (typed) => {
    expect(readPhone(typed)).toBe(MOBILE)
  })

  it.each([
    ['014 123 456', '+35814123456'],
    ['014 123 456 alanumero 12', '+35814123456'],
    ['09 1234 5678', '+358912345678'],
    ['0800 123 456', '+358800123456'],
    ['24.12.2026 klo 9, 040 123 4567', '+358401234567'],
    ['24.12.2026 040 123 4567', '+358401234567'],
    ['+46 8 123 456 78', '+46812345678'],
    ['0046 70 123 45 67', '+46701234567'],
    ['0045 12 34 56 78', '+4512345678'],
    ['0040 712 345 678', '+40712345678'],
    ['+40 21 234 5678', '+40212345678'],
    ['+372 5123 4567', '+37251234567'],
    ['+1 (202) 555-0123', '+12025550123'],
  ])('%j is %s', (typed, number) => {
    expect(readPhone(typed)).toBe(number)
  })

  it.each([
    '',
    ' ',
    'ei ole',
    'soita äidille',
    '112',
    '116117',
    '116 117',
    '0600 123 45',
    '0600 12345',
    '0700 123 456',
    '123',
    '12345',
    '+358 40 1',
    '040 12',
    '04012345678901234',
    '+999 123 456 789',
    '+0 40 123 4567',
    '1.1.2026',
    '12.30–15.00',
    '00',
    // with a zero too many, not of Romania, the United Kingdom or Denmark
    '0040 1234567',
    '0040 123 4567',
    '0044 123 4567',
    '00 45 123 4567',
    '0050 123 4567',
    '+',
    '()',
  ])('%j is nobody’s number', (typed) => {
    expect(readPhone(typed)).toBeUndefined()
  })

  it.each([
    '1. 040 123 4567 2. 050 765 4321',
    '1) 0401234567 2) 0507654321',
    '1. 0401234567\n2. 0507654321',
    '040 123 456 7. Soita illalla',
  ])('of a list the first is meant, and no digit of another: %j', (typed) => {
    expect(readPhone(typed)).toBe(MOBILE)
  })

  it('a zero of calls at home is left out behind the code of a country, and kept where it is a digit of its numbers', () => {
    const wrong: string[] = []
    for (const country of getCountries().filter((one) => getCountryCallingCode(one) !== '358')) {
      const code = getCountryCallingCode(country)
      const national = (examples as Partial<Record<CountryCode, string>>)[country]
      // of islands of some hundred people some have four digits
      if (national === undefined || national.length < 5) continue
      const spellings =
        national.startsWith('0') || ['39', '378'].includes(code) ? ['', ' '] : ['', ' (0)', ' (0) ', ' 0']
      for (const between of spellings)
        if (readPhone(`+${code}${between}${national}`) !== `+${code}${national}`)
          wrong.push(`+${code}${between}${national}: ${readPhone(`+${code}${between}${national}`)}`)
    }
    expect(wrong).toEqual([])
    expect(readPhone('+39 (0)6 1234 5678')).toBe('+390612345678')
    // red twin: a judge that only leaves out what is no digit has it dialled
    expect('+46 (0)70 123 45 67'.replace(/[^\d+]/g, '')).not.toBe(readPhone('+46 (0)70 123 45 67'))
  })

  it('red twin: a judge of digits, spaces and hyphens alone sends people back whose number is right', () => {
    const strict = (typed: string) => /^\+?[\d -]{7,16}$/.test(typed)
    const right = ['040/1234567', '040\u2011123\u20114567', '\u2066040 1234567\u2069', 'puh. 040 1234567']
    expect(right.filter((typed) => readPhone(typed) !== MOBILE)).toEqual([])
    expect(right.filter(strict)).toEqual([])
    // and lets through whom nobody can call back
    expect(
      ['0600 123 45', '0401234567890123'].filter((typed) => strict(typed) && !readPhone(typed)),
    ).toHaveLength(2)
  })

  it('read once more is the same', () => {
    for (const typed of ['040 123 4567 iltaisin', '+46 8 123 456 78', '014 123 456'])
      expect(readPhone(readPhone(typed) ?? '')).toBe(readPhone(typed))
  })
})

describe('the Finnish plan', () => {
  it('calls a number callable as libphonenumber does, but for premium rate', () => {
    const random = seeded(20_261_129)
    const otherwise: string[] = []
    for (let tried = 0; tried < 20_000; tried++) {
      const digits = `0${Array.from({ length: 4 + random.below(9) }, () => random.below(10)).join('')}`
      if (digits.startsWith('00')) continue
      const known = parsePhoneNumberFromString(digits, 'FI')
      const theirs = known?.isValid() && known.getType() !== 'PREMIUM_RATE' ? known.number : undefined
      if (readPhone(digits) !== theirs) otherwise.push(`${digits}: ${readPhone(digits)}, not ${theirs}`)
    }
    expect(otherwise).toEqual([])
  })
})
