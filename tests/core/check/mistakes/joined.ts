/** Conditions joined as one speaks. */
import type { Mistake } from '../toy.ts'

const guidance = 'flows/guidance.yaml'
const routing = 'flows/routing.yaml'
const WHEN = '- when: { alone: together }'
const ROW = 'when: { strip: { any: [fire, flood] } }'
const OR = '"or" does not stand between conditions. Where one of them is enough, write'
const ANY = '{ any: [{ alone: together }, { asker: self }] }'

export const joined: Mistake[] = [
  [
    guidance,
    WHEN,
    '- when: { alone: together, or: { asker: self } }',
    `flows/guidance.yaml:16:34 ${OR} ${ANY}.`,
  ],
  [
    guidance,
    WHEN,
    '- when: { alone: together, or: [{ asker: self }] }',
    `flows/guidance.yaml:16:34 ${OR} ${ANY}.`,
  ],
  [
    guidance,
    WHEN,
    '- when: { or: { alone: together, asker: self } }',
    `flows/guidance.yaml:16:17 ${OR} ${ANY}.`,
  ],
  [
    guidance,
    WHEN,
    '- when: { alone: together, or: asker }',
    `flows/guidance.yaml:16:34 ${OR} any: [{ … }, { … }].`,
  ],
  [
    guidance,
    WHEN,
    '- when: { and: { alone: together, asker: self } }',
    'flows/guidance.yaml:16:17 "and" does not stand between conditions: what stands in the same curly brackets must all hold. Write { alone: together, asker: self }.',
  ],
  [
    guidance,
    WHEN,
    '- when: { any: { alone: together, asker: self } }',
    `flows/guidance.yaml:16:17 What stands after "any" is a list: each condition is an item of its own. Write ${ANY}.`,
  ],
  [
    guidance,
    WHEN,
    '- when: [{ alone: together }, { asker: self }]',
    `flows/guidance.yaml:16:15 A condition is not a list. Where one of these is enough, write ${ANY}. Where all of them must hold, write { alone: together, asker: self }.`,
  ],
  [
    guidance,
    WHEN,
    '- when: [{ alone: together }]',
    'flows/guidance.yaml:16:15 A condition does not stand in square brackets. Take the square brackets and the hyphen away: { alone: together }.',
  ],
  [
    guidance,
    WHEN,
    '- when: []',
    'flows/guidance.yaml:16:15 A condition is not a list, and this one is empty. Write the question and its answer in curly brackets, for example { asker: professional }, or remove it.',
  ],
  [
    guidance,
    WHEN,
    '- when: { any: [together, alone] }',
    'flows/guidance.yaml:16:22 These are answers, and it is not said of which question. Write the question before them: { alone: { any: [together, alone] } }.',
  ],
  [
    guidance,
    WHEN,
    '- when: { alone: { any: together } }',
    'flows/guidance.yaml:16:31 What stands after "any" is a list, also when there is only one answer in it. Write any: [together].',
  ],
  [
    guidance,
    WHEN,
    `${WHEN}\n        or: { asker: self }`,
    `flows/guidance.yaml:17:9 "or" does not stand beside "when": a branch or a row has one condition. Put both into it: when: ${ANY}.`,
  ],
  [
    guidance,
    WHEN,
    `${WHEN}\n        when: { asker: self }`,
    'flows/guidance.yaml:17:9 There are two "when" here, and only one would be read. Make one of the two. Where one of them is enough, write when: { any: [{ … }, { … }] }. Where both must hold, put them into the same curly brackets: when: { …, … }.',
  ],
  [
    guidance,
    WHEN,
    '- when: { alone: together, alone: alone }',
    'flows/guidance.yaml:16:34 The question "alone" stands twice in the same condition, and only one would be read. Where one of several answers is enough, write { alone: { any: [ … ] } }. Where they are two conditions, write all: [{ alone: … }, { alone: … }].',
  ],
  [
    guidance,
    WHEN,
    '- when: { any: [{ alone: together }], any: [{ asker: self }] }',
    'flows/guidance.yaml:16:45 "any" stands twice in the same condition, and only one would be read. Put each into a condition of its own: all: [{ any: … }, { any: … }].',
  ],
  [
    guidance,
    WHEN,
    '- when: { alone: together || asker: self }',
    'flows/guidance.yaml:16:33 "||" does not stand between conditions. Where one of them is enough, write { any: [{ … }, { … }] }. Where both must hold, put them into the same curly brackets: { …, … }.',
  ],
  [
    routing,
    ROW,
    `${ROW}\n      or: { asker: self }`,
    'flows/routing.yaml:8:7 "or" does not stand beside "when": a branch or a row has one condition. Put both into it: when: { any: [{ strip: { any: [fire, flood] } }, { asker: self }] }.',
  ],
]
