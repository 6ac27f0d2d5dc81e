/** Each kind of thing of the place: its name, its key, the fields in which it is told, and how it is said on one line. */

import { MUNICIPALITY } from '#core/flow/named.ts'
import type { PlaceKind } from '#core/request/choices.ts'
import { REGISTERS } from '#core/request/choices.ts'
import { clockWords } from '../../words/dates.ts'
import { laneName } from '../../words/names.ts'
import { say, sayFirst } from '../../words/words.ts'
import type { FieldSpec } from '../parts/fields.tsx'
import {
  areaName,
  callers,
  type FactValue,
  factOf,
  keysOf,
  municipalityName,
  personName,
  stationName,
  weekName,
} from '../parts/names.ts'

type Kind = {
  /** fields of the key, which only a new thing is asked for */
  key: readonly (() => FieldSpec)[]
  fields(): readonly FieldSpec[]
  name(key: string): string
  summary(value: FactValue): string
  /** a change of it moves promises: what it touches is shown first */
  foresees?: true
}

const choose = () => ['', say('admin:choose')] as const
const areas = () => keysOf('areas').map((key) => [key, areaName(key)] as const)
const stations = () => keysOf('stations').map((key) => [key, stationName(key)] as const)
const towns = () => keysOf('municipalities').map((key) => [key, municipalityName(key)] as const)
const slug = (name: string) => (): FieldSpec => ({
  kind: 'text',
  name,
  max: 40,
  hint: say('admin:hint.slug'),
})
const area = (): FieldSpec => ({ kind: 'choice', name: 'area', choices: [choose(), ...areas()] })
const phone = (name = 'phone'): FieldSpec => ({
  ...{ kind: 'text', name, optional: true, numeric: true, max: 40, hint: say('admin:hint.phone') },
})
const names = (): FieldSpec => ({ kind: 'texts', name: 'names', optional: true })
const page = (name: string): FieldSpec => ({
  kind: 'text',
  name,
  optional: true,
  max: 300,
  hint: say('admin:hint.page'),
})
const joined = (...parts: unknown[]) => parts.filter(Boolean).join(' · ')

/** What residents read of a line: its name stands in the words of the house. */
export function lineName(line: string): string {
  const { service, area: of } = (factOf('lines', line) ?? {}) as { service?: string; area?: string }
  const name = sayFirst([`numbers:${line}.name`, `numbers:${service}.name`], line)
  return of ? `${name}, ${areaName(of)}` : name
}

export const KINDS: Record<PlaceKind, Kind> = {
  areas: {
    key: [slug('area')],
    fields: () => [
      { kind: 'text', name: 'name' },
      { kind: 'time', name: 'cutOff', hint: say('admin:hint.cutOff') },
      { kind: 'time', name: 'callBy', hint: say('admin:hint.callBy') },
      { kind: 'number', name: 'capacity', min: 1, max: 500, hint: say('admin:hint.capacity') },
      { kind: 'number', name: 'reserve', min: 0, max: 500, optional: true, hint: say('admin:hint.reserve') },
      phone(),
    ],
    name: areaName,
    summary: ({ cutOff, callBy, capacity }) =>
      say('admin:summary.areas', {
        ...{ cutOff: clockWords(String(cutOff)), callBy: clockWords(String(callBy)), capacity },
      }),
    foresees: true,
  },
  stations: {
    key: [slug('station')],
    fields: () => [
      { kind: 'text', name: 'name' },
      names(),
      {
        kind: 'choice',
        name: 'kind',
        choices: ['main', 'side'].map((one) => [one, say(`admin:kind.${one}`)] as const),
      },
      { kind: 'choice', name: 'municipality', choices: [choose(), ...towns()] },
      area(),
      phone(),
      page('page'),
      page('eBooking'),
      { kind: 'week', name: 'reception', optional: true, hint: say('admin:hint.reception') },
    ],
    name: stationName,
    summary: ({ area: of, [MUNICIPALITY]: town, phone: number }) =>
      joined(municipalityName(String(town)), areaName(String(of)), number),
  },
  hours: {
    key: [() => ({ kind: 'choice', name: 'station', choices: [choose(), ...stations()] })],
    fields: () => [{ kind: 'week', name: 'hours', optional: true }],
    name: stationName,
    summary: ({ hours }) => weekName((hours ?? []) as Parameters<typeof weekName>[0]),
  },
  municipalities: {
    key: [
      () => ({
        kind: 'text',
        name: 'municipality',
        max: 3,
        numeric: true,
        hint: say('admin:hint.municipality'),
      }),
    ],
    fields: () => [{ kind: 'texts', name: 'names' }, area()],
    name: municipalityName,
    summary: ({ area: of }) => areaName(String(of)),
    foresees: true,
  },
  lanes: {
    key: [slug('lane')],
    fields: () => [
      names(),
      {
        kind: 'choice',
        name: 'register',
        choices: REGISTERS.map((one) => [one, say(`admin:register.${one}`)] as const),
      },
    ],
    name: laneName,
    summary: ({ register }) => say(`admin:register.${register}`),
  },
  lines: {
    key: [slug('line')],
    fields: () => [
      phone('number'),
      { kind: 'number', name: 'position', min: 0, max: 999, hint: say('admin:hint.position') },
      { kind: 'tick', name: 'always' },
      { kind: 'text', name: 'speaks', optional: true, hint: say('admin:hint.speaks') },
      { kind: 'text', name: 'source', hint: say('admin:hint.source') },
      { kind: 'text', name: 'service', optional: true, max: 40, hint: say('admin:hint.service') },
      { kind: 'choice', name: 'area', optional: true, choices: [['', say('admin:everyArea')], ...areas()] },
    ],
    name: lineName,
    summary: ({ number, always }) =>
      joined(number ?? say('admin:summary.noNumber'), always && say('admin:summary.always')),
  },
  duty: {
    key: [
      area,
      () => ({
        ...{ kind: 'choice', name: 'person' },
        choices: [choose(), ...callers().map(({ person, name }) => [person, name] as const)],
      }),
    ],
    fields: () => [
      {
        kind: 'choice',
        name: 'kind',
        choices: ['own', 'substitute'].map((one) => [one, say(`admin:duty.${one}`)] as const),
      },
    ],
    name: (key) => {
      const [of = '', person = ''] = key.split('/')
      return `${areaName(of)}: ${personName(person)}`
    },
    summary: ({ kind }) => say(`admin:duty.${kind}`),
    foresees: true,
  },
}
