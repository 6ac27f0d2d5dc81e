/** What sounds like a decision is refused in every language; what merely asks, advises or tells of one is not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusedIn } from '#core/check/base/refused.ts'
import { said } from '#core/check/said/saying.ts'
import { refusals } from '#core/check/words/wording.ts'
import { readContent } from '../../../server/content/reading/parse.ts'
import { loadWords } from '../../support/content.ts'
import { problemsOf, toy, whole } from './toy.ts'

const { content } = readContent('flows', 'locales')

const refused: Record<string, [sentence: string, found: string][]> = {
  fi: [
    ['Olet oikeutettu asumistukeen.', 'Olet oikeutettu'],
    ['Läheiselläsi on oikeus palveluun.', 'Läheiselläsi on oikeus'],
    ['Tuki kuuluu sinulle.', 'kuuluu sinulle'],
    ['Sinulle myönnetään tukea.', 'myönnetään'],
    ['Silloin saat kotihoidon palveluja.', 'saat kotihoidon palveluja'],
    ['Jos haet ajoissa, saat asumistukea.', 'saat asumistukea'],
  ],
  sv: [
    ['Du är berättigad till bostadsbidrag.', 'berättigad'],
    ['Din närstående har rätt till hemvård.', 'har rätt till'],
    ['Då har du rätt att få stöd.', 'har du rätt att'],
    ['Du beviljas utkomststöd.', 'beviljas'],
    ['Stödet tillkommer dig.', 'tillkommer dig'],
    ['Du får bostadsbidrag.', 'Du får bostadsbidrag'],
    ['Efter det får du färdtjänst.', 'får du färdtjänst'],
    ['Din klient får snabbt rehabilitering.', 'Din klient får snabbt rehabilitering'],
    ['Hon kommer att få personlig assistans.', 'kommer att få personlig assistans'],
    ['Ansökan godkänns genast.', 'Ansökan godkänns'],
    ['Vi garanterar hjälp.', 'garanterar'],
  ],
  en: [
    ['You are entitled to housing allowance.', 'entitled to'],
    ['You may be entitled to help.', 'entitled to'],
    ['Your relative has the right to home care.', 'has the right to'],
    ['You’re eligible for support.', 'You’re eligible'],
    ['You qualify for a pension.', 'qualify for'],
    ['The benefit is granted at once.', 'is granted'],
    ['Kela will grant you the allowance.', 'Kela will grant you'],
    ['Your application will be approved.', 'will be approved'],
    ['You will get the benefit.', 'You will get the benefit'],
    ['You get basic social assistance.', 'You get basic social assistance'],
    ['Your client receives personal assistance.', 'Your client receives personal assistance'],
    ['You’ll be paid an allowance.', 'You’ll be paid an allowance'],
    ['The money is due to you.', 'is due to you'],
    ['Help is guaranteed.', 'is guaranteed'],
  ],
}

const allowed: Record<string, string[]> = {
  fi: [
    'Voit pyytää arviointia; päätöksen tekee hyvinvointialue.',
    'Voit hakea asumistukea Kelasta.',
    'Saatko jo jotain tukea?',
    'Jos saat jo eläkettä, ota eläkepäätös mukaan.',
    'Kerro, milloin hän saa eläkettä.',
    'Saat neuvoja palveluohjaajalta.',
  ],
  sv: [
    'Du kan be om en bedömning; välfärdsområdet fattar beslutet.',
    'Du kan ansöka om bostadsbidrag.',
    'Du kan få bostadsbidrag om FPA beslutar så.',
    'Får du något stöd redan nu?',
    'Berätta om du får pension.',
    'Du får ansöka om bidraget på nätet.',
    'Du får hjälp av servicehandledaren.',
    'Har du rätt adress?',
    'Garantipension söks hos FPA.',
    'Den här rådgivningen avgör inte vad någon är berättigad till, och vi kan inte avgöra det.',
  ],
  en: [
    'You can ask for an assessment; the county makes the decision.',
    'You can apply for housing allowance.',
    'You can get housing allowance if Kela decides so.',
    'Do you get any benefits now?',
    'Tell them if you already receive a pension.',
    'You get advice from a service coordinator.',
    'A study grant is applied for from Kela.',
    'Guarantee pension is applied for from Kela.',
    'This chat cannot say what you are entitled to.',
    'Which support do you receive today?',
  ],
}

describe.each(Object.keys(refused))('in %s', (language) => {
  it.each(refused[language] ?? [])('“%s” sounds like a decision', (sentence, found) => {
    const hits = refusals(refusedIn(content, language), sentence)
    expect(hits.map(({ code }) => code)).toContain('decision-wording')
    expect(hits.map((hit) => hit.found)).toContain(found)
    for (const { instead } of hits) expect(said(instead)).toMatch(/^\S.*\.$/)
  })

  it.each(allowed[language] ?? [])('“%s” does not', (sentence) => {
    expect(
      refusals(refusedIn(content, language), sentence).filter(({ code }) => code === 'decision-wording'),
    ).toEqual([])
  })
})

describe('medical assessment and office language', () => {
  it.each([
    ['fi', 'Tee oirearvio.', 'Kysy toimijalta.', 'Tämä ei ole oirearvio.'],
    ['sv', 'Gör en symtombedömning.', 'Öppet på vardagar.', 'Det här är inte en symtombedömning.'],
    ['en', 'Start the symptom check.', 'Ask a stakeholder.', 'This is not a symptom check.'],
  ])('are refused in %s, unless it is said that this is none', (language, clinical, office, none) => {
    const codes = (text: string) => refusals(refusedIn(content, language), text).map(({ code }) => code)
    expect([codes(clinical), codes(office), codes(none)]).toEqual([['clinical-wording'], ['office-word'], []])
  })

  it('are judged by the base of a language, and by nothing where there is no list', () => {
    expect(refusals(refusedIn(content, 'sv-simple'), 'Du beviljas stöd.')).toHaveLength(1)
    expect(refusals(refusedIn(content, 'so'), 'You are entitled to help.')).toEqual([])
  })
})

it('no Finnish text of the house is refused', () => {
  const texts = Object.entries(loadWords('fi')).filter(([namespace]) => namespace !== 'desk')
  const hits = texts.flatMap(([, words]) =>
    Object.values(words).flatMap((text) => refusals(refusedIn(content, 'fi'), text)),
  )
  expect(hits).toEqual([])
})

describe('the lists of an installation', () => {
  const fi = (lists: unknown) => ({ ...toy, 'locales/fi/refused.json': JSON.stringify(lists, null, 2) })
  const said = (texts: Record<string, string>, text: string) => {
    const file = 'locales/fi/tea.json'
    const spoken = { ...JSON.parse(texts[file] ?? '{}'), 'liking.question': text }
    return problemsOf({ ...texts, [file]: JSON.stringify(spoken) }).map(({ code }) => code)
  }

  it('add to those of the house, and take none of them away', () => {
    const own = fi({ office: [{ find: 'toimintayksik' }] })
    expect(said(toy, 'Mikä toimintayksikkö?')).toEqual([])
    expect(said(own, 'Mikä toimintayksikkö?')).toEqual(['office-word'])
    expect(said(own, 'Olet oikeutettu teehen.')).toEqual(['decision-wording'])
    expect(said(fi({ decision: [] }), 'Olet oikeutettu teehen.')).toEqual(['decision-wording'])
  })

  it('guard a language for which the house has none', () => {
    const { content } = readContent('flows', 'locales')
    const somali = { ...content, refused: { ...content.refused, so: { decision: [{ find: 'waxaad xaq' }] } } }
    expect(refusals(refusedIn(somali, 'so'), 'Waxaad xaq u leedahay.')).toHaveLength(1)
  })

  it('say where a pattern is none, and what they do not know, instead of refusing nothing in silence', () => {
    const wrong = problemsOf(fi({ danger: ['pel(ko'], office: [{ find: 'x', unless: '[' }], nice: [] }))
    expect(wrong.map(({ code, line }) => `${line} ${code}`)).toEqual([
      '3 bad-pattern',
      '8 bad-pattern',
      '11 unknown-key',
    ])
    expect(whole(wrong[0] as (typeof wrong)[number])).toBe(
      'locales/fi/refused.json:3:5 "pel(ko" is no pattern: nothing would be found by it. ' +
        'Write the beginning of a word, or a regular expression whose brackets all close.',
    )
  })

  it('of the house hold for content that has words of its own', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-refused-'))
    mkdirSync(path.join(folder, 'flows'))
    mkdirSync(path.join(folder, 'locales/fi'), { recursive: true })
    writeFileSync(path.join(folder, 'locales/fi/tea.json'), '{}')
    const own = readContent(path.join(folder, 'flows'), path.join(folder, 'locales')).content
    rmSync(folder, { recursive: true })
    expect(refusals(refusedIn(own, 'fi'), 'Sinulle myönnetään tukea.')).not.toEqual([])
    expect(own.refused).toEqual({})
  })
})
