/**
 * How Stryker runs our tests: in one process, by Vitest's own runner, without Vitest around it. For each mutant the modules are made
 * anew and only the files of tests that reach it are run, until one test fails. Beside a Vitest of its own for each mutant it takes a twentieth.
 */
import { startTests } from '@vitest/runner'
import { bundle } from './bundle.mjs'

/** @typedef {import('@vitest/runner').Task} Task */
/** @typedef {import('@vitest/runner').Test} Test */
/** @typedef {{ id: string, name: string, timeSpentMs: number, status: number, failureMessage: string }} Shown what a test showed */
/** @typedef {Record<string, Record<string, number>>} Reached test → mutant → how often */
/**
 * @typedef {{
 *   activeMutant?: string | undefined, currentTestId?: string | undefined, mutantCoverage?: { static: {}, perTest: Reached },
 *   hitCount?: number | undefined, hitLimit?: number | undefined,
 * }} Said
 */

/**
 * What `tools/mutants.mjs` says of the group: its tests, and the address of a PostgreSQL if they ask for one.
 * @type {{ tests: string[], postgres?: string }}
 */
const { tests, postgres } = JSON.parse(process.env.KYNNYS_MUTANTS ?? '{"tests":[]}')
const [SUCCESS, FAILED] = [0, 1]

/** @type {import('@vitest/runner').VitestRunnerConfig} */
const CONFIG = {
  root: process.cwd(),
  name: undefined,
  testNamePattern: undefined,
  chaiConfig: undefined,
  includeTaskLocation: undefined,
  tagsFilter: undefined,
  setupFiles: [],
  passWithNoTests: true,
  allowOnly: false,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 1,
  // a busy machine is no mutant; one that never ends Stryker ends
  testTimeout: 120_000,
  hookTimeout: 90_000,
  retry: 0,
  tags: [],
  strictTags: false,
}

/** A neighbour of a mutant is often told by the same test: so many of the last ones are tried first, and so many before them. */
const LIKELY = 4
const EARLIER = 40

/** @param {string} id of a test */
const fileOf = (id) => id.replace(/#.*/s, '')
/**
 * @param {Task} task
 * @returns {string}
 */
const nameOf = (task) => (task.suite ? `${nameOf(task.suite)} ${task.name}` : task.name).trim()
/**
 * @param {Task} task
 * @returns {Test[]}
 */
const testsIn = (task) => ('tasks' in task ? task.tasks.flatMap(testsIn) : [task])

/** @type {WeakMap<Task, string>} */
const ids = new WeakMap()

/**
 * Gives the tests of a file an id each, also where two have one title.
 * @param {string} file
 * @param {Test[]} tests
 */
function named(file, tests) {
  const met = new Map()
  for (const test of tests) {
    const name = nameOf(test)
    const before = met.get(name) ?? 0
    met.set(name, before + 1)
    ids.set(test, `${file}#${name}${before === 0 ? '' : ` (${before + 1})`}`)
  }
}

/**
 * What a test, or a file that could not be read, showed.
 * @param {Task} task
 * @param {string} file
 * @returns {Shown}
 */
const shownBy = (task, file) => ({
  id: ids.get(task) ?? file,
  name: nameOf(task),
  timeSpentMs: task.result?.duration ?? 0,
  status: task.result?.state === 'pass' ? SUCCESS : FAILED,
  failureMessage: task.result?.errors?.[0]?.message ?? 'failed',
})

/** What the broken code and its breaker, and the tests and Vitest, look for in the world. */
const world = /** @type {typeof globalThis & { __stryker__?: Said, __vitest_worker__?: {} }} */ (globalThis)

/**
 * Where the broken code and its breaker speak to each other.
 * @returns {Said}
 */
function stryker() {
  world.__stryker__ ??= {}
  return world.__stryker__
}

class Runner {
  /**
   * tests that told of a mutant, the last one first
   * @type {string[]}
   */
  #told = []
  /** test file → how long it took: the quick ones are tried first */
  #took = new Map(tests.map((test) => [test, 0]))

  said = stryker()

  /** @type {Awaited<ReturnType<typeof bundle>> | undefined} */
  #bundle

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // a test that asks git for the house's files asks it of this copy
    process.env.GIT_WORK_TREE = process.cwd()
    world.__vitest_worker__ = { config: {}, providedContext: { postgres }, onCleanup() {} }
    // a mutant may break what nobody waits for
    process.on('unhandledRejection', () => {})
    this.#bundle = await bundle(tests)
    const trials = /** @type {typeof import('fast-check') | undefined} */ (this.#bundle.outside['fast-check'])
    // the same trials for every mutant, and no search for the smallest one that fails
    trials?.configureGlobal({ seed: 20261121, endOnFailure: true, numRuns: 40 })
  }

  /**
   * Runs the tests of one file.
   * @param {string} file
   * @param {Set<string>} [wanted] which; nothing: all
   * @returns what each showed, until the first failure
   */
  async #file(file, wanted) {
    const modules = (await this.#bundle?.modules()) ?? {}
    /** @type {Task[]} */
    const found = []
    let failed = false
    const began = performance.now()
    const [task] = await startTests([file], {
      config: CONFIG,
      importFile: async () => {
        this.said.currentTestId = file
        await modules[file]?.()
        this.said.currentTestId = undefined
      },
      onCollected: (collected) => named(file, collected.flatMap(testsIn)),
      onBeforeRunTask: (test) => {
        if (failed || (wanted && !wanted.has(ids.get(test) ?? file))) test.mode = 'skip'
      },
      onBeforeTryTask: (test) => {
        this.said.currentTestId = ids.get(test)
      },
      onAfterRunTask: (test) => {
        this.said.currentTestId = undefined
        if (test.result?.state === 'pass' || test.result?.state === 'fail') found.push(test)
        failed ||= test.result?.state === 'fail'
      },
    })
    if (task?.result?.state === 'fail' && !failed) found.push(task)
    if (!wanted) this.#took.set(file, performance.now() - began)
    return found.map((shown) => shownBy(shown, file))
  }

  /**
   * Files with the tests of them that are wanted (nothing: all): first the tests that told of the last mutants, each alone, then
   * those that told before them, a file at a time; then whole files, those first that take little for what they have told.
   * @param {Set<string>} files
   */
  #turns(files) {
    const likely = this.#told.slice(0, LIKELY).map((id) => ({ file: fileOf(id), wanted: new Set([id]) }))
    const before = this.#told.slice(LIKELY, LIKELY + EARLIER)
    const costs = [...this.#took].map(([file, took]) => {
      const told = this.#told.filter((id) => fileOf(id) === file).length
      return { file, wanted: undefined, cost: took / (1 + told) }
    })
    const whole = costs.sort((a, b) => a.cost - b.cost)
    const earlier = whole.map(({ file }) => ({
      file,
      wanted: new Set(before.filter((id) => fileOf(id) === file)),
    }))
    return [...likely, ...earlier.filter(({ wanted }) => wanted.size > 0), ...whole].filter(({ file }) =>
      files.has(file),
    )
  }

  /**
   * @param {Shown} told
   * @param {number} nrOfTests
   */
  #killed({ id, failureMessage }, nrOfTests) {
    this.#told = [id, ...this.#told.filter((one) => one !== id)]
    return { status: 'killed', killedBy: [id], failureMessage, nrOfTests }
  }

  async dryRun() {
    this.said.activeMutant = undefined
    this.said.mutantCoverage = { static: {}, perTest: {} }
    /** @type {Shown[]} */
    const shown = []
    for (const file of tests) shown.push(...(await this.#file(file)))
    return { status: 'complete', tests: shown, mutantCoverage: this.#coverage(shown) }
  }

  /**
   * What a file reaches, each of its tests may reach: what was made once (a machine, a list of days) the next one finds made.
   * @param {Shown[]} shown
   */
  #coverage(shown) {
    /** @type {Reached} */
    const byFile = Object.fromEntries(tests.map((file) => [file, {}]))
    for (const [id, reached] of Object.entries(this.said.mutantCoverage?.perTest ?? {})) {
      const all = byFile[fileOf(id)] ?? {}
      for (const [mutant, hits] of Object.entries(reached)) all[mutant] = (all[mutant] ?? 0) + hits
    }
    return { static: {}, perTest: Object.fromEntries(shown.map(({ id }) => [id, byFile[fileOf(id)]])) }
  }

  /** @param {{ activeMutant: { id: string }, testFilter?: string[], hitLimit?: number }} options */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(this.said, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit })
    const files = new Set(testFilter?.map(fileOf) ?? tests)
    let count = 0
    for (const { file, wanted } of this.#turns(files)) {
      const shown = await this.#file(file, wanted)
      count += shown.length
      if (hitLimit !== undefined && (this.said.hitCount ?? 0) > hitLimit)
        return { status: 'timeout', reason: 'it ran in circles' }
      const failed = shown.find(({ status }) => status === FAILED)
      if (failed) return this.#killed(failed, count)
    }
    return { status: 'survived', nrOfTests: count }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-one-process', injectableClass: Runner }]
