/**
 * Ten thousand random conversations keep the rules that the engine and the content can show, each rule by its number in the
 * house's list: 1 a pure function, 3 not knowing costs nobody a person, 4 no dead ends, 5 the same for everybody, with
 * reasons, 9 it guides and decides nothing. Each is shown to fail on a broken build.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { refusedIn } from '#core/check/base/refused.ts'
import { refusals } from '#core/check/words/wording.ts'
import type { Words } from '#core/contract/content.ts'
import { replaced } from '#core/flow/card.ts'
import type { Answers, Dialogue, Value } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import type { Outcome } from '#core/flow/result.ts'
import { contactRank, route } from '#core/flow/route.ts'
import { CONTACT, DECLINED, DONT_KNOW } from '#core/flow/words.ts'
import { type Random, seeded } from '#core/walk/random.ts'
import { randomWalk } from '#core/walk/walk.ts'
import { readContent } from '../../server/content/reading/parse.ts'
import { languagesOffered, loadDialogue, loadWords } from '../support/content.ts'
import { size, tell } from '../support/evidence.ts'
import { brokenBy } from './promises.ts'

const DAY = '2026-11-23'
const THOUSANDS = size([0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
/** So many of each thousand. */
const EACH = size(300, 1000)

/** What a conversation runs in; a red twin breaks one part of it. */
type World = { dialogue: Dialogue; replay: typeof replay; route: typeof route; words: Record<string, Words> }
type Walk = { answers: Answers; outcome: Outcome; random: Random }
/** What is wrong with a conversation, in words; nothing when it keeps the rule. */
type Rule = (world: World, walk: Walk) => string | undefined

const world = (): World => ({
  dialogue: loadDialogue(),
  replay,
  route,
  words: Object.fromEntries(languagesOffered().map((language) => [language, loadWords(language)])),
})
/** The outcome of answers that are known to be whole. */
const outcomeOf = ({ dialogue, route }: World, answers: Answers) =>
  route(dialogue, { answers, path: [], inRequest: [], done: true, unused: [] }, DAY)
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const shuffled = (answers: Answers, random: Random): Answers =>
  Object.fromEntries(
    Object.entries(answers)
      .map((entry) => ({ entry, at: random.below(1e6) }))
      .sort((a, b) => a.at - b.at)
      .map(({ entry }) => entry),
  )

/** Answers in any order, with one that is no longer asked: the same conversation, and the stray is ignored. */
const pure: Rule = ({ dialogue, replay }, { answers, random }) => {
  const again = replay(dialogue, { 'gone/step': 'x', ...shuffled(answers, random) }, DAY)
  if (!again.done || again.refused) return 'does not replay to its end'
  if (!same(again.unused, ['gone/step'])) return 'uses an answer that is off the path'
  return same(again.answers, answers) ? undefined : 'depends on the order of its answers'
}

const unsureIn = (answers: Answers) =>
  Object.values(answers).filter((value) => value === DONT_KNOW || value === DECLINED).length

/** One answer, another each time, replaced by “I don’t know” or taken away. */
const unsureCostsNobody: Rule = (world, { answers, outcome, random }) => {
  const { contact } = outcome.headline.then
  if (unsureIn(answers) >= 2 && contact !== 'first') return 'unsure twice, and no person first'
  if (unsureIn(answers) === 1 && contact === 'available') return 'unsure, and no person offered'
  const address = random.pick(Object.keys(answers))
  const reply = random.chance(0.5) ? DONT_KNOW : DECLINED
  const without = outcomeOf(world, replaced(world.dialogue, answers, address, reply, DAY))
  const isLess = contactRank(without.headline.then) < contactRank(outcome.headline.then)
  return isLess ? `${reply} to ${address} lowers the offer of a person` : undefined
}

/** Wherever one stops, before the end or at it, there is a next question or an end, and always a person. */
const goesSomewhere: Rule = ({ dialogue, replay, route }, { answers, random }) => {
  const met = Object.entries(answers)
  const stopped = Object.fromEntries(met.slice(0, random.below(met.length + 1)))
  const replayed = replay(dialogue, stopped, DAY)
  if (!replayed.done && !replayed.at) return 'stands still: no question and no end'
  const { contact } = route(dialogue, replayed, DAY).headline.then
  return CONTACT.includes(contact) ? undefined : 'no person within reach'
}

const reasonsOf = ({ headline, advice, attention }: Outcome) => [headline, ...advice, ...attention]

/** The reason is the answer, or those of its ticks that the condition is about. */
const isSaid = (reason: Value, answer: Value) =>
  Array.isArray(reason) && Array.isArray(answer)
    ? reason.every((tick) => answer.includes(tick))
    : same(reason, answer)

/** In another municipality of the organisation the same, and every part of it with its reasons. */
const sameForEverybody: Rule = (world, { answers, outcome, random }) => {
  const towns = (world.dialogue.lists.municipalities ?? []).map(({ id }) => id)
  const given = [...outcome.advice, ...outcome.attention]
  if (given.some(({ because }) => because.length === 0)) return 'something is told without a reason'
  const reasons = reasonsOf(outcome).flatMap(({ because }) => because)
  if (reasons.some(({ address, value }) => !isSaid(value, answers[address] ?? [])))
    return 'a reason that was not answered'
  if (!towns.includes(String(answers.municipality))) return undefined
  const there = outcomeOf(world, { ...answers, municipality: random.pick(towns) })
  const told = ({ headline, advice, attention }: Outcome) => [headline.row, headline.then, advice, attention]
  return same(told(there), told(outcome)) ? undefined : 'another outcome in another municipality'
}

/** Numbers anywhere in a value: a score would be one. Answers themselves may be numbers. */
const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  const { because: _, ...rest } = value as { because?: unknown }
  return Object.values(Array.isArray(value) ? value : rest).flatMap(numbersIn)
}

const { content } = readContent('flows', 'locales')
const known = new Map<string, string | undefined>()
/** What in the words of an outcome would decide or diagnose, in any language; each text is read once. */
function decided(words: World['words'], keys: [namespace: string, key: string][]): string | undefined {
  for (const [language, all] of Object.entries(words)) {
    for (const [namespace, key] of keys) {
      const text = all[namespace]?.[key] ?? ''
      const name = `${language}:${text}`
      if (!known.has(name)) known.set(name, refusals(refusedIn(content, language), text)[0]?.found)
      const found = known.get(name)
      if (found !== undefined) return `“${found}” is said in ${language}`
      if (text === '') return `${namespace}:${key} says nothing in ${language}`
    }
  }
  return undefined
}

/** No score, no decision, no diagnosis; whatever is advised names who decides. */
const onlyGuides: Rule = ({ dialogue, words }, { outcome }) => {
  if (numbersIn(outcome).length > 0) return 'gives somebody a score'
  if (outcome.advice.some(({ id }) => !dialogue.advice[id]?.decides)) return 'does not name who decides'
  const { segment } = outcome.headline.then
  return decided(words, [
    ...['title', 'text'].map((part): [string, string] => ['segments', `${segment}.${part}`]),
    ...outcome.advice.flatMap(({ id }) =>
      // where nobody decides, nothing need be said of it
      ['title', 'situation', 'how', ...(dialogue.advice[id]?.decides === 'nobody' ? [] : ['decides'])].map(
        (part): [string, string] => ['advice', `${id}.${part}`],
      ),
    ),
  ])
}

const listAt = (answers: Answers, address: string): string[] => {
  const value = answers[address]
  return Array.isArray(value) ? value : []
}

/** What this house promises besides: danger first, and an illness takes no other matter's call. */
const ofThisHouse: Rule = (_world, { answers, outcome: { headline, advice, flags } }) => {
  const { segment, contact, callback } = headline.then
  const needs = listAt(answers, 'needs')
  const isBare = needs.every((need) => need === 'illness') && Array.isArray(answers.needs)
  if (flags.length > 0 && (segment !== 'emergency' || contact !== 'first')) return 'danger passed over'
  if (callback === false && !isBare) return 'another matter lost its call'
  if (segment === 'clinical-contact' && (needs.length !== 1 || flags.length > 0))
    return 'more than an illness'
  if (needs.length > 1 && advice.length === 0 && contact === 'available') return 'nothing to go on with'
  return undefined
}

/** Whom each step is for, and the harder matter before the easier: `promises.ts` says which. */
const keepsPromises: Rule = ({ dialogue, replay, route }, { answers }) =>
  brokenBy(answers, route(dialogue, replay(dialogue, answers, DAY), DAY))[0]

const RULES: Record<string, Rule> = {
  '1 it is a pure function': pure,
  '3 not knowing costs nobody a person': unsureCostsNobody,
  '4 there are no dead ends': goesSomewhere,
  '5 it is the same for everybody, with reasons': sameForEverybody,
  '9 it guides and decides nothing': onlyGuides,
  'danger comes first, and illness takes no other matter’s call': ofThisHouse,
  'each step is for whom it is given to, the hardest matter first': keepsPromises,
}

/** The complaints of some rules about a walk; the same seed gives the same walk and the same trials. */
function complaints(here: World, seed: number, rules: Rule[] = Object.values(RULES)): string[] {
  const answers = randomWalk(here.dialogue, DAY, seed)
  const walk = { answers, outcome: outcomeOf(here, answers), random: seeded(seed + 7) }
  return rules.flatMap((rule) => rule(here, walk) ?? [])
}

const shipped = world()

describe('ten thousand random conversations, in short the first few hundred', () => {
  let walks = 0
  afterAll(() => {
    if (walks === THOUSANDS.length * EACH)
      tell(
        'ten-thousand',
        'random conversations, each held to every rule of the house that content can break',
        {
          walks,
          rules: Object.keys(RULES).length,
          broken: 0,
        },
      )
  })
  test.each(THOUSANDS)('keep the rules (thousand %i)', (thousand) => {
    for (let seed = thousand * 1000; seed < thousand * 1000 + EACH; seed++) {
      const wrong = complaints(shipped, seed)
      if (wrong.length > 0)
        expect({ wrong, seed, answers: randomWalk(shipped.dialogue, DAY, seed) }).toBeNull()
      walks += 1
    }
  })
})

/** Takes a row of the segment table away. */
const without = (row: string) => (here: World) => {
  const { segment } = here.dialogue.tables
  segment.rows = segment.rows.filter(({ id }) => id !== row)
}
/** A row before all others. */
const before = (row: object) => (here: World) => {
  const [first] = here.dialogue.tables.segment.rows
  here.dialogue.tables.segment.rows.unshift({ ...first, ...row } as never)
}

/** Builds that break a rule, and what is then said of some of a thousand walks. */
const broken: [rule: string, what: string, complaint: string | RegExp, change: (here: World) => void][] = [
  [
    '1 it is a pure function',
    'what is off the path is kept',
    'uses an answer that is off the path',
    (here) => {
      here.replay = (...given) => ({ ...replay(...given), unused: [], answers: given[1] })
    },
  ],
  [
    '1 it is a pure function',
    'answers count in the order in which they were given',
    'depends on the order of its answers',
    (here) => {
      here.replay = (dialogue, answers, on) => {
        const walked = replay(dialogue, answers, on)
        const used = Object.entries(answers).filter(([address]) => address in walked.answers)
        return { ...walked, answers: Object.fromEntries(used) }
      }
    },
  ],
  [
    '3 not knowing costs nobody a person',
    'no row looks at what is not known',
    /lowers the offer/,
    without('unknown-could-be-serious'),
  ],
  [
    '3 not knowing costs nobody a person',
    'saying it twice brings nobody',
    'unsure twice, and no person first',
    without('repeatedly-unsure'),
  ],
  [
    '4 there are no dead ends',
    'a question leads nowhere for most',
    'stands still: no question and no end',
    ({ dialogue }) => {
      const step = dialogue.flows.guidance?.steps.asker as { next: unknown }
      step.next = [{ when: { asker: 'professional' }, go: 'permission' }]
    },
  ],
  [
    '4 there are no dead ends',
    'an end offers nobody',
    'no person within reach',
    // biome-ignore lint/suspicious/noThenProperty: the tables' own word
    before({ id: 'alone', when: { asker: 'self' }, then: { segment: 'self-service', contact: 'none' } }),
  ],
  [
    '5 it is the same for everybody, with reasons',
    'one municipality is served otherwise',
    'another outcome in another municipality',
    before({ id: 'ours', when: { municipality: '410' } }),
  ],
  [
    '5 it is the same for everybody, with reasons',
    'advice comes without being asked for',
    'something is told without a reason',
    ({ dialogue: { tables } }) => {
      const [row] = tables.advice.rows
      if (row) tables.advice.rows.unshift({ ...row, id: 'always', when: {} })
    },
  ],
  [
    '9 it guides and decides nothing',
    'a segment comes with a score',
    'gives somebody a score',
    (here) => {
      here.route = (...given) => {
        const outcome = route(...given)
        const then = { ...outcome.headline.then, score: 3 }
        return { ...outcome, headline: { ...outcome.headline, then } }
      }
    },
  ],
  [
    '9 it guides and decides nothing',
    'a text promises',
    '“entitled to” is said in en',
    ({ words }) => {
      for (const key of Object.keys(words.en?.segments ?? {}))
        if (key.endsWith('.text')) words.en = withText(words.en, key, 'You are entitled to home care.')
    },
  ],
  [
    '9 it guides and decides nothing',
    'nobody is named who decides',
    'does not name who decides',
    ({ dialogue }) => {
      for (const item of Object.values(dialogue.advice)) delete (item as { decides?: unknown }).decides
    },
  ],
  [
    'each step is for whom it is given to, the hardest matter first',
    'steps stand in the order of the alphabet',
    /no step of a harder matter stands after one of an easier/,
    (here) => {
      here.route = (...given) => {
        const outcome = route(...given)
        return { ...outcome, advice: outcome.advice.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
      }
    },
  ],
  [
    'each step is for whom it is given to, the hardest matter first',
    'advice no longer says whom it is not for',
    /nobody under 18 gets what is for grown-ups/,
    ({ dialogue }) => {
      for (const item of Object.values(dialogue.advice)) delete item.unless
    },
  ],
]

function withText(words: Words | undefined, key: string, text: string): Words {
  return { ...words, segments: { ...words?.segments, [key]: text } }
}

describe('a broken build is found out (the red twins)', () => {
  test.each(broken)('%s: %s', (rule, _what, complaint, change) => {
    const here = world()
    change(here)
    const found: string[] = []
    for (let seed = 0; seed < 1000 && found.length === 0; seed++) {
      const said = complaints(here, seed, [RULES[rule] as Rule])
      found.push(
        ...said.filter((one) => (typeof complaint === 'string' ? one === complaint : complaint.test(one))),
      )
    }
    expect(found[0]).toMatch(complaint)
  })
})
