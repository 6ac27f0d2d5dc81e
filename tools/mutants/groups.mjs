/** What is tried together: files that decide, and the tests that hold them. A place that is not there (any more) is passed by. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** @typedef {{ name: string, files: string[], but?: string[], tests: string[], database?: true }} Group */

/** What a content file may say: held by the schemas that are made of it. */
const LANGUAGE = ['definition', 'condition', 'question', 'area', 'schema'].map(
  (name) => `core/flow/${name}.ts`,
)
const DOOR_OF_CHECK = 'core/check/check.ts'

/** @type {Group[]} */
const groups = [
  {
    name: 'engine',
    files: ['core/flow', 'core/walk/walk.ts'],
    but: [...LANGUAGE, DOOR_OF_CHECK],
    tests: ['tests/core/engine'],
  },
  { name: 'check', files: ['core/check', DOOR_OF_CHECK], tests: ['tests/core/check'] },
  {
    name: 'language',
    files: [...LANGUAGE, 'core/place'],
    tests: ['tests/house/schemas-in-sync.test.ts', 'tests/core/check'],
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
  {
    name: 'life',
    files: ['server/callbacks/status.ts', 'core/request'],
    tests: ['tests/server/callbacks/status.test.ts', 'tests/core/request'],
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
  return groups.flatMap((group) => {
    const files = group.files
      .filter(existsSync)
      .flatMap(under)
      .filter((file) => !group.but?.includes(file) && isAsked(file, asked))
    const tests = group.tests
      .filter(existsSync)
      .flatMap(under)
      .filter((file) => /\.test\.tsx?$/.test(file))
    return files.length > 0 ? [{ ...group, files, tests }] : []
  })
}
