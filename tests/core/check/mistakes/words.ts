import type { Mistake } from '../toy.ts'

const wordsMain = 'locales/fi/guidance.json'
const wordsAdvice = 'locales/fi/advice.json'
const wordsSegments = 'locales/fi/segments.json'

export const words: Mistake[] = [
  [
    wordsMain,
    '  "hungry.options.little": "Pieni",\n',
    '',
    'locales/fi/guidance.json:8:3 The text "hungry.options.little" is missing in fi. Add it to fi/guidance.json.',
  ],
  [
    wordsMain,
    '"Pieni"',
    '" "',
    'locales/fi/guidance.json:9:28 The text "hungry.options.little" is empty. Write the text.',
  ],
  [
    wordsMain,
    '"Pieni"',
    '{"a": 1}',
    'locales/fi/guidance.json:9:3 "hungry.options.little" is not a flat key with a text. Write the whole key on one line, "step.question": "text".',
  ],
  [
    wordsMain,
    'hungry.options.little"',
    'hungry.options.little": "Pieni",\n  "hungry.options.huge"',
    'locales/fi/guidance.json:10:3 Nothing uses the text "hungry.options.huge". Remove it, or correct its key.',
  ],
  [
    wordsMain,
    '"hungry.options.little": "Pieni"',
    '"hungry.options.little": "Pieni",\n  "hungry.hint_relative": "Oma"',
    'locales/fi/guidance.json:10:3 "hungry.hint_relative" has no plain form, for whoever did not answer or does not know. Write "hungry.hint" too.',
  ],
  [
    wordsMain,
    '"Missä olet?"',
    '"Missä sinä olet nyt, kun luet tätä tekstiä, ja mistä tulit, ja minne olet menossa huomenna?"',
    'locales/fi/guidance.json:19:21 A sentence of 16 words; the limit here is 14. Cut it in two: one thing in a sentence.',
  ],
  [
    wordsMain,
    '"Jotain makeaa"',
    '"Kotihoito"',
    'locales/fi/guidance.json:12:26 "Kotihoito" is the name of a service or an office; a resident need not know it to begin. Name the matter as people say it, for example "Money does not last".',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Olet oikeutettu kakkuun.',
    'locales/fi/advice.json:4:14 "Olet oikeutettu" sounds like a decision. This chat guides; it does not decide. Write "Voit pyytää …; päätöksen tekee …".',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Sinulla on oikeus kakkuun.',
    'locales/fi/advice.json:4:14 "Sinulla on oikeus" sounds like a decision. This chat guides; it does not decide. Write "Voit pyytää arviointia; päätöksen tekee …".',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Kakku kuuluu sinulle.',
    'locales/fi/advice.json:4:14 "kuuluu sinulle" sounds like a decision. This chat guides; it does not decide. Write "Voit pyytää …; päätöksen tekee …".',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Kakku myönnetään heti.',
    'locales/fi/advice.json:4:14 "myönnetään" sounds like a decision. This chat guides; it does not decide. Write "Päätöksen tekee …". This chat does not grant anything.',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Saat asumistukea.',
    'locales/fi/advice.json:4:14 "Saat asumistukea" sounds like a decision. This chat guides; it does not decide. Write "Voit hakea …; päätöksen tekee …".',
  ],
  [
    wordsSegments,
    'Soitamme sinulle.',
    'Saat kotipalvelua.',
    'locales/fi/segments.json:3:16 "Saat kotipalvelua" sounds like a decision. This chat guides; it does not decide. Write "Voit hakea …; päätöksen tekee …".',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Tee oirearvio.',
    'locales/fi/advice.json:4:14 "oirearvio" belongs to medical assessment, which this chat does not do. Write "ohjaus" or "neuvonta". Lead to the health station or 116 117.',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Kysy toimijalta.',
    'locales/fi/advice.json:4:14 "toimijalta" is office language. Say who: the person, the office or the organisation.',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Soita 014 111 2222.',
    'locales/fi/advice.json:4:14 The telephone number 014 111 2222 is not a verified line of flows/area. Add it there with the day it was verified, or leave the number out.',
    'locales/fi/advice.json:4:14 "Soita" sends people to a telephone, but there is no number. Name a service of flows/area/lines.yaml as "line" in flows/advice/eat.yaml: its number is shown once it is verified. Or write "number: page": then people read that the number stands on the linked page. Or name a verified number in the text.',
  ],
  [
    'locales/fi/segments.json',
    'Soitamme sinulle.',
    'Soita meille tänään.',
    'locales/fi/segments.json:3:16 "Soita" sends people to a telephone, but there is no number. Give "help" a line in "helps" of flows/area/lines.yaml, or say honestly in the text where the number is found.',
  ],
  [
    'locales/fi/segments.json',
    'Lue neuvo.',
    'Ota se pian.',
    'locales/fi/segments.json:5:16 "pian" sends people to a telephone, but there is no number. Give "easy" a line in "helps" of flows/area/lines.yaml, or say honestly in the text where the number is found.',
  ],
  [
    'locales/fi/guidance.json',
    'Jotain makeaa',
    'Ruokaa',
    'flows/guidance.yaml:6:39 "Ruokaa" speaks of danger ("Ruokaa"), but the answer carries none. Add "danger: { cake: … }" to the question with one of fire, flood; write none when there is no danger in it.',
  ],
  [
    'flows/guidance.yaml',
    'options: [tea, cake], next',
    'options: [tea, cake], danger: { cake: fier }, next',
    'flows/guidance.yaml:6:62 "fier" is not one of the "dangers" of flows/guidance.yaml. Did you mean "fire"?',
  ],
  [
    'flows/guidance.yaml',
    'options: [tea, cake], next',
    'options: [tea, cake], danger: { caek: fire }, next',
    'flows/guidance.yaml:6:56 "caek" is not an answer of the question "wishes". Did you mean "cake"?',
  ],
  [
    'flows/guidance.yaml',
    'start: wishes\n',
    'start: wishes\ndangers: [fire, flood, storm]\n',
    'flows/area/lines.yaml:3:1 The danger "storm" has no line to call. Add it to "helps" with at least one line.',
    'locales/fi/guidance.json:6:3 The text "danger.storm.help" is missing in fi. Add it to fi/guidance.json.',
  ],
  [
    'flows/area/lines.yaml',
    'source: 112.fi }\nhelps:\n  fire: [emergency]',
    "source: 112.fi }\n  - { line: other, number: '116 117', verifiedOn: '2026-11-01', verifiedBy: Aino, nextCheck: '2027-01-30', source: 112.fi }\nhelps:\n  fire: [other, other, emergency]",
    'flows/area/lines.yaml:5:3 In the danger "fire", 112 is neither the first nor the second number. Move its line to the second place, after the number of this danger.',
    'locales/fi/numbers.json:1:1 3 texts are missing: "other.name", "other.when", "other.for". Add them to this file.',
  ],
  [
    'flows/advice/eat.yaml',
    "link: { fi: 'https://example.org/eat' }",
    'number: page',
    'flows/advice/eat.yaml:5:9 The number is said to stand on a page, but there is no page. Add "link", or take "number" or "line" away.',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Kunnallisvaalilautakuntapuheenjohtaja auttaa.',
    'locales/fi/advice.json:4:14 "Kunnallisvaalilautakuntapuheenjohtaja" has 37 letters. Use a shorter word, or say it in two words.',
  ],
  [
    wordsAdvice,
    'Avaa kaappi.',
    'Palvelutarpeen arviointi käynnistetään yhteydenoton perusteella viivytyksettä. Sosiaalihuollon ammattihenkilö selvittää yksilöllisen tilanteen kokonaisvaltaisesti. Palvelutarpeen arvioinnin laajuus määräytyy asiakkaan elämäntilanteen mukaisesti. Arvioinnin valmistuttua laaditaan asiakassuunnitelma, johon kirjataan tarvittavat palvelut. Suunnitelmaa tarkistetaan tarvittaessa säännöllisesti yhteistyössä verkoston kanssa.',
    'locales/fi/advice.json:4:14 The text is hard to read (LIX 101; the limit is 60). Use shorter sentences and shorter, everyday words.',
  ],
]
