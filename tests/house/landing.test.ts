import { describe, expect, it } from 'vitest'
import { read, trackedFiles } from '../support/house/sources.ts'

const text = () =>
  trackedFiles().filter((file) => !/\.(png|jpg|ico|woff2?)$/.test(file) && file !== 'package-lock.json')
const inFiles = (pattern: RegExp, files = text()) => files.filter((file) => pattern.test(read(file)))

describe('what is committed', () => {
  it('names no path of a machine and no registry', () => {
    const paths = new RegExp(
      ['/(wor', 'k|far', 'm)/[a-z]|/ro', 'ot/|https?://[a-z.-]*regist', '(ry|er)\\.'].join(''),
    )
    expect(inFiles(paths)).toEqual([])
  })

  it('the lock file names no download address and has an integrity for every package from outside', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>
    }
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '')
    expect(packages.filter(([, one]) => one.resolved).map(([name]) => name)).toEqual([])
    expect(packages.filter(([, one]) => !one.integrity && !one.link).map(([name]) => name)).toEqual([])
  })

  it('every dependency is pinned to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  it('uses none of the words that would make it a medical instrument', () => {
    const words = /\b(triage|symptom|diagnos|severity)/i
    const named = text().filter((file) => /^(core|widget|desk|server)\/.*\.(ts|tsx|css|html)$/.test(file))
    expect(inFiles(words, named).filter((file) => !file.startsWith('core/check/'))).toEqual([])
  })

  it('leaves no test switched off and no work marked as left open', () => {
    const marks = new RegExp(
      ['\\b(it|test|describe)\\.(sk', 'ip|on', 'ly|to', 'do)\\b|\\bTO', 'DO\\b|\\bFIX', 'ME\\b'].join(''),
    )
    expect(
      inFiles(
        marks,
        text().filter((file) => /\.(ts|tsx|mjs)$/.test(file)),
      ),
    ).toEqual([])
  })
})
