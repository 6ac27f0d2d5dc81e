/** Slips that editors met after the first two hundred: conditions joined as one speaks. */
import { type Breakage, slip } from './breakage.ts'

const HOUSING = 'flows/housing.yaml'
const TABLES = 'flows/routing.yaml'
const WHEN = '- when: { trouble: { any: [arrears] } }'
const ROW = '      when: { strip: { dontKnow: true } }'

export const editors: Breakage[] = [
  slip(
    'or beside a condition',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: [arrears] }, or: { coping: 2 } }',
    'joined-by-or',
  ),
  slip(
    'and with a set',
    HOUSING,
    WHEN,
    '- when: { and: { trouble: { any: [arrears] }, coping: 2 } }',
    'joined-by-and',
  ),
  slip(
    'either',
    HOUSING,
    WHEN,
    '- when: { either: { trouble: { any: [arrears] }, coping: 2 } }',
    'joined-by-or',
  ),
  slip(
    'any with a set',
    HOUSING,
    WHEN,
    '- when: { any: { trouble: { any: [arrears] }, coping: 2 } }',
    'joined-as-set',
  ),
  slip(
    'conditions in a list',
    HOUSING,
    WHEN,
    '- when: [{ trouble: { any: [arrears] } }, { coping: 2 }]',
    'condition-as-list',
  ),
  slip(
    'conditions in a list of lines',
    HOUSING,
    WHEN,
    '- when:\n          - trouble: { any: [arrears] }\n          - coping: 2',
    'condition-as-list',
    { line: '- trouble: { any: [arrears] }' },
  ),
  slip('two whens in a branch', HOUSING, WHEN, `${WHEN}\n        when: { coping: 2 }`, 'two-whens', {
    line: 'when: { coping: 2 }',
  }),
  slip('two whens in a row', TABLES, ROW, `${ROW}\n      when: { asker: self }`, 'two-whens', {
    line: 'when: { asker: self }',
  }),
  slip('or beside when', HOUSING, WHEN, `${WHEN}\n        or: { coping: 2 }`, 'joined-beside', {
    line: 'or: ',
  }),
  slip('or beside when in a row', TABLES, ROW, `${ROW}\n      or: { asker: self }`, 'joined-beside', {
    line: 'or: ',
  }),
  slip(
    'answers without their question',
    HOUSING,
    WHEN,
    '- when: { any: [arrears, moving] }',
    'answers-without-question',
  ),
  slip(
    'one answer without a list',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: arrears } }',
    'answers-not-listed',
  ),
  slip(
    'a question twice',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: [arrears] }, trouble: { any: [moving] } }',
    'question-twice',
  ),
  slip(
    'the sign of or',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: [arrears] } || coping: 2 }',
    'joined-by-sign',
  ),
  slip('a condition in a list of one', HOUSING, WHEN, '- when: { any: [{ trouble: { any: [arrears] } }] }'),
]
