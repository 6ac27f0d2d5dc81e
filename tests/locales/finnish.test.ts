/** The Finnish words are whole: whatever a conversation can show has its text, and no text is left over. */
import { describe, expect, test } from 'vitest'
import { optionsOf, type Question } from '#core/flow/answer.ts'
import { loadArea, loadDialogue, loadNotes, loadWords } from '../support/content.ts'

const dialogue = loadDialogue()
const words = loadWords('fi')
const { lines, helps } = loadArea().lines
const MINE = [...Object.keys(dialogue.flows), 'advice', 'numbers', 'segments']
const OPTIONAL = ['hint', 'card', 'none', 'dontKnow']

/** Keys a question needs; a municipality's names come from the place, only “elsewhere” from the words. */
function keysOf(step: string, question: Question): string[] {
  const options = question.ask === 'municipality' ? ['elsewhere'] : optionsOf(question, dialogue.lists)
  return [`${step}.question`, ...options.map((id) => `${step}.options.${id}`)]
}

function flowKeys(flow: string): string[] {
  const { steps, shared = {}, strip } = dialogue.flows[flow] ?? { steps: {} }
  const asked = [...Object.entries(steps), ...Object.entries(shared)].flatMap(([step, question]) =>
    'ask' in question ? keysOf(step, question) : [],
  )
  const flags = strip?.options.map((flag) => `strip.${flag}.help`) ?? []
  return [...asked, ...(strip ? keysOf('strip', strip) : []), ...flags]
}

const { segment, attention } = dialogue.tables
const each = (ids: Iterable<string>, parts: string[]) =>
  [...ids].flatMap((id) => parts.map((part) => `${id}.${part}`))
const needed: Record<string, string[]> = {
  ...Object.fromEntries(Object.keys(dialogue.flows).map((flow) => [flow, flowKeys(flow)])),
  advice: each(Object.keys(dialogue.advice), ['title', 'situation', 'how', 'ready', 'decides', 'appeal']),
  numbers: each(
    lines.map(({ line }) => line),
    ['name', 'when', 'for'],
  ),
  segments: [
    ...each(new Set(segment.rows.map(({ then }) => then.segment)), ['title', 'text']),
    ...each(new Set(attention.rows.flatMap(({ then }) => then)), ['name']),
    ...each(new Set(['guidance', ...segment.rows.flatMap(({ then }) => then.lane ?? [])]), ['name']).map(
      (key) => `lane.${key}`,
    ),
  ],
}
const plain = (key: string) => key.replace(/_(relative|professional)$/, '')
const textsOf = (namespace: string) => Object.entries(words[namespace] ?? {})
const sentences = (text: string) => text.split(/[.!?]\s+|\n/).filter((one) => one.trim() !== '')

describe.each(MINE)('the words of %s', (namespace) => {
  const keys = textsOf(namespace).map(([key]) => key)

  test('are there for everything that can be shown', () => {
    expect(needed[namespace]?.filter((key) => !words[namespace]?.[key]?.trim())).toEqual([])
  })

  test('have nothing that is never shown', () => {
    const steps = new Set(needed[namespace]?.map((key) => key.split('.')[0]))
    const optional = [...steps].flatMap((step) => OPTIONAL.map((part) => `${step}.${part}`))
    const known = new Set([...(needed[namespace] ?? []), ...optional])
    expect(keys.filter((key) => !known.has(plain(key)))).toEqual([])
    expect(keys.filter((key) => plain(key) !== key && !keys.includes(plain(key)))).toEqual([])
  })

  test('keep sentences to fourteen words', () => {
    const long = textsOf(namespace).flatMap(([key, text]) =>
      sentences(text)
        .filter((one) => one.split(/\s+/).length > 14)
        .map((one) => `${key}: ${one}`),
    )
    expect(long).toEqual([])
  })

  test('promise nothing and assess nothing', () => {
    const refused =
      /olet oikeutettu|sinulla on oikeus|kuuluu sinulle|myönne|oire|triage|diagnoos|riskipiste|arkisin|omatyöntekijäsi/i
    expect(textsOf(namespace).filter(([, text]) => refused.test(text))).toEqual([])
  })

  test('have notes only on what exists', () => {
    const stale = Object.keys(loadNotes(namespace)).filter((note) => {
      const shape = new RegExp(`^${note.replace(/\./g, '\\.').replace(/\*/g, '.*')}$`)
      return !keys.some((key) => shape.test(key))
    })
    expect(stale).toEqual([])
  })
})

describe('the numbers in the texts', () => {
  test('are verified lines and nothing else', () => {
    const verified = lines.map(({ number }) => number)
    const found = MINE.flatMap((namespace) =>
      textsOf(namespace).flatMap(([, text]) => text.match(/\d[\d ]{4,}\d/g) ?? []),
    )
    expect(found.filter((number) => !verified.includes(number))).toEqual([])
  })

  test('are called for in every emergency', () => {
    const silent = Object.keys(helps).filter(
      (flag) => !words.guidance?.[`strip.${flag}.help`]?.match(/soit|puhelime|vasta/i),
    )
    expect(silent).toEqual([])
  })
})
