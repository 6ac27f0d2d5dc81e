/** Code reaches a name of the content only through `core/flow/named.ts`, so that the check can hold content to it. */
import { describe, expect, it } from 'vitest'
import * as named from '#core/flow/named.ts'
import { loadDialogue } from '../support/content.ts'
import { lookUps } from '../support/house/look-ups.ts'

/** Every name that editors have given: steps, answers, dangers, marks, segments, lanes, facts, lists, flows. */
function contentNames() {
  const { flows, tables, lists } = loadDialogue()
  const questions = Object.values(flows).flatMap(({ steps, shared = {}, request = {}, strip }) => [
    ...Object.values(steps),
    ...Object.values(shared),
    ...Object.values(request),
    ...(strip ? [strip] : []),
  ])
  const rows = [tables.advice, tables.attention, tables.linked, tables.danger, tables.today].flatMap(
    (table) => table?.rows ?? [],
  )
  const names = new Set<string>([
    ...Object.values(named),
    ...Object.keys(flows),
    ...Object.values(flows).flatMap(({ steps, shared = {}, request = {} }) => [
      ...Object.keys(steps),
      ...Object.keys(shared),
      ...Object.keys(request),
    ]),
    ...Object.values(flows).flatMap(({ dangers = [] }) => dangers),
    ...questions.flatMap((question) => ('options' in question ? (question.options ?? []) : [])),
    ...Object.keys(tables.facts ?? {}),
    ...Object.keys(lists),
    ...tables.segment.rows.flatMap(({ then }) => [then.segment, ...(then.lane ? [then.lane] : [])]),
    ...rows.flatMap(({ then }) => then),
  ])
  return { names, flows: Object.keys(flows) }
}

const AFRAID = 'core/queue/afraid.ts'
const twin = (...lines: string[]) =>
  lookUps(['core'], contentNames(), { [AFRAID]: lines.join('\n') })
    .filter(({ at }) => at.startsWith(AFRAID))
    .map(({ at, name }) => `${at.split(':')[1]} ${name}`)

describe('a name of the content', () => {
  it('is looked up by no code by itself', () => {
    const found = lookUps(['core', 'desk', 'widget', 'server'], contentNames())
    expect(found.map(({ at, name }) => `${at} looks up "${name}"`)).toEqual([])
  })

  it('is found where code looks it up by itself (red twin)', () => {
    const found = twin(
      "import type { Answers } from '../flow/definition.ts'",
      'declare const [id, answers, marks]: [string, Answers, string[]]',
      'declare function said(step: string): boolean',
      "const SAFETY = 'safety'",
      "const [FIRST] = ['changes']",
      "const ALWAYS: readonly string[] = ['helpers']",
      'const HOLDS: Record<string, boolean> = { threat: true }',
      'export const compared = id === SAFETY',
      "export const literal = id !== 'safety'",
      'export const taken = id === FIRST',
      "export const listed = marks.includes('violence')",
      'export const asked = ALWAYS.includes(id)',
      "export const inPlace = ['fear', 'hurting'].includes(id)",
      'export const held = HOLDS[id]',
      "export const some = marks.some((one) => 'transition' === one)",
      "export const passed = said('when-needed')",
      "export const indexed = answers['landlord']",
      'export const field = answers.asker',
      'export const { permission } = answers',
      'export function kind(one: string) {',
      '  switch (one) {',
      "    case 'given':",
      '      return `guidance:needs.$' + '{one}`',
      '  }',
      "  return 'safety:what.question'",
      '}',
      'export const isAfraid = (told: { flags: string[]; attention: { id: string }[] }) => told.flags.length > 0',
    )
    expect(found).toEqual([
      '8 safety',
      '9 safety',
      '10 changes',
      '11 violence',
      '12 helpers',
      '13 fear',
      '14 threat',
      '15 transition',
      '16 when-needed',
      '17 landlord',
      '18 asker',
      '19 permission',
      '22 given',
      '23 guidance',
      '25 safety',
    ])
  })

  it('is no word that code itself writes the list of, and none that comes from named.ts', () => {
    const found = twin(
      "import { ASKER, SAFETY } from './named.ts'",
      "import type { Question } from './answer.ts'",
      "import type { Answers } from '../flow/definition.ts'",
      "declare const status: 'waiting' | 'taken' | 'today'",
      'declare const [question, answers, id]: [Question, Answers, string]',
      "export const waits = status === 'waiting'",
      "export const due = ['today', 'taken'].length",
      "export const chosen = question.ask === 'municipality' || question.ask === 'one'",
      'export const looked = answers[ASKER]',
      'export const isAfraid = (told: { flags: string[]; attention: { id: string }[] }) =>',
      '  id === SAFETY || told.attention.some((one) => one.id === SAFETY)',
    )
    expect(found).toEqual([])
  })
})
