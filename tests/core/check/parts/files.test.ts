/** Which files are whole: those that are there, have their shape, and give names that can be parts of others. */
import { describe, expect, it } from 'vitest'
import { reporter } from '#core/check/base/report.ts'
import { checkShapes } from '#core/check/shapes/files.ts'
import { type FileTexts, parseContent } from '../../../../server/content/reading/parse.ts'
import { toy } from '../toy.ts'

const [MAIN, ROUTING, LISTS, CASES] = ['guidance', 'routing', 'lists', 'cases'].map(
  (name) => `flows/${name}.yaml`,
) as [string, string, string, string]

function looked(texts: FileTexts) {
  const { content } = parseContent(texts)
  const { report, problems } = reporter((file, path, part) => ({
    file: [file, ...path, part].join(' '),
    line: 1,
    column: 1,
  }))
  const whole = checkShapes(content, report)
  return { whole, problems, told: problems.map(({ code, file }) => `${code} ${file}`) }
}
const without = (...files: string[]) =>
  Object.fromEntries(Object.entries(toy).filter(([file]) => !files.includes(file)))
const changed = (file: string, old: string, fresh: string) => {
  const text = (toy[file] ?? '').replace(old, fresh)
  expect(text).not.toBe(toy[file])
  return looked({ ...toy, [file]: text })
}

describe('a file', () => {
  it('that may be left out is whole when it is', () => {
    const { whole, told } = looked(without(LISTS, CASES))
    expect(told).toEqual([])
    for (const file of [MAIN, ROUTING, LISTS, CASES]) expect(whole).toContain(file)
  })

  it('that must be there is told when it is not', () => {
    const { whole, told, problems } = looked(without(ROUTING))
    expect(told).toEqual([`file-missing ${ROUTING} value`])
    expect(problems[0]?.says).toContain(ROUTING)
    expect(whole).not.toContain(ROUTING)
  })

  it('that nobody knows is told by its name', () => {
    const { whole, told, problems } = looked({ ...toy, 'flows/area/cats.yaml': 'a: 1\n' })
    expect(told).toEqual(['file-unknown flows/area/cats.yaml value'])
    expect(problems[0]?.says).toContain('"cats.yaml"')
    expect(whole).not.toContain('flows/area/cats.yaml')
  })

  it('of what is refused has its shape too', () => {
    const file = 'locales/fi/refused.json'
    const { told, whole } = looked({ ...toy, [file]: '{ "decision": 3 }' })
    expect(told).toContain(`wrong-type ${file} decision value`)
    expect(whole).not.toContain(file)
  })

  it('that could not be read is neither whole nor told again', () => {
    const { told, whole } = looked({ ...toy, [ROUTING]: 'a: [' })
    expect(told).toEqual([])
    expect(whole).not.toContain(ROUTING)
  })
})

describe('a name', () => {
  it.each([
    [MAIN, '  place: {', '  Place: {', 'steps Place'],
    [MAIN, '  hungry: {', '  hun.gry: {', 'shared hun.gry'],
    [ROUTING, '  dislikes: {', '  -dislikes: {', 'facts -dislikes'],
    [LISTS, 'municipalities:', 'muni_cipalities:', 'muni_cipalities'],
  ])('in %s that cannot be part of an address is told, and the file is not whole', (file, old, fresh, at) => {
    const { told, whole } = changed(file, old, fresh)
    expect(told).toEqual([`bad-name ${file} ${at} key`])
    expect(whole).not.toContain(file)
  })

  it('may have digits and hyphens, and begin with a digit', () => {
    expect(changed(MAIN, '  place: {', '  2-places: {').told).toEqual([])
  })
})
