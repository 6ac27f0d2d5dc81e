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

  it('has a door to every room and to the papers', () => {
    const text = read('README.md')
    const folders = new Set(trackedFiles().flatMap((file) => /^([a-z]+)\//.exec(file)?.[1] ?? []))
    const tree = [...text.matchAll(/^([a-z]+)\/ {2,}/gm)].map(([, name]) => name)
    expect(tree.sort()).toEqual([...folders].sort())
    for (const page of ['CONTRIBUTING.md', 'SECURITY.md', 'docs/chores/README.md', 'docs/operate/README.md'])
      expect(text).toContain(`](${page})`)
  })

  it('the test command it gives is the one that CI runs', () => {
    const run = read('.ci/run')
    expect(run).toContain('npm ci')
    expect(run).toContain('npm test')
  })
})
