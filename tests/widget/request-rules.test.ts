/** The rules of the request that need no browser: what own words show, what is sent, and how its way is told. */

import type { Static } from 'typebox'
import { describe, expect, it } from 'vitest'
import type { MyRequest } from '#core/contract/callback.ts'
import type { Place } from '#core/contract/content.ts'
import { isOver, standingOf } from '../../widget/back/standing.ts'
import { pauseAfter } from '../../widget/back/use-mine.ts'
import { blank, contactOf, type WrittenContact } from '../../widget/contact/contact.ts'
import { hasIdentityCode, leftAloud } from '../../widget/contact/own-words.ts'
import { dangersIn } from '../../widget/help/dangers-in.ts'
import { estimateFor } from '../../widget/net/promises.ts'
import { speak } from '../../widget/words/speech.ts'
import { partOfDay } from '../../widget/words/when.ts'
import { languagesOffered, loadDialogue, loadWords } from '../support/content.ts'

const speech = speak({ lang: 'fi', dir: 'ltr', name: 'suomi' }, loadWords())

describe('a personal identity code in own words', () => {
  it.each([
    '131052-308T',
    '131052+308T',
    '010203A123B',
    '010203b123c', // small letters
    '010203F123B',
    '131052Y308T', // signs of the years 1900–1999 since 2023
    '131052U308T',
    'tunnus: 131052 - 308T.',
    '131052–308T', // a longer dash
    '131052−308T',
    '131052 308T',
    '131052308T',
    'syntynyt 131052-3089 Laukaassa',
  ])('is noticed in %s', (text) => expect(hasIdentityCode(text)).toBe(true))

  it.each([
    'Soita 040 123 4567',
    '0401234567',
    '+358 40 765 4321',
    '24.12.2026',
    'postinumero 41340',
    'tilausnumero 991399-308T', // no such day
    '131052-308', // not whole
    'Y-tunnus 1234567-8',
  ])('is not seen in %s', (text) => expect(hasIdentityCode(text)).toBe(false))
})

describe('the number of a request', () => {
  it('is sent as it is read, without what stands around it: nothing leaves that the card does not show', () => {
    const phone = (typed: string) => contactOf({ ...blank, phone: typed }, undefined).phone
    expect(phone('040 123 4567 iltaisin, äiti vastaa')).toBe('+358401234567')
    expect(phone('puh. 014-123 456')).toBe('+35814123456')
  })
})

describe('the estimate', () => {
  const promise = (until: string) => ({ day: until.slice(0, 10), by: '16:00', until })
  const area = (name: string, until: string) => ({
    area: name,
    promise: promise(until),
    safe: {},
    callers: [],
  })
  const place = { municipalities: [{ code: '410', area: 'west', name: {} }] } as unknown as Place
  const promises = {
    at: '2026-12-22T08:00:00Z',
    area: 'north',
    areas: [area('north', '2026-12-23T14:00:00Z'), area('west', '2026-12-22T14:00:00Z')],
  }
  const nothing = { dangers: [], attention: [] }
  const at = (now: string) => estimateFor(promises, place, { municipality: '410' }, nothing, Date.parse(now))

  it('is that of the area that would call, and never another’s when it has passed', () => {
    expect(at('2026-12-22T13:59:00Z')?.area).toBe('west')
    expect(at('2026-12-22T14:00:00Z')).toBeUndefined()
  })
})

describe('words of danger', () => {
  const flags = loadDialogue().flows.guidance?.dangers ?? []
  /** As the server joins them: a page knows the words of every language that is offered. */
  const everywhere = speak({ lang: 'fi', dir: 'ltr', name: 'suomi' }, joined())
  it.each<[string, string[]]>([
    ['Mies on hakannut minua.', ['violence']],
    ['Mies hakkaa minua.', ['violence']],
    ['En jaksa elää enää näin', ['self-harm']],
    ['Meillä ei ole ruokaa, ja häätö tulee', ['no-basics']],
    ['Äiti makaa TAJUTTOMANA', ['life-danger']],
    ['Kotona on väkivaltaa ja hän joi yliannoksen', ['violence', 'poisoning', 'self-harm']],
    ['Pelkään että tapan hänet', ['hurting']],
    ['He wants to kill me', ['violence']],
    ['I want to kill my wife', ['hurting']],
    ['äiti kaatui eikä pääse ylös', ['no-care-tonight']],
    ['Hon fick en hjärtattack', ['life-danger']],
    ['en oo syöny kolmeen päivään', ['no-basics']],
    ['Har inte råd med tvättmedel', []],
    ['Jag är rädd för min framtid', []],
    ['I am scared of my bills', []],
    ['Laskut ovat maksamatta enkä osaa täyttää lomaketta', []],
    ['Haluan kuulla asumistuesta', []],
  ])('%s', (text, found) => expect(dangersIn(text, flags, everywhere).sort()).toEqual(found.sort()))

  it.each<[string, string]>([
    ['pelkaan miestani', 'violence'],
    ['Pelka\u0308a\u0308n miesta\u0308ni', 'violence'],
    ['pel\u00adkään mies\u200btäni', 'violence'],
    ['PELKÄÄN  MIESTÄNI!!', 'violence'],
    ['ei oo mitään, jääkaappi on tyhjä', 'no-basics'],
    ['tekisi mieli kuolla', 'self-harm'],
    ['I want to die', 'self-harm'],
    ['han slar mig', 'violence'],
    ['I am afraid of my husband', 'violence'],
    ['jag är rädd för min man', 'violence'],
    ['nukun autossa', 'no-basics'],
    ['join pullon viinaa ja lääkkeitä', 'poisoning'],
    ['lapsi on yksin kotona', 'child-danger'],
  ])('are found in %j, however it is written and in whichever language of the page', (text, danger) =>
    expect(dangersIn(text, flags, everywhere)).toContain(danger),
  )

  it.each([
    'Löin pääni oveen',
    'kävin lyömässä löylyä',
    'loistava juttu',
    'I beat the deadline',
    'matka hotellille',
  ])('raise nothing at %j', (text) => expect(dangersIn(text, flags, everywhere)).toEqual([]))

  it('compared letter by letter would miss them (red twin)', () => {
    const plain = ` ${'pelkaan miestani'} `
    expect(
      speech
        .t('widget:danger.violence')
        .split('\n')
        .some((word) => plain.includes(` ${word}`)),
    ).toBe(false)
  })
})

/** Every language's beginnings of words, one a line. */
function joined() {
  const all = languagesOffered().map((language) => loadWords(language).widget ?? {})
  const keys = Object.keys(all[0] ?? {}).filter((key) => key.startsWith('danger.'))
  return {
    widget: Object.fromEntries(keys.map((key) => [key, all.map((words) => words[key] ?? '').join('\n')])),
  }
}

it('the counter is heard at a few steps only', () => {
  expect([500, 101, 100, 73, 50, 20, 5, 0].map(leftAloud)).toEqual([
    undefined,
    undefined,
    100,
    100,
    50,
    20,
    20,
    0,
  ])
})

describe('what is sent', () => {
  const written = (part: Partial<WrittenContact>): WrittenContact => ({
    ...blank,
    phone: '040 123 4567',
    ...part,
  })

  it('is only what was said', () => {
    expect(contactOf(written({}), undefined)).toEqual({ way: 'call', phone: '+358401234567' })
  })

  it('is nothing that belongs to a way no longer chosen', () => {
    const all = written({ way: 'visit', ifOther: 'call-later', message: 'yes', safe: 'yes', safeWhen: 'ti' })
    expect(contactOf(all, undefined)).toEqual({ way: 'visit', safeToCall: true })
  })

  it('a safe time takes the place of a part of the day', () => {
    expect(contactOf(written({ safe: 'no', safeWhen: 'ti klo 9', window: 'morning' }), undefined)).toEqual({
      way: 'call',
      phone: '+358401234567',
      safeToCall: false,
      safeWhen: 'ti klo 9',
    })
  })

  it('never makes us call a near one who does not know', () => {
    expect(contactOf(written({ known: 'no', whom: 'near-one' }), 'relative')).toMatchObject({
      whom: 'me',
      theyKnow: false,
    })
    expect(contactOf(written({ known: '', whom: 'near-one' }), 'relative').whom).toBe('me')
    expect(contactOf(written({ known: 'yes', whom: 'near-one' }), 'relative')).toMatchObject({
      whom: 'near-one',
      theyKnow: true,
    })
  })

  it('never makes us call a client who has not given permission', () => {
    const without = contactOf(written({ known: 'no', whom: 'near-one' }), 'professional')
    expect(without).toMatchObject({ whom: 'me' })
    expect(without).not.toHaveProperty('theyKnow')
  })
})

describe('how its way is told', () => {
  const now = Date.parse('2026-11-24T13:00:00Z')
  it.each([
    ['2026-11-24T06:30:00Z', 'tänään aamulla'],
    ['2026-11-24T08:15:00Z', 'tänään aamupäivällä'],
    ['2026-11-23T12:00:00Z', 'eilen iltapäivällä'],
    ['2026-11-20T16:00:00Z', 'pe 20.11. illalla'],
  ])('an attempt at %s was %s', (at, words) => expect(partOfDay(speech, at, now)).toBe(words))

  const mine = {
    status: 'waiting',
    way: 'call',
    attempts: [],
    promise: { day: '2026-11-24', by: '14:00', until: '2026-11-24T12:00:00Z' },
  } as unknown as Static<typeof MyRequest>
  it('a promise that was not kept is not repeated', () => {
    expect(standingOf(mine, now)).toBe('late')
    expect(standingOf(mine, Date.parse('2026-11-24T11:59:00Z'))).toBe('pending')
    expect(standingOf({ ...mine, attempts: [{ at: '2026-11-24T09:00:00Z' }] }, now)).toBe('pending')
    expect(standingOf({ ...mine, status: 'withdrawn' }, now)).toBe('gone')
  })

  it('of a visit: late until its time is set, then by its own time', () => {
    const visit = { station: 'laukaa', day: '2026-11-30', from: '09:00', to: '12:00' }
    const comes = { ...mine, way: 'visit' as const }
    expect(standingOf(comes, now)).toBe('late')
    expect(standingOf({ ...comes, visit }, now)).toBe('pending')
    expect(isOver(visit, Date.parse('2026-11-30T11:59:00+02:00'))).toBe(false)
    expect(isOver(visit, Date.parse('2026-11-30T12:00:00+02:00'))).toBe(true)
  })

  it('is asked for seldom when nothing happens, when nobody answers, and when the server asks for a pause', () => {
    expect([0, 19, 20, 40, 400].map((quiet) => pauseAfter(quiet, 0) / 1000)).toEqual([15, 15, 30, 60, 240])
    expect([1, 2, 3, 9].map((failed) => pauseAfter(0, failed) / 1000)).toEqual([30, 60, 120, 240])
    expect(pauseAfter(0, 1, 600)).toBe(600_000)
  })
})
