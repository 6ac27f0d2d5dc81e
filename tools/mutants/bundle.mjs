/**
 * The tests of a group and all of ours that they bring, as one function: each call makes every module anew, in a millisecond.
 * Packages are made once for the process.
 */
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

/** @typedef {Record<string, Record<string, unknown>>} Outside package → all that it gives */
/** @typedef {Record<string, () => Promise<unknown>>} Files test file → its import */

const ENTRY = 'virtual:tests'
const OUTSIDE = '\0outside:'
/** @param {string} id */
const isOurs = (id) => /^[./#\0]/.test(id) || id === ENTRY
/** @param {string} key */
const isName = (key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== 'default'

/**
 * Packages and Node's own modules are handed in.
 * @param {Outside} outside gathers them by name as they are met
 * @returns {import('vite').Plugin}
 */
const fromOutside = (outside) => ({
  name: 'packages-from-outside',
  enforce: 'pre',
  resolveId: (id) => (isOurs(id) ? null : OUTSIDE + id),
  async load(id) {
    if (!id.startsWith(OUTSIDE)) return null
    const name = id.slice(OUTSIDE.length)
    /** @type {Outside[string]} */
    const given = outside[name] ?? (await import(name))
    outside[name] = given
    const whole = `OUTSIDE[${JSON.stringify(name)}]`
    const names = Object.keys(given).filter(isName)
    const local = names.map((_, at) => `outside${at}`)
    return [
      `export default ${'default' in given ? `${whole}.default` : whole}`,
      `const { ${names.map((key, at) => `${key}: ${local[at]}`)} } = ${whole}`,
      `export { ${names.map((key, at) => `${local[at]} as ${key}`)} }`,
    ].join('\n')
  },
})

/**
 * @param {string[]} tests
 * @returns {import('vite').Plugin}
 */
const entry = (tests) => ({
  name: 'all-tests',
  resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
  load: (id) =>
    id === `\0${ENTRY}`
      ? `TESTS(${`{${tests.map((test) => `${JSON.stringify(test)}: () => import(${JSON.stringify(`/${test}`)})`)}}`})`
      : null,
})

/**
 * A module keeps the address that it has as a file.
 * @type {import('vite').Plugin}
 */
const addresses = {
  name: 'addresses',
  transform: (code, id) =>
    code.includes('import.meta.')
      ? code
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
          .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)))
      : null,
}

/**
 * @param {string[]} tests files, from the folder of the house
 * @returns makes all modules anew and gives test file → its import
 */
export async function bundle(tests) {
  /** @type {Outside} */
  const outside = {}
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [fromOutside(outside), entry(tests), addresses],
    build: {
      ssr: true,
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { input: ENTRY, treeshake: false, output: { codeSplitting: false } },
    },
  })
  if (!('output' in built)) throw new Error('The tests were not built as one piece.')
  const AsyncFunction = /** @type {FunctionConstructor} */ ((async () => {}).constructor)
  const code = built.output[0].code.replace(/^export \{\};?$/m, '')
  const make = /** @type {(outside: Outside, tests: (given: Files) => void) => Promise<void>} */ (
    new AsyncFunction('OUTSIDE', 'TESTS', code)
  )
  return {
    outside,
    async modules() {
      /** @type {Files} */
      let files = {}
      await make(outside, (given) => {
        files = given
      })
      return files
    },
  }
}
