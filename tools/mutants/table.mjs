/** The table of mutants by file, as it is shown and as it is kept. */

/** @typedef {{ killed: number, survived: number, uncovered: number, equal: number }} Counts */
/** @typedef {Counts & { file: string, tried: string }} Row what was tried of a file, and when */

/** Of what the tests of a file reach, so many of a hundred mutants must be told by one. */
export const GOAL = 95

/** @type {(keyof Counts)[]} */
const COUNTS = ['killed', 'survived', 'uncovered', 'equal']
const HEAD = ['file', 'killed', 'survived', 'not reached', 'equal', 'killed of what is reached', 'tried']

/**
 * How many of a hundred mutants that are reached were killed.
 * @param {Pick<Counts, 'killed' | 'survived'>} counts
 */
export const shareOf = ({ killed, survived }) =>
  killed + survived === 0 ? 100 : (100 * killed) / (killed + survived)

/** @param {Row} row */
function lineOf(row) {
  const share = `${shareOf(row).toFixed(1)} %`
  const cells = [...COUNTS.map((key) => row[key]), shareOf(row) < GOAL ? `**${share}**` : share, row.tried]
  return `| ${row.file} | ${cells.join(' | ')} |`
}

/**
 * @param {Row} a
 * @param {Row} b
 */
const weakestFirst = (a, b) => shareOf(a) - shareOf(b) || (a.file < b.file ? -1 : 1)

/** @param {Row[]} rows in any order */
export function table(rows) {
  /** @type {Row} */
  const all = { file: 'all', killed: 0, survived: 0, uncovered: 0, equal: 0, tried: '' }
  for (const key of COUNTS) all[key] = rows.reduce((sum, row) => sum + row[key], 0)
  return [
    `| ${HEAD.join(' | ')} |`,
    `|${'---|'.repeat(HEAD.length)}`,
    ...[...rows].sort(weakestFirst).map(lineOf),
    lineOf(all),
  ].join('\n')
}

/**
 * The rows of a kept table.
 * @param {string} text
 * @returns {Row[]}
 */
export function rowsOf(text) {
  return text.split('\n').flatMap((line) => {
    const [, file = '', ...cells] = line.split('|').map((cell) => cell.trim())
    if (!/\.ts$/.test(file)) return []
    const [killed = 0, survived = 0, uncovered = 0, equal = 0] = cells.map(Number)
    return [{ file, killed, survived, uncovered, equal, tried: cells.at(COUNTS.length + 1) ?? '' }]
  })
}

/**
 * @param {Row[]} rows
 * @param {string} machine what the last run stood on
 */
export const page = (rows, machine) =>
  [
    '# Mutants',
    '',
    'Written by `npm run mutants`; nobody edits it. A mutant is the code with one small thing broken; it is killed when a test of its',
    'room tells. *Equal* are those that change nothing anybody could see, each with its reason in `tests/mutants/equal.json`. A run over',
    'a part of the code writes the rows of that part: each says on which day it was tried, and the short name of its text (`git hash-object`).',
    '',
    machine,
    '',
    table(rows),
    '',
  ].join('\n')
