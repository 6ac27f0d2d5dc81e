/** What is tried together: files that decide, and the tests that hold them. A place that is not there (any more) is passed by. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** What a content file may say: held by the schemas that are made of it. */
const LANGUAGE = ['definition', 'condition', 'question', 'area', 'schema'].map(
  (name) => `core/flow/${name}.ts`,
)
const DOOR_OF_CHECK = 'core/check/check.ts'

export const groups = [
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

/** Every file at or under these places. */
const under = (places) =>
  places
    .filter(existsSync)
    .flatMap((place) =>
      statSync(place).isDirectory()
        ? under(readdirSync(place).map((name) => path.join(place, name)))
        : [place],
    )

const isAsked = (file, asked) =>
  asked.length === 0 ||
  asked.some((place) => file === place || file.startsWith(`${place.replace(/\/$/, '')}/`))

/**
 * The groups with their files by name.
 * @param asked only files at or under these places; none: all
 */
export const groupsOf = (asked) =>
  groups.flatMap(({ but = [], ...group }) => {
    const files = under(group.files).filter((file) => !but.includes(file) && isAsked(file, asked))
    const tests = under(group.tests).filter((file) => /\.test\.tsx?$/.test(file))
    return files.length > 0 ? [{ ...group, files, tests }] : []
  })
