/** A type's name means one thing: who reads it in two files reads of the same. */
import { describe, expect, it } from 'vitest'
import { codeFiles, read } from '../support/house/sources.ts'
import { treeOf } from '../support/house/syntax.ts'

type Declared = { name: string; file: string; isExported: boolean }

const TYPES = ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'ClassDeclaration']

/** Every type that a source text declares for itself or for others. */
function typesIn(file: string, text: string): Declared[] {
  const body = treeOf(file, text).body as { type: string; id?: { name: string }; declaration?: never }[]
  return body.flatMap((statement) => {
    const isExported = statement.type === 'ExportNamedDeclaration'
    const { type, id }: (typeof body)[number] = (isExported && statement.declaration) || statement
    return TYPES.includes(type) && id ? [{ name: id.name, file, isExported }] : []
  })
}

const roomOf = (file: string) => file.split('/')[0]

/** Exported names that stand in two files, and private ones that mean something else than the exported one of their room or of core. */
function twice(types: Declared[]): string[] {
  const exported = types.filter((type) => type.isExported)
  return types.flatMap(({ name, file, isExported }) =>
    exported
      .filter((other) => other.name === name && other.file !== file)
      .filter((other) => isExported || [roomOf(file), 'core'].includes(roomOf(other.file)))
      .map((other) => `${name}: ${file}, ${other.file}`),
  )
}

describe('the name of a type', () => {
  const types = codeFiles()
    .filter((file) => /^(core|widget|desk|server)\//.test(file))
    .flatMap((file) => typesIn(file, read(file)))

  it('stands in one file, and no private type takes one of its room', () => {
    expect(types.length).toBeGreaterThan(500)
    expect(twice(types)).toEqual([])
  })

  it('that is given twice is seen (red twin)', () => {
    const of = (file: string, text: string) => typesIn(file, text)
    const place = of('core/a.ts', 'export type Place = { id: string }')
    expect(twice([...place, ...of('server/b.ts', 'export type Place = { area: string }')])).toHaveLength(2)
    expect(twice([...place, ...of('server/b.ts', 'type Place = { area: string }')])).toHaveLength(1)
    expect(twice([...place, ...of('server/b.ts', 'export class Place {}')])).toHaveLength(2)
    expect(
      twice([...of('desk/a.ts', 'export type Line = 1'), ...of('widget/b.ts', 'type Line = 2')]),
    ).toEqual([])
  })
})
