/** Not knowing, or not telling, may never cost anyone a human being: tried on random conversations, always the same. */

import { replaced } from '../../flow/card.ts'
import type { Answers, Dialogue } from '../../flow/definition.ts'
import { replay } from '../../flow/replay.ts'
import { headlineFor } from '../../flow/route.ts'
import { lowered, randomWalk } from '../../walk/walk.ts'
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import type { Survey } from '../base/survey.ts'
import { phrase } from '../said/saying.ts'

const CONVERSATIONS = 8
const ON = '2026-11-23'

/** Where the offer is written that a conversation comes to: in a row, or at its named end. */
function placeOf(dialogue: Dialogue, answers: Answers): Path {
  const { row } = headlineFor(dialogue, replay(dialogue, answers, ON), ON)
  const index = dialogue.tables.segment.rows.findIndex(({ id }) => id === row)
  return index < 0 ? ['segment', 'ends', row] : ['segment', 'rows', index, 'then']
}

/** Checks a dialogue without fault; each row that lowers the offer is told once. */
export function checkOffer({ report }: Survey, dialogue: Dialogue): void {
  const told = new Set<string>()
  for (let seed = 1; seed <= CONVERSATIONS; seed++) {
    const answers = randomWalk(dialogue, ON, seed)
    for (const { address, reply, from, to } of lowered(dialogue, answers, ON)) {
      const place = placeOf(dialogue, replaced(dialogue, answers, address, reply, ON))
      if (told.has(place.join())) continue
      told.add(place.join())
      const fill = { question: address, reply: phrase(reply), before: from, after: to }
      report('unsure-lowers', fileOf.routing, [...place, 'contact'], fill)
    }
  }
}
