/** A Vitest reporter: what `npm test` says at its end is written, as JSON, to the file that `KYNNYS_RUN_REPORT` names. */
import { writeFileSync } from 'node:fs'

const MOST_FILES = 10

/** @typedef {import('vitest/node').TestModule} Module */
/** @typedef {import('vitest/node').TestCase} Test */
/** @typedef {Map<string, { from: number, to?: number }>} Spans */

/**
 * Blocks whose hooks failed: their tests were not run, and count as left out.
 * @param {Module} module
 */
const brokenIn = (module) =>
  [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length

/**
 * How the tests of a run ended; a file that cannot even be loaded, and a block whose hook fails, fail as one test.
 * @param {readonly Module[]} modules
 * @param {readonly unknown[]} unhandled
 */
function figuresOf(modules, unhandled) {
  const figures = { passed: 0, failed: unhandled.length, skipped: 0 }
  for (const module of modules) {
    figures.failed += (module.errors().length > 0 ? 1 : 0) + brokenIn(module)
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      figures[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1
    }
  }
  return figures
}

/** @param {Test} test */
const nameOf = (test) => `${test.module.relativeModuleId} > ${test.fullName}`

/**
 * Names of the tests that failed and were tried again until they passed.
 * @param {readonly Module[]} modules
 */
const secondTriesOf = (modules) =>
  modules.flatMap((module) =>
    [...module.children.allTests()].filter((test) => test.diagnostic()?.flaky).map(nameOf),
  )

/**
 * Milliseconds that a file took: loading, hooks and tests.
 * @param {Module} module
 */
const timeOf = (module) => {
  const { prepareDuration, setupDuration, collectDuration, duration } = module.diagnostic()
  return prepareDuration + setupDuration + collectDuration + duration
}

/** @param {number[]} times */
const sumOf = (times) => times.reduce((sum, time) => sum + time, 0)

/**
 * Milliseconds by project: summed over its files, and from the beginning of the first to the end of the last.
 * @param {readonly Module[]} modules
 * @param {Spans} spans
 */
function roomsOf(modules, spans) {
  const names = [...new Set(modules.map(({ project }) => project.name))]
  return names.map((name) => {
    const times = modules.filter(({ project }) => project.name === name).map(timeOf)
    const { from = 0, to = 0 } = spans.get(name) ?? { from: 0 }
    return { name, files: times.length, sum: sumOf(times), wall: to - from }
  })
}

/** @param {readonly Module[]} modules */
const slowestOf = (modules) =>
  modules
    .map((module) => ({ file: module.relativeModuleId, time: timeOf(module) }))
    .sort((a, b) => b.time - a.time)
    .slice(0, MOST_FILES)

export default class RunReporter {
  /**
   * project → when its first file began and its last one ended
   * @type {Spans}
   */
  #spans = new Map()

  /** @param {Module} module */
  onTestModuleQueued({ project }) {
    if (!this.#spans.has(project.name)) this.#spans.set(project.name, { from: performance.now() })
  }

  /** @param {Module} module */
  onTestModuleEnd({ project }) {
    const span = this.#spans.get(project.name)
    if (span) span.to = performance.now()
  }

  /**
   * @param {readonly Module[]} modules
   * @param {readonly unknown[]} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    const file = process.env.KYNNYS_RUN_REPORT
    if (!file) return
    const report = {
      figures: figuresOf(modules, unhandled),
      secondTries: secondTriesOf(modules),
      rooms: roomsOf(modules, this.#spans),
      slowest: slowestOf(modules),
    }
    writeFileSync(file, JSON.stringify(report))
  }
}
