/** The example area hangs together: every place has an owner, every number its provenance, every flag a line. */
import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { AreaSeed } from '#core/place/area.ts'
import { loadArea, loadDialogue } from '../support/content.ts'

const area = loadArea()
const dialogue = loadDialogue()
const flags = dialogue.flows.guidance?.strip?.options ?? []
const DAY = 86_400_000

describe('the example area', () => {
  test('is written as its schema says', () => {
    expect(Schema.Errors(AreaSeed, area)).toEqual([true, []])
  })

  test('is eight municipalities, which the question offers', () => {
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

  const { helps } = area.lines
  const dangers = dialogue.flows.guidance?.dangers ?? []
  const today = (dialogue.tables.today?.rows ?? []).flatMap(({ then }) => then)
  const segments = dialogue.tables.segment.rows.map(({ then }) => then.segment)
  const known = lines.map(({ line }) => line)
  const always = lines.filter((line) => line.always).map(({ line }) => line)

  test('stand ready for every danger that can be told, each flag of the strip among them', () => {
    expect(flags.length).toBe(8)
    expect(flags.filter((flag) => !dangers.includes(flag))).toEqual([])
    expect([...dangers, ...today].filter((what) => !helps[what])).toEqual([])
    const all = [...dangers, ...today, ...segments]
    expect(Object.keys(helps).filter((what) => !all.includes(what))).toEqual([])
    expect(new Set(Object.values(helps).flat())).toEqual(new Set(known))
  })

  test('put the number of the danger first, 112 second at the latest, and one that answers day and night', () => {
    const late = dangers.filter((danger) => !helps[danger]?.slice(0, 2).includes('emergency'))
    expect(late).toEqual([])
    expect(dangers.filter((danger) => helps[danger]?.[0] === 'emergency')).toEqual(['life-danger'])
    const asleep = [...dangers, ...today].filter(
      (what) => !helps[what]?.some((line) => always.includes(line)),
    )
    expect(asleep).toEqual([])
  })
})
