import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read, trackedFiles } from '../support/house/sources.ts'

const readmes = () => trackedFiles().filter((file) => file.endsWith('.md'))
const scripts = () =>
  Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)

describe('what the README says', () => {
  it('begins with one sentence, two commands and a picture, then the six doors', () => {
    const text = read('README.md')
    const order = [
      '# Kynnys',
      'npm ci && npm start',
      'npm ci && npm test',
      '![',
      '## Doors',
      '*embed*',
      '*answer callbacks*',
      '*change the dialogue*',
      '*translate*',
      '*run it*',
      '*develop it*',
    ]
    const places = order.map((words) => text.indexOf(words))
    expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true)
  })

  it('names only commands that exist', () => {
    const named = readmes().flatMap((file) =>
      [...read(file).matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name ?? ''),
    )
    expect(named.filter((name) => !scripts().includes(name))).toEqual([])
  })

  it('names every command there is', () => {
    const text = read('README.md')
    const unnamed = scripts().filter(
      (name) => !text.includes(['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`),
    )
    expect(unnamed).toEqual([])
  })

  it('every link to a file of the repository leads to one', () => {
    const broken = readmes().flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
        .map(([, link]) => link ?? '')
        .filter((link) => !existsSync(new URL(link, `file://${process.cwd()}/${file}`)))
        .map((link) => `${file}: ${link}`),
    )
    expect(broken).toEqual([])
  })

  it('the test command it gives is the one that CI runs', () => {
    const run = read('.ci/run')
    expect(run).toContain('npm ci')
    expect(run).toContain('npm test')
  })
})
