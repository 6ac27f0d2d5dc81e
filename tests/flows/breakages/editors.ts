/** Slips that editors met after the first two hundred: conditions joined as one speaks, files that nobody reads. */
import { atFirst, type Breakage, change, replaced, slip, type Texts } from './breakage.ts'

const GUIDANCE = 'flows/guidance.yaml'
const HOUSING = 'flows/housing.yaml'
const CARING = 'flows/caring.yaml'
const TABLES = 'flows/routing.yaml'
const WHEN = '- when: { trouble: { any: [rent-too-high, own-home] } }'
const ROW = '      when: { strip: { dontKnow: true } }'

/** Another file beside one, or the one under another name. */
const copied = (name: string, file: string, copy: string): Breakage =>
  change(name, (texts) => ({ ...texts, [copy]: texts[file] ?? '' }), copy, 'file-copy')
const called = (name: string, file: string, other: string): Breakage =>
  change(name, ({ [file]: text = '', ...texts }) => ({ ...texts, [other]: text }), other, 'file-called')

const CASES = 'flows/cases.yaml'
/** A table without the condition of its first row. */
const withoutWhen = (table: string) => (texts: Texts) => ({
  ...texts,
  [TABLES]: (texts[TABLES] ?? '').replace(
    new RegExp(`(\\n${table}:\\n(?:.*\\n)*?    - id: .*\\n)      when: .*\\n`),
    '$1',
  ),
})
const MONEY = 'locales/fi/money.json'
const MEALS = 'flows/advice/meal-service'
const LINES = 'flows/area/lines'

const DANGER = '    danger: { fear: [violence, threat], no-home: no-basics, arrears: none }'
const ADVICE = `${MEALS}.yaml`
const day = (name: string, file: string, old: string, fresh: string, code: string): Breakage =>
  change(name, (texts) => ({ ...texts, [file]: (texts[file] ?? '').replace(old, fresh) }), file, code, {
    line: fresh,
  })

/** A name written otherwise in some files, wherever it stands in them. */
const renamed = (
  name: string,
  files: RegExp,
  old: string,
  fresh: string,
  at: string,
  line: string,
  code = 'step-renamed',
) =>
  change(
    name,
    (texts) =>
      Object.fromEntries(
        Object.entries(texts).map(([file, text]) => [
          file,
          files.test(file) ? text.replaceAll(new RegExp(`\\b${old}\\b`, 'g'), fresh) : text,
        ]),
      ),
    at,
    code,
    { line },
  )

const without = (
  name: string,
  part: RegExp,
  code: string,
  line: string,
  level: 'error' | 'warning' = 'error',
) =>
  change(
    name,
    (texts) => ({ ...texts, [GUIDANCE]: (texts[GUIDANCE] ?? '').replace(part, '') }),
    GUIDANCE,
    code,
    { line, level },
  )

export const editors: Breakage[] = [
  without('no dangers', /^dangers:\n(?: {2}- .*\n)+/m, 'dangers-missing', 'strip:'),
  without('dangers without a list', /(?<=^dangers:\n)(?: {2}- .*\n)+/m, 'empty-value', 'dangers:'),
  without('no unseen', /^unseen: .*\n/m, 'unseen-missing', 'dangers:', 'warning'),
  without('no sections', / {4}sections:\n(?: {6}.*\n)+/, 'missing-key', 'walk:'),
  slip(
    'a question of the request with another name',
    GUIDANCE,
    '  landlord:\n',
    '  agreement:\n',
    'step-renamed',
    { line: 'agreement:' },
  ),
  renamed('a step renamed in its flow', /^flows\/caring/, 'who', 'whom', CARING, 'whom:'),
  renamed('a scale renamed in its flow', /^flows\/housing/, 'coping', 'managing', HOUSING, 'managing:'),
  renamed(
    'the first question renamed',
    /^flows\/guidance/,
    'needs',
    'wishes',
    'flows/guidance.yaml',
    'wishes:',
  ),
  renamed(
    'a question of the request renamed in one file',
    /^flows\/guidance/,
    'applied',
    'application',
    'flows/guidance.yaml',
    'application:',
  ),
  renamed(
    'a question with a lock renamed',
    /^flows\/guidance/,
    'helpers',
    'supporters',
    'flows/guidance.yaml',
    'supporters:',
    'step-renamed-locked',
  ),
  change(
    'a file of a flow renamed',
    ({ [HOUSING]: text = '', ...texts }) => ({ ...texts, 'flows/home.yaml': text }),
    'flows/home.yaml',
    'flow-renamed',
  ),
  atFirst('a fact renamed', TABLES, '  only-illness: {', '  illness-alone: {', 'unknown-fact', {
    line: 'fact: only-illness',
  }),
  slip('a second danger', HOUSING, DANGER, `${DANGER}\n    danger: { moving: threat }`, 'danger-twice', {
    line: '    danger: { moving: threat }',
  }),
  slip(
    'a second kind of an advice item',
    ADVICE,
    'kind: advice',
    'kind: advice\nkind: contact',
    'yaml-duplicate-key',
    {
      line: 'kind: contact',
    },
  ),
  slip(
    'a second danger of an advice item',
    ADVICE,
    'kind: advice',
    'kind: advice\ndanger: a\ndanger: b',
    'yaml-duplicate-key',
    {
      line: 'danger: b',
    },
  ),
  day('a row of 31 September', TABLES, "date: '2026-11-21'", "date: '2026-09-31'", 'day-none'),
  day('a row of month 13', TABLES, "date: '2026-11-21'", "date: '2026-13-21'", 'month-none'),
  day('a row of 29 February', TABLES, "date: '2026-11-21'", "date: '2027-02-29'", 'day-none'),
  day('advice to be read on 31 June', ADVICE, "reviewBy: '2026-12-21'", "reviewBy: '2027-06-31'", 'day-none'),
  day(
    'a closure until 29 February',
    'flows/area/closures.yaml',
    "to: '2027-02-26'",
    "to: '2027-02-29'",
    'day-none',
  ),
  day(
    'a number verified in month 0',
    `${LINES}.yaml`,
    "verifiedOn: '2026-11-21'",
    "verifiedOn: '2026-00-21'",
    'month-none',
  ),
  change(
    'a case on 31 November',
    (texts) => ({
      ...texts,
      [CASES]: (texts[CASES] ?? '').replace('  answers:\n', "  on: '2026-11-31'\n  answers:\n"),
    }),
    CASES,
    'day-none',
    { line: "on: '2026-11-31'" },
  ),
  change(
    'one situation told twice',
    (texts) => {
      const [first = ''] = (texts[CASES] ?? '').slice((texts[CASES] ?? '').indexOf('- id: ')).split('\n\n')
      return { ...texts, [CASES]: `${texts[CASES]}\n${first.replace(/^- id: .*/, '- id: the-same-again')}\n` }
    },
    CASES,
    'case-twice',
    { line: 'the-same-again', level: 'warning' },
  ),
  change(
    'a first row that swallows all',
    (texts) =>
      replaced(
        texts,
        TABLES,
        'strip: { any: [life-danger, child-danger] }\n        any: [{ needs: { size: { max: 0 } } }, { fact: only-illness }]',
        'asker: { any: [self, relative] }',
      ),
    CASES,
    'cases-end-elsewhere',
  ),
  change('advice for everybody', withoutWhen('advice'), CASES, 'cases-end-elsewhere'),
  change('attention for everybody', withoutWhen('attention'), CASES, 'cases-end-elsewhere'),
  change('a danger for everybody', withoutWhen('danger'), CASES, 'cases-end-elsewhere'),
  change(
    'every offer raised',
    (texts) => ({
      ...texts,
      [TABLES]: (texts[TABLES] ?? '').replaceAll('contact: offered', 'contact: first'),
    }),
    CASES,
    'cases-end-elsewhere',
  ),
  copied('a copy of words', MONEY, 'locales/fi/money copy.json'),
  copied('a second copy of words', MONEY, 'locales/fi/money (1).json'),
  copied('a backup of words', MONEY, 'locales/fi/money.json.bak'),
  copied('old words', MONEY, 'locales/fi/money_old.json'),
  copied('old words under a name', MONEY, 'locales/fi/money-old.json'),
  copied('old words of a translation', 'locales/sv/money.json', 'locales/sv/money-copy.json'),
  copied('a copy of states', 'locales/sv/money.state.json', 'locales/sv/money copy.state.json'),
  copied('an old flow', HOUSING, 'flows/housing-old.yaml'),
  copied('old cases', 'flows/cases.yaml', 'flows/cases-2.yaml'),
  copied('an old advice item', `${MEALS}.yaml`, `${MEALS}-old.yaml`),
  copied('old lines', `${LINES}.yaml`, `${LINES}-old.yaml`),
  copied('old phrases', 'locales/fi/phrases.yaml', 'locales/fi/phrases-old.yaml'),
  called('a flow in yml', HOUSING, 'flows/housing.yml'),
  called('a flow in YAML', HOUSING, 'flows/housing.YAML'),
  called('a flow in txt', HOUSING, 'flows/housing.txt'),
  called('a flow in json', HOUSING, 'flows/housing.json'),
  called('the main flow in yml', 'flows/guidance.yaml', 'flows/guidance.yml'),
  called('tables in yml', TABLES, 'flows/routing.yml'),
  called('cases in yml', 'flows/cases.yaml', 'flows/cases.yml'),
  called('an advice item in yml', `${MEALS}.yaml`, `${MEALS}.yml`),
  called('lines in yml', `${LINES}.yaml`, `${LINES}.yml`),
  called('words in yaml', MONEY, 'locales/fi/money.yaml'),
  called('words under the name of a copy', MONEY, 'locales/fi/money (1).json'),
  called('a translation in txt', 'locales/sv/money.json', 'locales/sv/money.txt'),
  called('a language in yaml', 'locales/sv/language.json', 'locales/sv/language.yaml'),
  called('phrases in json', 'locales/fi/phrases.yaml', 'locales/fi/phrases.json'),
  slip(
    'or beside a condition',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: [rent-too-high, own-home] }, or: { coping: 2 } }',
    'joined-by-or',
  ),
  slip(
    'and with a set',
    HOUSING,
    WHEN,
    '- when: { and: { trouble: { any: [rent-too-high, own-home] }, coping: 2 } }',
    'joined-by-and',
  ),
  slip(
    'either',
    HOUSING,
    WHEN,
    '- when: { either: { trouble: { any: [rent-too-high, own-home] }, coping: 2 } }',
    'joined-by-or',
  ),
  slip(
    'any with a set',
    HOUSING,
    WHEN,
    '- when: { any: { trouble: { any: [rent-too-high, own-home] }, coping: 2 } }',
    'joined-as-set',
  ),
  slip(
    'conditions in a list',
    HOUSING,
    WHEN,
    '- when: [{ trouble: { any: [rent-too-high, own-home] } }, { coping: 2 }]',
    'condition-as-list',
  ),
  slip(
    'conditions in a list of lines',
    HOUSING,
    WHEN,
    '- when:\n          - trouble: { any: [rent-too-high, own-home] }\n          - coping: 2',
    'condition-as-list',
    { line: '- trouble: { any: [rent-too-high, own-home] }' },
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
    '- when: { any: [rent-too-high, own-home] }',
    'answers-without-question',
  ),
  slip(
    'one answer without a list',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: own-home } }',
    'answers-not-listed',
  ),
  slip(
    'a question twice',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: [rent-too-high, own-home] }, trouble: { any: [moving] } }',
    'question-twice',
  ),
  slip(
    'the sign of or',
    HOUSING,
    WHEN,
    '- when: { trouble: { any: [rent-too-high, own-home] } || coping: 2 }',
    'joined-by-sign',
  ),
  slip(
    'a condition in a list of one',
    HOUSING,
    WHEN,
    '- when: { any: [{ trouble: { any: [rent-too-high, own-home] } }] }',
  ),
]
