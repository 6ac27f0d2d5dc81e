/** Why the request came here: what whoever handed it over wants the receiver to know. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { momentWords } from '../../words/dates.ts'
import { areaName } from '../../words/names.ts'
import { say } from '../../words/words.ts'

export const Handovers = ({ request: { handovers = [] } }: { request: OpenRequest }) => (
  <>
    {handovers.map(({ at, by, from, to, reason }) => (
      <div key={at} class="notice handover">
        <p class="soft">
          {say(from === to ? 'handover.within' : 'handover.by', {
            by,
            moment: momentWords(at),
            area: areaName(from),
          })}
        </p>
        <p class="note-text" dir="auto">
          {reason}
        </p>
      </div>
    ))}
  </>
)
