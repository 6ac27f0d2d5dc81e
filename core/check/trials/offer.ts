/** Not knowing, or not telling, may never cost anyone a human being: tried on random conversations, always the same. */

import { replaced } from '../../flow/card.ts'
import type { Answers, Dialogue } from '../../flow/definition.ts'
import { replay } from '../../flow/replay.ts'
import { route } from '../../flow/route.ts'
import { lowered, randomWalk } from '../../walk/walk.ts'
import { fileOf } from '../base/content.ts'
import { phrase } from '../base/report.ts'
import type { Survey } from '../base/survey.ts'

const CONVERSATIONS = 8
const ON = '2026-11-23'

function rowOf(dialogue: Dialogue, answers: Answers): number {
  const { row } = route(dialogue, replay(dialogue, answers, ON), ON).headline
  return dialogue.tables.segment.rows.findIndex(({ id }) => id === row)
}

/** Checks a dialogue without fault; each row that lowers the offer is told once. */
export function checkOffer({ report }: Survey, dialogue: Dialogue): void {
  const told = new Set<number>()
  for (let seed = 1; seed <= CONVERSATIONS; seed++) {
    const answers = randomWalk(dialogue, ON, seed)
    for (const { address, reply, from, to } of lowered(dialogue, answers, ON)) {
      const row = rowOf(dialogue, replaced(dialogue, answers, address, reply, ON))
      if (told.has(row)) continue
      told.add(row)
      const fill = { question: address, reply: phrase(reply), before: from, after: to }
      report('unsure-lowers', fileOf.routing, ['segment', 'rows', row, 'then', 'contact'], fill)
    }
  }
}
