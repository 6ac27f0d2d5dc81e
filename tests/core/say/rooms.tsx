/** Both rooms as they draw the same request: the card on the phone, and the answers and the contact at the desk. */
import type { ComponentProps } from 'preact'
import { render } from 'preact-render-to-string'
import { vi } from 'vitest'
import type { Contact } from '#core/contract/callback.ts'
import type { Place, Words } from '#core/contract/content.ts'
import type { Me, OpenRequest } from '#core/contract/desk.ts'
import { cardLines } from '#core/flow/card.ts'
import type { Dialogue, Answers as Given } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { spoken } from '#core/say/answer.ts'
import { speakTo } from '#core/say/speaker.ts'
import { Answers } from '../../../desk/callbacks/request/answers.tsx'
import { ContactCard } from '../../../desk/callbacks/request/contact-card.tsx'
import { session } from '../../../desk/state/session.ts'
import { prepareWords } from '../../../desk/words/content.ts'
import { speak as turnDesk } from '../../../desk/words/words.ts'
import { type Asker, askerOf, contactOf, type WrittenContact } from '../../../widget/contact/contact.ts'
import { Card } from '../../../widget/request/card.tsx'
import { useRemovals } from '../../../widget/request/removals.ts'
import { RoomContext } from '../../../widget/state/context.ts'
import { Earlier } from '../../../widget/talk/earlier.tsx'
import { type Speech, speak } from '../../../widget/words/speech.ts'
import { request } from '../../desk/people.ts'

export const DAY = '2026-11-23'
/** Who reads at the desk, and has taken what is read. */
const HOLDER = { id: 'p1', firstName: 'Helmi' }
/** What stands on one line: what is asked, and the words of its answer. */
export type Line = { label: string; text: string }

/** One text of a page as people read it; a space that does not break is a space. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim()
const inside = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>(.*?)</${tag}>`, 'gs'))].map(([, text = '']) =>
    plain(text),
  )

/** One language in both rooms. `dialogue` and `words` are the revision that both speak of. */
export type World = { lang: string; dialogue: Dialogue; words: Words; place: Place }

/** Turns the desk to the language, and gives it the revision through the only door it has. */
export async function opened({ lang, dialogue, words, place }: World): Promise<void> {
  const { say: _, ...ofRevision } = words
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (url: string) =>
    Response.json(url.endsWith('dialogue.json') ? dialogue : url.includes('/words.') ? ofRevision : {}),
  )
  const { municipalities, stations } = place
  session.set({ me: { id: HOLDER.id, municipalities, stations } as unknown as Me })
  await turnDesk(lang)
  await prepareWords('r1')
}

const speeches = new WeakMap<World, Speech>()
export function speechOf(world: World): Speech {
  const { lang, words } = world
  const known = speeches.get(world)
  const speech = known ?? speak({ lang, dir: 'ltr', name: lang }, words)
  speeches.set(world, speech)
  return speech
}

const talkOf = ({ dialogue }: World, answers: Given) => ({ answers, replay: replay(dialogue, answers, DAY) })

type Whole = Omit<ComponentProps<typeof Card>, 'removals'>
/** With nothing taken off it. */
function WholeCard(props: Whole) {
  const removals = useRemovals({ ...props, on: DAY, onWritten: () => undefined })
  return <Card {...props} removals={removals} />
}

/** The lines that the resident reads before Send: how they are reached, then what they answered. */
export function onPhone(
  world: World,
  answers: Given,
  written: WrittenContact,
): Record<'contact' | 'answers', Line[]> {
  const { dialogue, place } = world
  const talk = talkOf(world, answers)
  const outcome = route(dialogue, talk.replay, DAY)
  const bare = speechOf(world)
  const { path } = talk.replay
  const speech = speakTo(bare, talk.replay.answers.asker, spoken(bare, place, path))
  const here = { talk, dialogue, outcome, speech, written, on: DAY, dangers: [], when: '' }
  const card = { ...here, asker: askerOf(answers.asker), sending: { state: 'idle' } }
  const html = render(
    <RoomContext.Provider value={{ speech, island: { place }, alive: true } as never}>
      <WholeCard {...(card as unknown as Whole)} />
    </RoomContext.Provider>,
  )
  const lines = [...html.matchAll(/<li[^>]*>.*?<small>(.*?)<\/small><b>(.*?)<\/b>/gs)].map(
    ([, label = '', text = '']): Line => ({ label: plain(label), text: plain(text) }),
  )
  const answered = cardLines(talk.replay).length
  return { contact: lines.slice(0, -answered), answers: lines.slice(-answered) }
}

/** What the list of answers above a question says. */
export function inTheList(world: World, answers: Given): string[] {
  const { path } = talkOf(world, answers).replay
  const room = { speech: speechOf(world), island: { place: world.place } } as never
  const list = <Earlier path={path} speech={speechOf(world)} onChange={() => undefined} />
  return inside(render(<RoomContext.Provider value={room}>{list}</RoomContext.Provider>), 'b')
}

function requestOf(world: World, answers: Given, contact: Contact, more: Partial<OpenRequest>): OpenRequest {
  const { path } = replay(world.dialogue, answers, DAY)
  const sent = path.map(({ address, flow, step, value }) => ({ address, flow, step, value }))
  const { phone } = contact
  return {
    ...request({ row: { way: contact.way, language: world.lang }, more: { answers: sent, ...more } }),
    phone: phone?.replace(/^0/, '+358'),
    contact,
  } as OpenRequest
}

/** The answers that the coordinator reads, one line a question. */
export function atDesk(world: World, answers: Given): Line[] {
  const html = render(<Answers request={requestOf(world, answers, { way: 'call' }, {})} />)
  return [...html.matchAll(/<dt>(.*?)<\/dt>(.*?)<\/div>/gs)].map(([, label = '', texts = '']) => ({
    label: plain(label),
    text: inside(texts, 'dd').join(' · '),
  }))
}

/** How the coordinator is told to reach the resident: facts by their names, the number, and what is said above it. */
export function contactAtDesk(world: World, written: WrittenContact, asker: Asker) {
  const contact = contactOf(written, asker)
  const answers: Given = asker ? { asker } : {}
  const { station } = world.place.station
  const more = { station: written.station || station }
  // the number is its holder's: of one who waits it is not shown
  const asked = requestOf(world, answers, contact, more)
  const held = { ...asked, row: { ...asked.row, status: 'taken' as const, takenBy: HOLDER } }
  const html = render(<ContactCard request={held} />)
  const names = inside(html, 'dt')
  const facts = inside(html, 'dd')
  return {
    facts: names.map((label, index): Line => ({ label, text: facts[index] ?? '' })),
    number: plain(/<a class="phone".*?<\/svg>.*?<\/span>(.*?)<\/a>/s.exec(html)?.[1] ?? ''),
    isHidden: html.includes('reveal'),
    warnings: plain(/<div class="safety".*?<\/div>/s.exec(html)?.[0] ?? ''),
  }
}
