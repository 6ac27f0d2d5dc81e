import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

/** Every file and package that a file brings along at run time. */
function broughtBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)(?! type)[^'\n]*(?:\{[^}]*\})?[^'\n]*from '([^']+)'/gm,
  ))
    if (from.startsWith('.')) broughtBy(join(dirname(file), from), seen)
    else seen.add(from)
  return seen
}

const engine = ['words', 'answer', 'replay', 'route', 'card', 'compile'].map((name) => `core/flow/${name}.ts`)
const request = readdirSync('core/request').map((name) => `core/request/${name}`)

it.each([...engine, ...request])('%s brings no schema library into a browser', (file) => {
  expect([...broughtBy(file)].filter((one) => /typebox|definition|condition/.test(one))).toEqual([])
})
it('what the definition brings would be found', () => {
  expect(broughtBy('core/flow/definition.ts')).toContain('typebox')
})
it('only the machine library is brought from outside', () => {
  const outside = [...broughtBy('core/walk/walk.ts')].filter((one) => !one.endsWith('.ts'))
  expect(outside).toEqual(['xstate'])
})
