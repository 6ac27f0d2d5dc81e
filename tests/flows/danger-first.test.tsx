/**
 * Danger first: ten thousand random conversations end, wherever danger was told, with its number before anything else; and no end
 * sends people to a telephone, or says today, without a number that answers or the honest word. Looked at is the very screen.
 */
import { render } from 'preact-render-to-string'
import { afterAll, describe, expect, test } from 'vitest'
import type { Place, Words } from '#core/contract/content.ts'
import type { Answers, Dialogue, Id } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import type { Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { speakTo } from '#core/say/speaker.ts'
import { randomWalk } from '#core/walk/walk.ts'
import { helpIn, linesIn } from '../../widget/help/phone-lines.ts'
import { Result } from '../../widget/result/result.tsx'
import { RoomContext } from '../../widget/state/context.ts'
import type { Talk } from '../../widget/state/conversation.ts'
import { type Speech, speak } from '../../widget/words/speech.ts'
import { languagesOffered, loadDialogue, loadWords } from '../support/content.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { placeOf } from '../widget/harness.ts'

const DAY = '2026-11-28'
const THOUSANDS = size([0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
/** So many of each thousand. */
const EACH = size(300, 1000)
/** The next weekday: nobody calls on the day of the conversation, a Saturday. */
const monday = { day: '2026-11-30', by: '16:00', until: '2026-11-30T14:00:00Z' }
const promises = {
  at: '2026-11-28T08:00:00Z',
  area: 'north',
  areas: ['north', 'west', 'south'].map((area) => ({ area, promise: monday, safe: {}, callers: [] })),
}

type World = { dialogue: Dialogue; place: Place; speech: Record<string, Speech> }
const words: Record<string, Words> = {}
for (const language of languagesOffered()) words[language] = loadWords(language)

const world = (): World => ({
  dialogue: loadDialogue(),
  place: placeOf(),
  speech: Object.fromEntries(
    Object.entries(words).map(([lang, texts]) => [lang, speak({ lang, dir: 'ltr', name: lang }, texts)]),
  ),
})

/** What the answers tell, read from the content by another hand: the marks beside the options, and the flags of the strip. */
function marked(dialogue: Dialogue, answers: Answers): Id[] {
  const questionAt = (address: string) => {
    const [need, step] = address.includes('/') ? address.split('/') : ['guidance', address]
    const steps = dialogue.flows[need as string]?.steps as Record<
      string,
      { danger?: Record<string, Id | Id[]> }
    >
    return steps?.[step as string]
  }
  return Object.entries(answers).flatMap(([address, value]) => {
    if (address === 'strip') return Array.isArray(value) ? value : []
    const marks = questionAt(address)?.danger ?? {}
    return [value].flat().flatMap((one) => marks[String(one)] ?? [])
  })
}

/** The screen at the end, as HTML. */
function screenOf({ dialogue, place, speech }: World, replayed: Replay, dangers: Id[], lang: string): string {
  const said = speakTo(speech[lang] as Speech, replayed.answers.asker)
  const island = { place, parts: [], first: { visit: {} }, unseen: dialogue.flows.guidance?.unseen ?? [] }
  return render(
    <RoomContext.Provider value={{ speech: said, island, alive: true, exit: () => undefined } as never}>
      <Result
        dialogue={dialogue}
        replay={replayed}
        on={DAY}
        speech={said}
        promises={promises}
        contact={undefined}
        dangers={dangers}
        onRequest={() => undefined}
        talk={{ said: '', used: replayed.answers } as Talk}
      />
    </RoomContext.Provider>,
  )
}

const callsIn = (html: string) => [...html.matchAll(/href="tel:([^"]+)"/g)].map(([, number]) => number)
const dialled = (number: string) => number.replace(/[^+\d]/g, '')
/** How Finnish, Swedish and English send people to a telephone, or say that it must be soon. */
const CALLS = /\b(soita|soittakaa|ring|call now|you can (?:also )?call|tänään|pian|i dag|snart|today|soon)\b/i
const HONEST = /numero|nummer|number/i

/** What is wrong with the end of a conversation, in words. */
function complaint(here: World, answers: Answers, lang: string): string | undefined {
  const { dialogue, place } = here
  const replayed = replay(dialogue, answers, DAY)
  const outcome = route(dialogue, replayed, DAY)
  const missed = marked(dialogue, answers).filter((one) => one !== 'none' && !outcome.dangers.includes(one))
  if (missed.length > 0) return `${missed[0]} was told and not heard`
  const later = replayed.inRequest.map(({ address }) => address)
  const isBefore = (address: string) => address !== 'helpers' && !later.includes(address)
  const before = Object.fromEntries(Object.entries(answers).filter(([address]) => isBefore(address)))
  const wasInDanger = () => route(dialogue, replay(dialogue, before, DAY), DAY).dangers.length > 0
  if ('helpers' in answers && !later.includes('helpers') && wasInDanger())
    return 'somebody in danger is asked who helps'
  const { segment } = outcome.headline.then
  const text = here.speech[lang]?.t(`segments:${segment}.text`) ?? ''
  const mustCall = CALLS.test(text) && !HONEST.test(text)
  const isForToday = answers['when-needed'] === 'today'
  // nothing is asked of any other screen
  if (outcome.dangers.length === 0 && !mustCall && !isForToday) return undefined
  const html = screenOf(here, replayed, outcome.dangers, lang)
  if (outcome.dangers.length > 0 && html.includes('class="already"'))
    return 'somebody in danger is told that things go well'
  const calls = callsIn(html)
  const { lead } = helpIn(place, outcome.dangers)
  if (outcome.dangers.length > 0) {
    const own = linesIn(place, outcome.dangers.slice(0, 1))[0]
    if (!own || calls[0] !== dialled(own.number))
      return `the number of ${outcome.dangers[0]} is not the first`
    if (!calls.slice(0, 2).includes('112')) return '112 is not the second'
    if (!lead.some(({ always }) => always)) return 'nothing that answers now is among the first'
    if (html.includes(`>${here.speech[lang]?.t('widget:three.book')}<`)) return 'a time is booked in danger'
    const unheard = outcome.dangers.filter(
      (danger) => !linesIn(place, [danger]).some(({ number }) => calls.includes(dialled(number))),
    )
    if (unheard.length > 0) return `${unheard[0]} has no number on the screen`
  }
  if (mustCall && calls.length === 0) return `${segment} says to call, and has no number`
  if (isForToday && !calls.some((call) => isAwake(place, call)))
    return 'it is for today, and nothing answers today'
  return undefined
}

const isAwake = (place: Place, call: string | undefined) =>
  place.lines.some(({ number, always }) => always && number !== null && dialled(number) === call)

const languages = Object.keys(words)
const langOf = (seed: number) => languages[seed % languages.length] as string

describe('ten thousand conversations, in short the first few hundred', () => {
  const shipped = world()
  let walks = 0
  afterAll(() => {
    if (walks === THOUSANDS.length * EACH)
      tell(
        'danger-first',
        'random conversations, the screen of each end after a danger, of “call” and of “today”',
        {
          walks,
          'without its number first': 0,
          'sent to a telephone without a number or the honest word': 0,
        },
      )
  })
  test.each(THOUSANDS)('end with a number wherever it is needed (thousand %i)', (thousand) => {
    for (let seed = thousand * 1000; seed < thousand * 1000 + EACH; seed++) {
      const answers = randomWalk(shipped.dialogue, DAY, seed)
      const wrong = complaint(shipped, answers, langOf(seed))
      if (wrong) expect({ wrong, seed, answers }).toBeNull()
      walks += 1
    }
  })
})

/** Builds that pass danger over, and what is then said of some of the first thousand walks. */
const broken: [what: string, complaint: RegExp, change: (here: World) => void][] = [
  [
    'fear in the family question carries no danger in the engine’s copy',
    /was told and not heard/,
    (here) => {
      const before = structuredClone(here.dialogue)
      const steps = here.dialogue.flows['family-children']?.steps as Record<string, { danger?: unknown }>
      delete steps.trouble?.danger
      heard.set(here, before)
    },
  ],
  [
    'the place has no line for it',
    /number of .* is not the first|has no number/,
    ({ place }) => {
      delete place.helps?.violence
      delete place.helps?.['no-basics']
    },
  ],
  [
    '112 stands before the number of the danger',
    /is not the first|112/,
    ({ place }) => {
      if (place.helps) place.helps['no-basics'] = ['social-crisis', 'medical-helpline', 'emergency']
      place.lines = place.lines.filter(({ id }) => id !== 'social-crisis')
    },
  ],
  [
    'everybody is asked who helps',
    /asked who helps/,
    ({ dialogue }) => {
      const steps = dialogue.flows.guidance?.steps as Record<string, { next: unknown }>
      if (steps.walk) steps.walk.next = 'helpers'
    },
  ],
  [
    'what is for today has no line of its own, nor has the segment',
    /nothing answers today/,
    ({ dialogue }) => {
      if (dialogue.tables.today) dialogue.tables.today.rows = []
    },
  ],
  [
    'an outcome that says to call has no number',
    /says to call, and has no number/,
    ({ place }) => {
      place.helps = Object.fromEntries(
        Object.entries(place.helps ?? {}).filter(([name]) => name !== 'social-services'),
      )
    },
  ],
]
/** What a broken build should have heard: the content before it was broken. */
const heard = new WeakMap<World, Dialogue>()

describe('a build that passes danger over is found out (the red twins)', () => {
  test.each(broken)('%s', (what, said, change) => {
    const here = world()
    change(here)
    const found: string[] = []
    for (let seed = 0; seed < 3000 && found.length === 0; seed++) {
      const answers = randomWalk(here.dialogue, DAY, seed)
      const before = heard.get(here)
      const outcome = before && route(here.dialogue, replay(here.dialogue, answers, DAY), DAY)
      const missed =
        before && marked(before, answers).find((one) => one !== 'none' && !outcome?.dangers.includes(one))
      const wrong = missed ? `${missed} was told and not heard` : complaint(here, answers, langOf(seed))
      if (wrong && said.test(wrong)) found.push(wrong)
    }
    expect(found[0]).toMatch(said)
    tellTwin('danger-first', what, { found: found[0] ?? '' })
  })
})
