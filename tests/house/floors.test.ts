import { describe, expect, it } from 'vitest'
import { type Arrow, arrowsFrom, arrowsOfTheHouse } from '../support/house/imports.ts'
import { codeFiles } from '../support/house/sources.ts'
import { DOORS, FLOORS, MAY_RUN_UP, WINGS } from './floors.ts'

const roomOf = (file: string) => file.split('/')[0] ?? ''
const within = (file: string, place: string) => file === place || file.startsWith(`${place}/`)

/** How high a file stands in its room: -1 when its folder has no floor. */
function floorOf(file: string): number {
  const floors = FLOORS[roomOf(file)] ?? []
  const [best] = floors.filter((place) => within(file, place)).sort((a, b) => b.length - a.length)
  return best === undefined ? -1 : floors.indexOf(best)
}

const shown = ({ from, to }: Arrow) => `${from} → ${to}`
const runsUp = ({ from, to }: Arrow) => roomOf(from) === roomOf(to) && floorOf(to) > floorOf(from)
const isExcused = (arrow: Arrow) => MAY_RUN_UP.some(({ from, to }) => from === arrow.from && to === arrow.to)

const wingOf = (file: string) => WINGS.find((wing) => within(file, wing))
const crosses = ({ from, to }: Arrow) => {
  const [here, there] = [wingOf(from), wingOf(to)]
  return here !== undefined && there !== undefined && here !== there
}

const forbidden = (arrow: Arrow) =>
  DOORS.filter(({ of, open }) => of.test(arrow.to) && !open.test(arrow.from)).map(
    ({ why }) => `${shown(arrow)}: ${why}`,
  )

/** Files that import each other in a circle, told from one of them round to itself. */
function circles(arrows: readonly Arrow[]): string[] {
  const to = new Map<string, string[]>()
  for (const { from, to: target, later } of arrows)
    if (!later) to.set(from, [...(to.get(from) ?? []), target])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: string[]) => {
    const at = path.indexOf(file)
    if (at >= 0) return void found.push([...path.slice(at), file].join(' → '))
    if (done.has(file)) return
    for (const next of to.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of to.keys()) visit(file, [])
  return found
}

const arrow = (from: string, to: string): Arrow => ({ from, to, types: false, later: false })

describe('the floors of the house', () => {
  const arrows = arrowsOfTheHouse()

  it('every file of a room stands on a floor', () => {
    const rooms = Object.keys(FLOORS)
    const files = codeFiles().filter((file) => rooms.includes(roomOf(file)))
    expect(files.length).toBeGreaterThan(300)
    expect(files.filter((file) => floorOf(file) < 0)).toEqual([])
  })

  it('no arrow inside a room runs up, but for those that say why', () => {
    expect(arrows.filter((one) => runsUp(one) && !isExcused(one)).map(shown)).toEqual([])
    expect(MAY_RUN_UP.filter((one) => !arrows.some((an) => isExcused(an) && an.from === one.from))).toEqual(
      [],
    )
    expect(MAY_RUN_UP.length).toBeLessThanOrEqual(5)
  })

  it('an arrow that runs up is seen (red twin)', () => {
    expect(runsUp(arrow('core/flow/replay.ts', 'core/check/check.ts'))).toBe(true)
    expect(runsUp(arrow('server/store/requests.ts', 'server/callbacks/take.ts'))).toBe(true)
    expect(runsUp(arrow('widget/parts/inputs.tsx', 'widget/frame/room.tsx'))).toBe(true)
    expect(runsUp(arrow('server/callbacks/take.ts', 'server/store/requests.ts'))).toBe(false)
    expect(
      arrowsFrom('core/flow/a.ts', "import { check } from '../check/check.ts'").filter(runsUp),
    ).toHaveLength(1)
  })

  it('no files import each other in a circle', () => {
    expect(circles(arrows)).toEqual([])
  })

  it('a circle is seen (red twin)', () => {
    const three = [arrow('a.ts', 'b.ts'), arrow('b.ts', 'c.ts'), arrow('c.ts', 'a.ts'), arrow('c.ts', 'd.ts')]
    expect(circles(three)).toEqual(['a.ts → b.ts → c.ts → a.ts'])
    expect(circles(three.slice(1))).toEqual([])
  })

  it('a wing imports no other wing', () => {
    expect(arrows.filter(crosses).map(shown)).toEqual([])
    expect(crosses(arrow('desk/studio/map.tsx', 'desk/callbacks/request/phone.tsx'))).toBe(true)
    expect(crosses(arrow('desk/callbacks/a.tsx', 'desk/callbacks/queue/b.tsx'))).toBe(false)
  })

  it('what is behind a door is reached through it: acts, connectors, the query builder, the shell', () => {
    expect(arrows.flatMap(forbidden)).toEqual([])
    expect(forbidden(arrow('server/guard/limits.ts', 'server/callbacks/submit.ts'))).toHaveLength(1)
    expect(forbidden(arrow('server/routes/admin.ts', 'server/connectors/oidc/client.ts'))).toHaveLength(1)
    expect(forbidden(arrow('server/callbacks/take.ts', 'server/store/raw.ts'))).toHaveLength(1)
    expect(forbidden(arrow('desk/callbacks/wing.tsx', 'desk/shell/frame.tsx'))).toHaveLength(1)
    expect(forbidden(arrow('server/jobs/erase.ts', 'server/callbacks/erase.ts'))).toEqual([])
  })
})
