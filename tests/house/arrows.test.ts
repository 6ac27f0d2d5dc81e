import { describe, expect, it } from 'vitest'
import { importsOf, targetOf } from '../support/house/imports.ts'
import { codeFiles, read } from '../support/house/sources.ts'

const ROOMS = ['core', 'widget', 'desk', 'server', 'tests', 'tools'] as const
type Room = (typeof ROOMS)[number]

/** Which rooms a room may import from, and which packages when it may not choose freely. */
const MAY: Record<Room, { rooms: Room[]; packages?: RegExp }> = {
  core: { rooms: ['core'], packages: /^(xstate|typebox)(\/|$)/ },
  widget: {
    rooms: ['widget', 'core'],
    packages: /^(preact|preact-render-to-string|i18next)(\/|$)|^virtual:/,
  },
  desk: { rooms: ['desk', 'core'], packages: /^(preact|i18next)(\/|$)|^virtual:/ },
  server: { rooms: ['server', 'core'] },
  tests: { rooms: [...ROOMS] },
  tools: { rooms: ['tools', 'core', 'server'] },
}

const roomOf = (file: string) => ROOMS.find((room) => file.startsWith(`${room}/`))

function wrongArrows(file: string, text: string): string[] {
  const room = roomOf(file)
  if (!room) return []
  return importsOf(text).flatMap(({ from, types }) => {
    const target = roomOf(targetOf(file, from) ?? '')
    if (target) return MAY[room].rooms.includes(target) ? [] : [`${file} imports ${from}`]
    if (from.startsWith('.') || from.startsWith('#')) return []
    const allowed = MAY[room].packages
    return !allowed || types || allowed.test(from) ? [] : [`${file} imports ${from}`]
  })
}

describe('the arrows of the house', () => {
  it('point inwards: no room imports from a neighbour, and core knows only xstate and the schema library', () => {
    expect(codeFiles().flatMap((file) => wrongArrows(file, read(file)))).toEqual([])
  })

  it('are seen when they are wrong (red twin)', () => {
    expect(wrongArrows('widget/app.tsx', "import { x } from '../server/app.ts'")).toHaveLength(1)
    expect(wrongArrows('core/flow/replay.ts', "import { readFileSync } from 'node:fs'")).toHaveLength(1)
    expect(wrongArrows('desk/a.ts', "const x = await import('../widget/b.ts')")).toHaveLength(1)
    expect(wrongArrows('server/a.ts', "import { replay } from '#core/flow/replay.ts'")).toEqual([])
  })

  it('keep the schema library out of the browser rooms: of contract and definition they import types only', () => {
    const values = codeFiles()
      .filter((file) => /^(widget|desk)\//.test(file))
      .flatMap((file) =>
        importsOf(read(file))
          .filter(
            ({ from, types }) => /#core\/(contract|place|flow\/(definition|schema))/.test(from) && !types,
          )
          .map(({ from }) => `${file} imports values of ${from}`),
      )
    expect(values).toEqual([])
  })
})
