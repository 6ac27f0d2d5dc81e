/** An answer that speaks of danger and carries none is warned of, in every language; one that speaks of everyday matters is not. */
import { describe, expect, it } from 'vitest'
import { mark } from '../../../server/commands/translated/states.ts'
import { problemsOf, toy } from './toy.ts'

const json = (texts: object): string => JSON.stringify(texts, null, 2)
const finnish = (namespace: string): Record<string, string> =>
  JSON.parse(toy[`locales/fi/${namespace}.json`] ?? '{}')

/** The toy in a second language, alike on purpose. */
function translated(language: string): Record<string, string> {
  if (language === 'fi') return toy
  const files = Object.keys(toy).filter((file) => /^locales\/fi\/(?!language)/.test(file))
  const pairs = files.flatMap((file) => {
    const name = file.slice('locales/fi/'.length, -'.json'.length)
    const { states } = mark({}, finnish(name), finnish(name), { by: 'same', all: true })
    return [
      [`locales/${language}/${name}.json`, json(finnish(name))],
      [`locales/${language}/${name}.state.json`, json(states)],
    ]
  })
  const described = json({ lang: language, dir: 'ltr', name: language })
  return { ...toy, ...Object.fromEntries(pairs), [`locales/${language}/language.json`]: described }
}

/** The warnings when the sentences are the answers of one question, in this language: the sentences warned of. */
function warned(language: string, sentences: string[]): string[] {
  const options = sentences.map((_, index) => `answer-${index}`)
  const texts = translated(language)
  const given = options.map((option, index) => [`wishes.options.${option}`, sentences[index]])
  const plain = options.map((option) => [`wishes.options.${option}`, 'Jotain'])
  const guidance = { ...finnish('guidance'), ...Object.fromEntries(plain) }
  const flow = (toy['flows/guidance.yaml'] ?? '').replace('[tea, cake]', `[tea, cake, ${options.join(', ')}]`)
  const problems = problemsOf({
    ...texts,
    'flows/guidance.yaml': flow,
    'locales/fi/guidance.json': json(guidance),
    [`locales/${language}/guidance.json`]: json({ ...guidance, ...Object.fromEntries(given) }),
  }).filter(({ code }) => code === 'danger-unmarked')
  expect(problems.every(({ level, file }) => level === 'warning' && file === 'flows/guidance.yaml')).toBe(
    true,
  )
  return sentences.filter((sentence) => problems.some(({ says }) => says.startsWith(`"${sentence}" speaks`)))
}

const danger: Record<string, string[]> = {
  fi: [
    'Joku lyö minua',
    'Minua lyödään kotona',
    'Hän löi minua',
    'Mieheni on lyönyt minua',
    'Minua kuristetaan',
    'Minua potkitaan',
    'Minut hakattiin',
    'Mies uhkailee minua',
    'Minua on uhattu',
    'Kotona huudetaan ja tönitään',
    'Kotona huudetaan',
    'Kotona on perheväkivaltaa',
    'Hän heittelee tavaroita',
    'Joku seuraa minua',
    'Joku vahtii puhelintani',
    'Hän ei päästä minua ulos',
    'Minut pakotetaan naimisiin',
    'En uskalla mennä kotiin',
    'En uskalla enää olla kotona',
    'Kotiin en uskalla mennä',
    'En ole turvassa',
    'Pelkään kotona',
    'Menetän malttini',
    'Lapsi on yksin kotona',
    'Kukaan ei huolehdi minusta',
    'En halua enää elää',
    'En halua elää',
    'En jaksa elää',
    'En jaksa enää',
    'Viiltelen',
    'Viillän itseäni',
    'Tekisi mieli kuolla',
    'Toivon, että kuolisin',
    'Vahingoitan itseäni',
    'Haluan lopettaa elämäni',
    'Läheinen kuoli eilen',
    'Otin kaikki lääkkeet',
    'Minulla ei ole syötävää',
    'Ruoka on loppu',
    'Ruuat loppuivat',
    'Jääkaappi on tyhjä',
    'En ole syönyt moneen päivään',
    'Nukun ulkona',
    'Nukun autossa',
    'Olen koditon',
    'Minulla ei ole yöpaikkaa',
  ],
  sv: [
    'Någon slår mig',
    'Han slog mig',
    'Jag blir slagen hemma',
    'Min man har slagit mig',
    'De slåss hemma',
    'Jag får stryk',
    'Han stryper mig',
    'Någon sparkar mig',
    'Någon hotar mig',
    'Någon skriker på mig',
    'Hemma skriker de',
    'Någon förföljer mig',
    'Han låser in mig',
    'Jag tvingas gifta mig',
    'Hedersvåld',
    'Jag vågar inte gå hem',
    'Jag vågar inte längre vara hemma',
    'Hemma känner jag mig inte trygg',
    'Jag är rädd hemma',
    'Jag är rädd om nätterna',
    'Ett barn är i fara',
    'Jag vill inte leva längre',
    'Jag vill inte leva',
    'Jag orkar inte längre',
    'Jag vill dö',
    'Jag skär mig',
    'Jag tänker ta mitt liv',
    'Min mamma dog i går',
    'Jag har tagit alla tabletter',
    'Jag har inget att äta',
    'Jag har inte ätit på två dagar',
    'Maten är slut',
    'Kylskåpet är tomt',
    'Jag sover ute',
    'Jag sover i bilen',
    'Jag är hemlös',
    'Jag har ingenstans att sova',
  ],
  en: [
    'Somebody hits me',
    'My husband hit me',
    'He hits the kids',
    'I get hit at home',
    'I get beaten at home',
    'My partner beats me',
    'Someone kicks me',
    'Someone shouts at me',
    'Someone threatens me',
    'Someone follows me',
    'He controls my money',
    'I am forced to marry',
    'I am scared to go home',
    'I don’t dare to go home',
    'I am not safe at home',
    'The child is home alone',
    'I do not want to live',
    'I don’t want to live any more',
    'I can’t go on',
    'I feel like ending my life',
    'I want to die',
    'I cut myself',
    'My mother died yesterday',
    'I took all my pills',
    'I have nothing to eat',
    'I have not eaten for two days',
    'I am hungry',
    'The fridge is empty',
    'I sleep outside',
    'I sleep in my car',
    'I am homeless',
    'I have nowhere to sleep',
  ],
}

const ordinary: Record<string, string[]> = {
  fi: [
    'Kotityöt ovat vaikeita',
    'Lyhyt neuvo riittää',
    'Pelkkä neuvo riittää',
    'Haluan pelkästään tietoa',
    'Tarvitsen apua syömisessä',
    'En uskalla puhua puhelimessa',
    'En uskalla pyytää apua kotiin',
    'Sain kuulla uutisen',
    'Sain potkut',
    'Poika potkii palloa',
    'Lyön vetoa peleistä',
    'Uhkapelit vievät rahat',
    'Apua on ollut tapana pyytää',
    'Hoidan vaaria',
    'En halua elää yksin',
    'En jaksa enää siivota',
    'Kuolinpesän laskut',
    'Satutunti lapselle',
    'Nieleminen on vaikeaa',
    'Veitsellä leikkaaminen on vaikeaa',
    'Asuminen vie rahani',
    'Nukun huonosti',
    'Varaan aikaa lääkärille',
    'Varaa aika lääkärille',
    'Liikkuminen ulkona',
    'Tarvitsen tukea arkeen',
    'Peseytyminen tai pukeutuminen',
    'Kaapin tyhjentäminen',
    'Yksin oleminen',
    'Kylmä sää ja viileä koti',
  ],
  sv: [
    'Slutet av månaden',
    'Jag leker med barnen',
    'Jag är rädd om mina saker',
    'Räddningsverket',
    'Jag bor på hotell',
    'Att fara till läkaren',
    'Jag vill slå vad',
    'Han slår vad om allt',
    'Jag slår på datorn',
    'Något slags hjälp',
    'Att stryka kläder',
    'Barnet sparkar boll',
    'Jag fick sparken',
    'Jag är gift',
    'Jag drar mig undan',
    'Jag vill inte leva ensam',
    'Jag orkar inte städa',
    'Dödsboets räkningar',
    'Dörren är för tung',
    'Jag sover dåligt',
    'Jag vågar inte ringa',
    'Skadestånd',
    'Matematik',
    'Att röra sig ute',
  ],
  en: [
    'White goods',
    'Hit the road',
    'I beat the deadline',
    'The deadline is near',
    'Harmony at home',
    'I am Hungarian',
    'They hung up the phone',
    'Substance abuse',
    'I do not want to live alone',
    'I cannot live on my pension',
    'I can’t go on holiday',
    'I cut my hair myself',
    'I am tired of living alone',
    'I live outside the town',
    'Going outside',
    'I sleep badly',
    'I need someone to push me in a wheelchair',
    'Home is not safe to move about in',
    'A diet for my heart',
    'Terrific news',
    'I do not dare to call',
    'It is hard to eat',
  ],
}

describe.each(Object.keys(danger))('an answer in %s', (language) => {
  it('that speaks of danger and carries none is warned of', () => {
    const sentences = danger[language] ?? []
    expect(warned(language, sentences)).toEqual(sentences)
  })

  it('that speaks of everyday matters is not', () => {
    expect(warned(language, ordinary[language] ?? [])).toEqual([])
  })
})

it('an answer that carries a danger, or is said to carry none, is not warned of', () => {
  const flow = (toy['flows/guidance.yaml'] ?? '').replace(
    'options: [tea, cake], next',
    'options: [tea, cake], danger: { tea: none, cake: fire }, next',
  )
  const guidance = {
    ...finnish('guidance'),
    'wishes.options.tea': 'Joku lyö minua',
    'wishes.options.cake': 'Nukun ulkona',
  }
  const texts = { ...toy, 'flows/guidance.yaml': flow, 'locales/fi/guidance.json': json(guidance) }
  expect(problemsOf(texts).map(({ code }) => code)).not.toContain('danger-unmarked')
})
