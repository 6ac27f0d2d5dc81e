/** The example area hangs together: every place has an owner, every number its provenance, every flag a line. */
import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { AreaSeed } from '#core/flow/area.ts'
import { loadArea, loadDialogue } from '../support/content.ts'

const area = loadArea()
const dialogue = loadDialogue()
const flags = dialogue.flows.guidance?.strip?.options ?? []
const DAY = 86_400_000

describe('the example area', () => {
  test('is written as its schema says', () => {
    expect(Schema.Errors(AreaSeed, area)).toEqual([true, []])
  })

  test('is eight municipalities, the same in the area and in the list the chat offers', () => {
    const listed = dialogue.lists.municipalities?.map((item) => [item.id, (item as { area?: string }).area])
    const seeded = area.municipalities.map(({ municipality, area: of }) => [municipality, of])
    expect(seeded.length).toBe(8)
    expect(seeded.sort()).toEqual(listed?.sort())
  })

  test('has a station in every municipality and two side receptions', () => {
    const { stations } = area.stations
    const areaOf = new Map(area.municipalities.map((one) => [one.municipality, one.area]))
    expect(stations.map((one) => one.area)).toEqual(stations.map((one) => areaOf.get(one.municipality)))
    expect(new Set(stations.filter(({ kind }) => kind === 'main').map((one) => one.municipality)).size).toBe(
      8,
    )
    const sides = stations.filter(({ kind }) => kind === 'side').map(({ station }) => station)
    expect(sides).toEqual(['haapamaki', 'lievestuore'])
  })

  test('leaves no area without its own coordinator and a substitute', () => {
    for (const { area: one } of area.areas) {
      expect(area.staff.filter(({ own }) => own.includes(one)).length, one).toBe(1)
      expect(area.staff.filter(({ substitute }) => substitute.includes(one)).length, one).toBeGreaterThan(0)
    }
    for (const { own, substitute } of area.staff)
      expect(own.filter((one) => substitute.includes(one))).toEqual([])
  })

  test('closes only stations it has, and names a station that serves instead', () => {
    const known = area.stations.stations.map(({ station }) => station)
    for (const { station, substitute, from, to } of area.closures) {
      expect(known).toContain(station)
      expect(known.filter((one) => one !== station)).toContain(substitute)
      expect(from <= to).toBe(true)
    }
  })
})

describe('the help lines', () => {
  const lines = area.lines.lines

  test('have no unverified number, and each is checked again in 90 days', () => {
    for (const { line, number, verifiedOn, nextCheck } of lines) {
      expect(number, line).toMatch(/^[0-9 ]+$/)
      expect((Date.parse(nextCheck) - Date.parse(verifiedOn)) / DAY, line).toBe(90)
    }
  })

  test('stand ready for every emergency flag, 112 first where life is in danger', () => {
    expect(flags.length).toBe(8)
    expect(Object.keys(area.lines.helps).sort()).toEqual([...flags].sort())
    const known = lines.map(({ line }) => line)
    for (const ids of Object.values(area.lines.helps))
      expect(ids.filter((line) => !known.includes(line))).toEqual([])
    for (const flag of ['life-danger', 'self-harm', 'violence', 'child-danger', 'poisoning'])
      expect(area.lines.helps[flag]?.[0], flag).toBe('emergency')
    expect(new Set(Object.values(area.lines.helps).flat())).toEqual(new Set(known))
  })
})
