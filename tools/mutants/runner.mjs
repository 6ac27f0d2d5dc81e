/**
 * How Stryker runs our tests: in one process, by Vitest's own runner, without Vitest around it. For each mutant the modules are made
 * anew and only the files of tests that reach it are run, until one test fails. Beside a Vitest of its own for each mutant it takes a twentieth.
 */
import { startTests } from '@vitest/runner'
import { bundle } from './bundle.mjs'

/** What `tools/mutants.mjs` says of the group: its tests, and the address of a PostgreSQL if they ask for one. */
const { tests, postgres } = JSON.parse(process.env.KYNNYS_MUTANTS ?? '{"tests":[]}')
const [SUCCESS, FAILED] = [0, 1]

const CONFIG = {
  root: process.cwd(),
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

/** A neighbour of a mutant is often told by the same test: so many of the last ones are tried first. */
const LIKELY = 8

const fileOf = (id) => id.split('#')[0]
const nameOf = (task) => (task.suite ? `${nameOf(task.suite)} ${task.name}` : task.name).trim()
const testsIn = (task) => (task.tasks ? task.tasks.flatMap(testsIn) : [task])

/** The tests of a file with an id each, also where two have one title. */
function named(file, tasks) {
  const met = new Map()
  for (const task of tasks) {
    const name = nameOf(task)
    const before = met.get(name) ?? 0
    met.set(name, before + 1)
    task.meta.id = `${file}#${name}${before === 0 ? '' : ` (${before + 1})`}`
  }
}

/** Where the broken code and its breaker speak to each other. */
function stryker() {
  globalThis.__stryker__ ??= {}
  return globalThis.__stryker__
}

class Runner {
  /** tests that told of a mutant, the last one first */
  #told = []
  /** test file → how long it took: the quick ones are tried first */
  #took = new Map(tests.map((test) => [test, 0]))

  said = stryker()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    // a test that asks git for the house's files asks it of this copy
    process.env.GIT_WORK_TREE = process.cwd()
    globalThis.__vitest_worker__ = { config: {}, providedContext: { postgres }, onCleanup() {} }
    // a mutant may break what nobody waits for
    process.on('unhandledRejection', () => {})
    this.bundle = await bundle(tests)
    // the same trials for every mutant, and no search for the smallest one that fails
    this.bundle.outside['fast-check']?.configureGlobal({ seed: 20261121, endOnFailure: true, numRuns: 40 })
  }

  /** Runs the tests of one file. @param wanted which; nothing: all @returns what each showed, until the first failure */
  async #file(file, wanted) {
    const modules = await this.bundle.modules()
    const found = []
    let failed = false
    const began = performance.now()
    const [task] = await startTests([file], {
      config: CONFIG,
      importFile: async () => {
        this.said.currentTestId = file
        await modules[file]()
        this.said.currentTestId = undefined
      },
      onCollected: ([collected]) => named(file, testsIn(collected)),
      onBeforeRunTask: (test) => {
        if (failed || (wanted && !wanted.has(test.meta.id))) test.mode = 'skip'
      },
      onBeforeTryTask: (test) => {
        this.said.currentTestId = test.meta.id
      },
      onAfterRunTask: (test) => {
        this.said.currentTestId = undefined
        if (test.result?.state === 'pass' || test.result?.state === 'fail') found.push(test)
        failed ||= test.result?.state === 'fail'
      },
    })
    if (task.result?.state === 'fail' && !failed) found.push(task)
    if (!wanted) this.#took.set(file, performance.now() - began)
    return found.map((test) => ({
      id: test.meta.id ?? file,
      name: nameOf(test),
      timeSpentMs: test.result.duration ?? 0,
      status: test.result.state === 'pass' ? SUCCESS : FAILED,
      failureMessage: test.result.errors?.[0]?.message ?? 'failed',
    }))
  }

  /** Files with the tests of them that are wanted (nothing: all): first those that told of the last mutants, each alone. */
  #turns(files) {
    const likely = this.#told.slice(0, LIKELY).map((id) => [fileOf(id), new Set([id])])
    const quickFirst = [...this.#took.keys()].sort((a, b) => this.#took.get(a) - this.#took.get(b))
    return [...likely, ...quickFirst.map((file) => [file])].filter(([file]) => files.has(file))
  }

  #killed({ id, failureMessage }, nrOfTests) {
    this.#told = [id, ...this.#told.filter((one) => one !== id)]
    return { status: 'killed', killedBy: [id], failureMessage, nrOfTests }
  }

  async dryRun() {
    this.said.activeMutant = undefined
    this.said.mutantCoverage = { static: {}, perTest: {} }
    const shown = []
    for (const file of tests) shown.push(...(await this.#file(file)))
    return { status: 'complete', tests: shown, mutantCoverage: this.#coverage(shown) }
  }

  /** What a file reaches, each of its tests may reach: what was made once (a machine, a list of days) the next one finds made. */
  #coverage(shown) {
    const byFile = new Map(tests.map((file) => [file, {}]))
    for (const [id, reached] of Object.entries(this.said.mutantCoverage.perTest))
      for (const [mutant, hits] of Object.entries(reached)) {
        const all = byFile.get(fileOf(id))
        all[mutant] = (all[mutant] ?? 0) + hits
      }
    return { static: {}, perTest: Object.fromEntries(shown.map(({ id }) => [id, byFile.get(fileOf(id))])) }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(this.said, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit })
    const files = new Set(testFilter?.map(fileOf) ?? tests)
    let count = 0
    for (const [file, wanted] of this.#turns(files)) {
      const shown = await this.#file(file, wanted)
      count += shown.length
      if (this.said.hitCount > hitLimit) return { status: 'timeout', reason: 'it ran in circles' }
      const failed = shown.find(({ status }) => status === FAILED)
      if (failed) return this.#killed(failed, count)
    }
    return { status: 'survived', nrOfTests: count }
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-one-process', injectableClass: Runner }]
