/**
 * The tests of a group and all of ours that they bring, as one function: each call makes every module anew, in a millisecond.
 * Packages are made once for the process.
 */
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const ENTRY = 'virtual:tests'
const OUTSIDE = '\0outside:'
const isOurs = (id) => /^[./#\0]/.test(id) || id === ENTRY
const isName = (key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== 'default'

/** Packages and Node's own modules are handed in: `outside` gathers them by name as they are met. */
const fromOutside = (outside) => ({
  name: 'packages-from-outside',
  enforce: 'pre',
  resolveId: (id) => (isOurs(id) ? null : OUTSIDE + id),
  async load(id) {
    if (!id.startsWith(OUTSIDE)) return null
    const name = id.slice(OUTSIDE.length)
    outside[name] ??= await import(name)
    const whole = `OUTSIDE[${JSON.stringify(name)}]`
    const names = Object.keys(outside[name]).filter(isName)
    const local = names.map((_, at) => `outside${at}`)
    return [
      `export default ${'default' in outside[name] ? `${whole}.default` : whole}`,
      `const { ${names.map((key, at) => `${key}: ${local[at]}`)} } = ${whole}`,
      `export { ${names.map((key, at) => `${local[at]} as ${key}`)} }`,
    ].join('\n')
  },
})

const entry = (tests) => ({
  name: 'all-tests',
  resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
  load: (id) =>
    id === `\0${ENTRY}`
      ? `TESTS(${`{${tests.map((test) => `${JSON.stringify(test)}: () => import(${JSON.stringify(`/${test}`)})`)}}`})`
      : null,
})

/** A module keeps the address that it has as a file. */
const addresses = {
  name: 'addresses',
  transform: (code, id) =>
    code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      : null,
}

/**
 * @param tests files, from the folder of the house
 * @returns makes all modules anew and gives test file → its import
 */
export async function bundle(tests) {
  const outside = {}
  const { output } = await build({
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
  const AsyncFunction = (async () => {}).constructor
  const make = new AsyncFunction('OUTSIDE', 'TESTS', output[0].code.replace(/^export \{\};?$/m, ''))
  return {
    outside,
    async modules() {
      let files = {}
      await make(outside, (given) => {
        files = given
      })
      return files
    },
  }
}
