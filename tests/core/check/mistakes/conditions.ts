import type { Mistake } from '../toy.ts'

const tea = 'flows/tea.yaml'
const guidance = 'flows/guidance.yaml'
const routing = 'flows/routing.yaml'

export const conditions: Mistake[] = [
  [
    guidance,
    '- when: { alone: together }',
    '- when: { alone: { gt: 2 } }',
    'flows/guidance.yaml:16:26 "gt" is not a word of the flow language. Write "min (with one more)".',
  ],
  [
    guidance,
    '- when: { alone: together }',
    '- when: { alone: alone or together }',
    'flows/guidance.yaml:16:24 "alone or together" is several answers in one. In a condition write { any: [alone, together] } where one of them is enough, { all: [alone, together] } where all are needed; in a case write [alone, together].',
  ],
  [
    guidance,
    '- when: { alone: together }',
    '- when: { alone: { answred: true } }',
    'flows/guidance.yaml:16:26 "answred" is not a known word here. Did you mean "answered"?',
  ],
  [
    guidance,
    'place: { ask: text, for: coordinator, next: done }',
    'place: { ask: one, list: municipalities, for: coordinator, next: [{ when: { place: { where: { region: south } } }, go: done }, { go: done }] }',
    'flows/guidance.yaml:19:97 The list "municipalities" has no "region". Use one of: name, area.',
  ],
  [
    tea,
    '{ liking: { max: 2 } }',
    '{ lking: { max: 2 } }',
    'flows/tea.yaml:6:17 No question is called "lking". Did you mean "liking"?',
  ],
  [
    tea,
    '{ liking: { max: 2 } }',
    '{ sugar: { max: 2 } }',
    'flows/tea.yaml:6:17 The question "sugar" has not been asked when this is decided. Ask it in an earlier step, or use an answer that is known here.',
  ],
  [
    tea,
    '{ max: 2 }',
    '{ max: 7 }',
    'flows/tea.yaml:6:32 7 is not on the scale. Use 5 (goes well), 4, 3, 2 or 1 (cannot manage without help).',
  ],
  [
    tea,
    '{ max: 2 }',
    '0',
    'flows/tea.yaml:6:25 0 is not on the scale. Use 5 (goes well), 4, 3, 2 or 1 (cannot manage without help).',
  ],
  [
    tea,
    '{ liking: { max: 2 } }',
    '{ wishes: { any: [te] } }',
    'flows/tea.yaml:6:33 "te" is not an answer of the question "wishes". Did you mean "tea"?',
  ],
  [
    tea,
    '{ max: 2 }',
    '{ all: [2] }',
    'flows/tea.yaml:6:27 "all" does not suit the answer to "liking" (ask: scale). Use one of: is, any, none, min, max, asked, answered, dontKnow, declined, unsure.',
  ],
  [
    tea,
    '{ max: 2 }',
    '{ min: 4, max: 2 }',
    'flows/tea.yaml:6:32 4 is above 2, so nothing lies between them. Exchange the two, or correct one of them.',
  ],
  [
    guidance,
    '- when: { alone: together }',
    '- when: { wishes: { size: { min: 2, max: 1 } } }',
    'flows/guidance.yaml:16:40 2 is above 1, so nothing lies between them. Exchange the two, or correct one of them.',
  ],
  [
    tea,
    '{ liking: { max: 2 } }',
    '{}',
    'flows/tea.yaml:6:15 This condition says nothing, so it always holds. Write what must hold, or remove "when".',
  ],
  [
    tea,
    '{ liking: { max: 2 } }',
    '{ hungry: { where: { area: south } } }',
    'flows/tea.yaml:6:27 "where" does not suit the answer to "hungry" (ask: one). Use one of: is, any, none, asked, answered, dontKnow, declined, unsure.',
  ],
  [
    guidance,
    'alone: together',
    'alone: togehter',
    'flows/guidance.yaml:16:24 "togehter" is not an answer of the question "alone". Did you mean "together"?',
  ],
  [
    routing,
    'fact: dislikes',
    'fact: dislike',
    'flows/routing.yaml:14:21 "dislike" is not a fact of routing.yaml. Did you mean "dislikes"?',
  ],
  [
    routing,
    'count: unsure',
    'count: { each: likng, where: 1 }',
    'flows/routing.yaml:21:38 No question is called "likng". Did you mean "liking"?',
  ],
  [
    routing,
    'count: unsure',
    'count: { each: liking, where: 6 }',
    'flows/routing.yaml:21:53 6 is not on the scale. Use 5 (goes well), 4, 3, 2 or 1 (cannot manage without help).',
  ],
  [
    routing,
    '{ count: unsure }, {',
    '{ atLeast: 2 }, {',
    'flows/routing.yaml:21:23 "atLeast" does not say what is counted. Add "count: …" beside it, for example "count: unsure".',
  ],
  [
    routing,
    '{ count: unsure }, {',
    '{ count: unsure, atLeast: 3, atMost: 1 }, {',
    'flows/routing.yaml:21:47 3 is above 1, so nothing lies between them. Exchange the two, or correct one of them.',
  ],
  [
    routing,
    '{ tea/liking: { max: 2 } }',
    '{ fact: dislikes }',
    'flows/routing.yaml:2:3 The facts explain each other in a circle: dislikes → dislikes. Write one of them with questions and answers instead of "fact: …".',
  ],
  [
    routing,
    'fact: dislikes, ',
    '',
    'flows/routing.yaml:2:3 The fact "dislikes" is not used. Use it as "fact: dislikes" in a row, or remove it.',
  ],
  [
    routing,
    'fact: dislikes, ',
    'fact: dislikes, tea/liking: 4, ',
    'flows/routing.yaml:14:13 This condition can never hold. Look for two demands on the same answer that exclude each other, such as at most 2 and at least 3.',
  ],
  [
    routing,
    '[{ count: unsure }',
    '[{ an: [{ alone: alone }] }, { count: unsure }',
    'flows/routing.yaml:21:23 "an" is not a word of the flow language. Write "any".',
  ],
]
