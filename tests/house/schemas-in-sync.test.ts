import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { schemas } from '#core/flow/schema.ts'
import { schemaFiles } from '../../tools/schemas.ts'
import { read, trackedFiles } from '../support/house/sources.ts'

const ajv = new Ajv({ strict: false, allErrors: true })
formats.default(ajv)

/** The schema that a content file is held against. */
function schemaOf(file: string): string {
  const name = basename(file, '.yaml')
  if (file.startsWith('locales/')) return 'refused'
  if (file.startsWith('flows/advice/')) return 'advice'
  if (file.startsWith('flows/area/')) return `area-${name}`
  return ['routing', 'lists', 'cases'].includes(name) ? name : 'flow'
}
const contentFiles = () =>
  trackedFiles().filter((file) => /^flows\/.*\.yaml$|^locales\/.*\/refused\.json$/.test(file))

describe('the schemas for editors', () => {
  it('are what the one source says (else: npx tsx tools/schemas.ts)', () => {
    const stale = Object.entries(schemaFiles()).filter(
      ([file, text]) => !existsSync(file) || read(file) !== text,
    )
    expect(stale.map(([file]) => file)).toEqual([])
    expect(readdirSync('flows/schema').sort()).toEqual(
      Object.keys(schemaFiles())
        .map((file) => basename(file))
        .sort(),
    )
  })

  it('accept every content file as a schema program reads them', () => {
    const refused = contentFiles().flatMap((file) => {
      const isGood = ajv.compile(schemas[schemaOf(file) as keyof typeof schemas])
      return isGood(parse(read(file))) ? [] : [`${file}: ${ajv.errorsText(isGood.errors)}`]
    })
    expect(contentFiles().length).toBeGreaterThan(10)
    expect(refused).toEqual([])
  })

  it('refuse what the language does not know (red twin)', () => {
    const isFlow = ajv.compile(schemas.flow)
    expect(isFlow({ start: 'a', steps: { a: { end: true } } })).toBe(true)
    expect(isFlow({ start: 'a', steps: { a: { ask: 'scal', next: 'b' } } })).toBe(false)
    expect(
      isFlow({ start: 'a', steps: { a: { ask: 'scale', next: [{ when: { all: [{ b: [] }] }, go: 'c' }] } } }),
    ).toBe(false)
  })
})
