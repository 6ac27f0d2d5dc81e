/** Not knowing, or not telling, may never cost anyone a human being: tried on the described situations and on random conversations, always the same. */

import { replaced } from '../../flow/card.ts'
import type { Address, Answers, Dialogue } from '../../flow/definition.ts'
import { replay } from '../../flow/replay.ts'
import { contactRank, headlineFor } from '../../flow/route.ts'
import { lowered, randomWalk } from '../../walk/walk.ts'
import { casesOf, fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { isRecord } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { phrase } from '../said/saying.ts'
import { ON } from './cases.ts'

const CONVERSATIONS = 8

type Tried = { answers: Answers; on: string; only?: Address[] }

/** Where the offer is written that a conversation comes to: in a row, or at its named end. */
function placeOf(dialogue: Dialogue, answers: Answers, on: string): Path {
  const { row } = headlineFor(dialogue, replay(dialogue, answers, on), on)
  const index = dialogue.tables.segment.rows.findIndex(({ id }) => id === row)
  return index < 0 ? ['segment', 'ends', row] : ['segment', 'rows', index, 'then']
}

/** The situations in which more is offered than the least, with the answers that their row looks at: the row must hold by not knowing too. */
function situations({ content }: Survey, dialogue: Dialogue): Tried[] {
  return casesOf(content)
    .filter(isRecord)
    .flatMap((it) => {
      const { answers, on = ON } = it as unknown as { answers: Answers; on?: string }
      const { then, because } = headlineFor(dialogue, replay(dialogue, answers, on), on)
      return contactRank(then) > 0 ? [{ answers, on, only: because.map(({ address }) => address) }] : []
    })
}

/** As many answers of a conversation as are replaced within a like time, however long it is: each is one walk through it. */
const MOST_WALKED = 2500
function fewOf(answers: Answers): Address[] {
  const all = Object.keys(answers)
  const apart = Math.ceil((all.length * all.length) / MOST_WALKED)
  return all.filter((_, index) => index % apart === 0)
}

/** Checks a dialogue without fault; each row that lowers the offer is told once. */
export function checkOffer(survey: Survey, dialogue: Dialogue): void {
  const told = new Set<string>()
  const walks = Array.from({ length: CONVERSATIONS }, (_, at) => ({
    answers: randomWalk(dialogue, ON, at + 1),
    on: ON,
  }))
  for (const { answers, on, only = fewOf(answers) } of [
    ...walks,
    ...situations(survey, dialogue),
  ] as Tried[]) {
    for (const { address, reply, from, to } of lowered(dialogue, answers, on, only)) {
      const place = placeOf(dialogue, replaced(dialogue, answers, address, reply, on), on)
      if (told.has(place.join())) continue
      told.add(place.join())
      const { row } = headlineFor(dialogue, replay(dialogue, answers, on), on)
      const fill = { question: address, reply: phrase(reply), before: from, after: to, row }
      survey.report('unsure-lowers', fileOf.routing, [...place, 'contact'], fill)
    }
  }
}
