/** The conversation to take away, in words: questions and answers, the steps, the numbers, and the promise if one was made. */

import type { Place } from '#core/contract/content.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import type { Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { answerText } from '#core/say/answer.ts'
import { wholeDate } from '#core/say/day.ts'
import { ownStation } from '../contact/stations.ts'
import { linesOf } from '../help/phone-lines.ts'
import type { Estimate } from '../net/promises.ts'
import { pathOf } from '../steps/path.ts'
import { tell } from '../steps/step-words.ts'
import { needText } from '../words/describe.ts'
import type { Speech } from '../words/speech.ts'

export type Item = { head: string; lines: string[] }
export type SavedPart = { title: string; items: Item[]; numbered?: boolean }
export type Saved = { title: string; intro: string[]; parts: SavedPart[] }

/** What the server answered to the request; the code only when the resident wants it on paper. */
export type SentFacts = { promise: string; reference: string; code?: string | undefined }

export type Talked = {
  dialogue: Dialogue
  replay: Replay
  on: string
  speech: Speech
  estimate: Estimate | undefined
  sent?: SentFacts | undefined
}

function answersPart({ replay, dialogue, speech }: Talked, place: Place): SavedPart {
  const items = replay.path.map((visit) => {
    const question = speech.t(`${visit.flow}:${visit.step}.question`)
    const need = needText(speech, dialogue, visit.need)
    return { head: need ? `${need}: ${question}` : question, lines: [answerText(speech, place, visit)] }
  })
  return { title: speech.t('widget:saved.answers'), items }
}

/** A conversation that was not finished has come to no steps. */
function stepsPart({ dialogue, replay, on, speech, estimate, sent }: Talked): SavedPart {
  const title = speech.t('widget:path.title')
  if (!replay.done) return { title, items: [] }
  const outcome = route(dialogue, replay, on)
  // the promise stands on its own once the request is sent
  const steps = pathOf(speech, dialogue, outcome).filter(({ owner }) => !sent || owner !== 'coordinator')
  const items = steps.map((step) => {
    const { title, short, situation, parts, link, number } = tell(speech, step, estimate)
    const told = parts.flatMap(({ name, text }) => [
      `${speech.t(`widget:advice.${name}`)}:`,
      ...text.split('\n').map((line) => `– ${line}`),
    ])
    return {
      head: `${title} (${short})`,
      lines: [
        ...(situation?.split('\n') ?? []),
        ...told,
        ...(number ? [number] : []),
        ...(link ? [link] : []),
      ],
    }
  })
  return { title, items, numbered: true }
}

function numbersPart({ speech, replay }: Talked, place: Place): SavedPart {
  const { name, phone, page } = ownStation(place, replay.answers)
  const lines = linesOf(place).map(({ id, number }) => ({
    head: `${speech.t(`numbers:${id}.name`)}: ${number}`,
    lines: [],
  }))
  const own = phone ?? page
  return {
    title: speech.t('widget:saved.numbers'),
    items: [...(own ? [{ head: `${name}: ${own}`, lines: [] }] : []), ...lines],
  }
}

function sentPart({ speech, sent, replay }: Talked): SavedPart[] {
  if (!sent) return []
  const { promise, reference, code } = sent
  const lines = [
    ...(replay.done ? [] : [speech.t('widget:card.unfinished')]),
    promise,
    `${speech.t('widget:sent.reference')}: ${reference}`,
    ...(code ? [`${speech.t('widget:sent.codeTitle')}: ${code}`] : []),
  ]
  return [{ title: speech.t('widget:saved.sent'), items: lines.map((head) => ({ head, lines: [] })) }]
}

/** Pure. Nothing of the contact is in it, and the code only when `sent` brings it. */
export function savedOf(talked: Talked, place: Place): Saved {
  const { speech, on } = talked
  return {
    title: speech.t('widget:title'),
    intro: [place.station.name, wholeDate(speech, on), speech.t('widget:saved.intro')],
    parts: [
      ...sentPart(talked),
      stepsPart(talked),
      answersPart(talked, place),
      numbersPart(talked, place),
    ].filter(({ items }) => items.length > 0),
  }
}

const itemText = ({ head, lines }: Item, mark: string) =>
  [`${mark} ${head}`, ...lines.map((line) => `   ${line}`)].join('\n')

/** The same as plain text, for a file or the clipboard. */
export function asText({ title, intro, parts }: Saved): string {
  const told = parts.map(({ title: name, items, numbered }) =>
    [name.toUpperCase(), ...items.map((item, at) => itemText(item, numbered ? `${at + 1}.` : '*'))].join(
      '\n',
    ),
  )
  return `${[[title, ...intro].join('\n'), ...told].join('\n\n')}\n`
}
