/** What is tried together: files that decide, and the tests that hold them. A place that is not there is an error: nothing goes untried unseen. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** @typedef {{ name: string, files: string[], but?: string[], tests: string[], database?: true }} Group */

/** What a content file may say: held by the schemas that are made of it. */
const LANGUAGE = ['definition', 'condition', 'question', 'schema'].map((name) => `core/flow/${name}.ts`)

/** What content must have because code looks it up: renamed in the real content, which takes long and tells of nothing else. */
const NAMED = ['named', 'named-kinds', 'named-used'].map((name) => `core/check/${name}.ts`)

/** @param {string[]} names */
const check = (...names) => names.map((name) => `tests/core/check/${name}.test.ts`)

/** @type {Group[]} */
const groups = [
  {
    name: 'life',
    files: ['core/request'],
    tests: [
      'tests/core/request',
      'tests/core/engine/half-days.test.ts',
      'tests/core/engine/whose.test.ts',
      'tests/server/promise/working-days.test.ts',
    ],
  },
  {
    name: 'promise',
    files: ['server/promise'],
    // brings both to the database: held by the vectors, which take minutes
    but: ['server/promise/estimates.ts'],
    tests: ['calendar', 'half-days', 'promise', 'working-days'].map(
      (name) => `tests/server/promise/${name}.test.ts`,
    ),
  },
  { name: 'engine', files: ['core/flow', 'core/walk'], but: LANGUAGE, tests: ['tests/core/engine'] },
  {
    name: 'named',
    files: NAMED,
    tests: check('names-used', 'named'),
  },
  {
    name: 'check',
    files: ['core/check'],
    but: [...NAMED, 'core/check/words'],
    tests: [
      ...check('sixty-kinds', 'conditions', 'asked', 'implied', 'tables', 'good', 'desk-names'),
      'tests/core/check/parts',
    ],
  },
  {
    name: 'words',
    files: ['core/check/words'],
    tests: check('sixty-kinds', 'desk-names', 'refused', 'danger-words', 'languages'),
  },
  { name: 'say', files: ['core/say'], tests: ['tests/core/say'] },
  {
    name: 'language',
    files: [...LANGUAGE, 'core/place'],
    tests: ['tests/house/schemas-in-sync.test.ts', 'tests/core/check'],
  },
  {
    name: 'authorize',
    files: ['server/identity/authorize.ts'],
    tests: ['tests/server/identity/authorize.test.ts'],
  },
  {
    name: 'capacity',
    files: ['server/store/capacity.ts'],
    tests: ['tests/store/places.test.ts'],
    database: true,
  },
  {
    name: 'seal',
    files: ['server/seal'],
    tests: ['tests/server/sealing.test.ts', 'tests/server/sealed-before.test.ts'],
  },
]

/**
 * Every file at or under a place.
 * @param {string} place
 * @returns {string[]}
 */
const under = (place) =>
  statSync(place).isDirectory()
    ? readdirSync(place).flatMap((name) => under(path.join(place, name)))
    : [place]

/** @param {Group} group */
function isThere({ name, files, but = [], tests }) {
  const lost = [...files, ...but, ...tests].filter((place) => !existsSync(place))
  if (lost.length > 0) throw new Error(`Of the group “${name}” there is no ${lost.join(', no ')}.`)
}

/**
 * @param {string} file
 * @param {string[]} asked
 */
const isAsked = (file, asked) =>
  asked.length === 0 ||
  asked.some((place) => file === place || file.startsWith(`${place.replace(/\/$/, '')}/`))

/**
 * The groups with their files by name.
 * @param {string[]} asked only files at or under these places; none: all
 * @returns {Group[]}
 */
export function groupsOf(asked) {
  groups.forEach(isThere)
  return groups.flatMap((group) => {
    const files = group.files
      .flatMap(under)
      .filter((file) => !group.but?.includes(file) && isAsked(file, asked))
    const tests = group.tests.flatMap(under).filter((file) => /\.test\.tsx?$/.test(file))
    return files.length > 0 ? [{ ...group, files, tests }] : []
  })
}
