import type { Mistake } from '../toy.ts'

const routing = 'flows/routing.yaml'
const eat = 'flows/advice/eat.yaml'
const cases = 'flows/cases.yaml'

export const tables: Mistake[] = [
  [
    routing,
    '- id: bitter',
    '- id: danger',
    'flows/routing.yaml:13:11 Two rows are called "danger". Give this one another id: reasons and statistics name rows by it.',
  ],
  [
    routing,
    '- id: bitter',
    '- id: unfinished',
    'flows/routing.yaml:13:11 Two rows are called "unfinished". Give this one another id: reasons and statistics name rows by it.',
  ],
  [
    routing,
    '- id: otherwise\n',
    '- id: otherwise\n      when: { hungry: little }\n',
    'flows/routing.yaml:28:7 The table has no last row without "when", so some answers would lead nowhere. Add a last row without "when" that offers a person ("contact: first").',
  ],
  [
    routing,
    '- id: unsure\n      when: { any: [{ count: unsure }, { strip: { dontKnow: true } }] }\n',
    '- id: unsure\n',
    'flows/routing.yaml:26:7 The row "otherwise" is never reached: the row "unsure" before it always holds. Move "unsure" to the end, or remove this row.',
  ],
  [
    routing,
    '{ fact: dislikes, tea',
    '{ strip: fire, fact: dislikes, tea',
    'flows/routing.yaml:13:7 The row "bitter" is never reached: whenever it holds, the row "danger" before it holds too. Move "bitter" before "danger", or narrow the condition of "danger".',
  ],
  [
    routing,
    '{ any: [{ count: unsure }, { strip: { dontKnow: true } }] }',
    '{ tea/sugar: { min: 4 }, fact: dislikes }',
    'flows/routing.yaml:20:7 The row "unsure" is never reached: whenever it holds, the row "bitter" before it holds too. Move "unsure" before "bitter", or narrow the condition of "bitter".',
  ],
  [
    routing,
    '{ any: [{ count: unsure }, { strip: { dontKnow: true } }] }',
    '{ count: unsure, atLeast: 9 }',
    'flows/routing.yaml:28:39 Answering "I don\'t know" to "strip" can lower the offer of a person from "first" to "available". Write "contact: first" in this row, or add "unsure: true" where the row "danger" asks about this answer.',
  ],
  [
    routing,
    '[eat]',
    '[eats]',
    'flows/routing.yaml:38:14 There is no advice item "eats". Did you mean "eat"? A new one is a file of its own: flows/advice/eats.yaml.',
  ],
  [
    eat,
    'lifeAreas: [tea]',
    'lifeAreas: [tee]',
    'flows/advice/eat.yaml:1:13 "tee" is not a life area of the first question. Did you mean "tea"?',
  ],
  [
    eat,
    "reviewBy: '2027-05-01'",
    "reviewBy: '2026-05-01'",
    'flows/advice/eat.yaml:8:11 It should be checked again on 2026-05-01, before it was checked on 2026-11-01. Correct one of the two days.',
  ],
  [
    cases,
    'segment: easy, contact: available,',
    'segment: easy, contact: available, callback: false,',
    'flows/cases.yaml:5:56 The case "hungry-guest" now ends with callback: true, not false. If the change is right, correct the case; if not, correct the table or the flow.',
  ],
  [
    cases,
    'hungry: very',
    'hungry: vry',
    'flows/cases.yaml:4:65 "vry" is not an answer of the question "hungry". Did you mean "very"?',
  ],
  [
    cases,
    ', place: Here',
    '',
    'flows/cases.yaml:4:3 The case "hungry-guest" stops at the question "place", which has no answer in it. Add a line "place: …" to its answers; dontKnow if the person would not know.',
  ],
  [
    cases,
    'tea/liking: 4',
    'tea/likng: 4',
    'flows/cases.yaml:4:42 No question is called "tea/likng". Did you mean "tea/liking"?',
  ],
  [
    cases,
    'tea/liking: 4',
    'tea/liking: 4, tea/sugar: 3',
    'flows/cases.yaml:4:57 The case "hungry-guest" never comes to the question "tea/sugar". Remove the answer, or correct the answers before it.',
  ],
  [
    cases,
    'place: Here',
    "place: ''",
    'flows/cases.yaml:4:92 The case "hungry-guest" gives "place" an answer that cannot be accepted. There is none to use yet: write one first.',
  ],
  [
    cases,
    'segment: easy',
    'segment: help',
    'flows/cases.yaml:5:20 The case "hungry-guest" now ends with segment: easy, not help. If the change is right, correct the case; if not, correct the table or the flow.',
  ],
  [
    cases,
    'segment: easy',
    'segment: hlp',
    'flows/cases.yaml:5:20 "hlp" is not a segment of the table in routing.yaml. Did you mean "help"?',
  ],
  [
    cases,
    'advice: [eat]',
    'advice: []',
    'flows/cases.yaml:5:54 The case "hungry-guest" now ends with advice: eat, not nothing. If the change is right, correct the case; if not, correct the table or the flow.',
  ],
  [
    cases,
    'attention: [lonely]',
    'attention: [lonly]',
    'flows/cases.yaml:5:73 "lonly" is not given by any row of the attention table. Did you mean "lonely"?',
  ],
]
