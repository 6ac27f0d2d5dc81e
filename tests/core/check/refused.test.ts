/** What sounds like a decision is refused in every language; what merely asks, advises or tells of one is not. */
import { describe, expect, it } from 'vitest'
import { refusals } from '#core/check/words/wording.ts'
import { loadWords } from '../../support/content.ts'

const refused: Record<string, [sentence: string, found: string][]> = {
  fi: [
    ['Olet oikeutettu asumistukeen.', 'Olet oikeutettu'],
    ['Läheiselläsi on oikeus palveluun.', 'Läheiselläsi on oikeus'],
    ['Tuki kuuluu sinulle.', 'kuuluu sinulle'],
    ['Sinulle myönnetään tukea.', 'myönnetään'],
    ['Silloin saat kotihoidon palveluja.', 'saat kotihoidon palveluja'],
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
    const hits = refusals(language, sentence)
    expect(hits.map(({ code }) => code)).toContain('decision-wording')
    expect(hits.map((hit) => hit.found)).toContain(found)
    for (const { instead } of hits) expect(instead).toMatch(/^\S.*\.$/)
  })

  it.each(allowed[language] ?? [])('“%s” does not', (sentence) => {
    expect(refusals(language, sentence).filter(({ code }) => code === 'decision-wording')).toEqual([])
  })
})

describe('medical assessment and office language', () => {
  it.each([
    ['fi', 'Tee oirearvio.', 'Kysy toimijalta.', 'Tämä ei ole oirearvio.'],
    ['sv', 'Gör en symtombedömning.', 'Öppet på vardagar.', 'Det här är inte en symtombedömning.'],
    ['en', 'Start the symptom check.', 'Ask a stakeholder.', 'This is not a symptom check.'],
  ])('are refused in %s, unless it is said that this is none', (language, clinical, office, none) => {
    const codes = (text: string) => refusals(language, text).map(({ code }) => code)
    expect([codes(clinical), codes(office), codes(none)]).toEqual([['clinical-wording'], ['office-word'], []])
  })

  it('are judged by the base of a language, and by nothing where there is no list', () => {
    expect(refusals('sv-simple', 'Du beviljas stöd.')).toHaveLength(1)
    expect(refusals('so', 'You are entitled to help.')).toEqual([])
  })
})

it('no Finnish text of the house is refused', () => {
  const texts = Object.entries(loadWords('fi')).filter(([namespace]) => namespace !== 'desk')
  const hits = texts.flatMap(([, words]) => Object.values(words).flatMap((text) => refusals('fi', text)))
  expect(hits).toEqual([])
})
