import { describe, expect, it } from 'vitest'
import { codeFiles, read, trackedFiles } from '../support/house/sources.ts'

/** Letters that Finnish and Swedish words have and code does not: a text for people that strayed into code. */
const strayWords = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/(['"`>])([^'"`<>]*[äöåÄÖÅ][^'"`<>]*)/g)].map((found) => found[2]?.trim() ?? ''),
    )

describe('content and code are apart', () => {
  it('flows and locales hold data only', () => {
    const others = trackedFiles().filter(
      (file) => /^(flows|locales)\//.test(file) && !/\.(ya?ml|json|md)$/.test(file),
    )
    expect(others).toEqual([])
  })

  it('no text for people stands in widget, desk, server or core code', () => {
    const found = codeFiles()
      .filter((file) => /^(widget|desk|server|core)\//.test(file) && !/^core\/check\//.test(file))
      .flatMap((file) => strayWords(read(file)).map((words) => `${file}: ${words}`))
    expect(found).toEqual([])
  })

  it('sees a Finnish sentence in code (red twin)', () => {
    expect(strayWords("const label = 'Lähetä pyyntö'")).toEqual(['Lähetä pyyntö'])
  })
})
