/** A dialogue as it is held in a place: its municipalities are those of the dated table, not those that it was published with. */
import type { Dialogue } from '#core/flow/definition.ts'
import { MUNICIPALITIES } from '#core/flow/named.ts'
import { offeredIn } from '#core/flow/offered.ts'
import type { Store } from '../store/store.ts'

/** The same place makes the same object, for which the machine is made once. */
const made = new WeakMap<Dialogue, { said: string; dialogue: Dialogue }>()

/** What the content had and the place has not is still an answer: somebody began before it ended, and is called by who takes those from elsewhere. */
function held(dialogue: Dialogue, municipalities: readonly { code: string; area: string }[]): Dialogue {
  const said = municipalities.map(({ code, area }) => `${code} ${area}`).join()
  const known = made.get(dialogue)
  if (known?.said === said) return known.dialogue
  const offered = offeredIn(municipalities)[MUNICIPALITIES] ?? []
  const others = (dialogue.lists[MUNICIPALITIES] ?? []).filter(
    ({ id }) => !offered.some((one) => one.id === id),
  )
  const lists = { ...dialogue.lists, [MUNICIPALITIES]: [...offered, ...others] }
  const fresh = { said, dialogue: { ...dialogue, lists } }
  made.set(dialogue, fresh)
  return fresh.dialogue
}

/**
 * @param today local day on which the answers are judged
 * @param on the day of the conversation, as its sender says: what was offered then may still be answered
 */
export async function inPlace(
  store: Store,
  organisation: string,
  dialogue: Dialogue,
  { today, on }: { today: string; on: string },
): Promise<Dialogue> {
  const rows = await store.read(organisation, async ({ place }) => {
    const now = await place.municipalities(today)
    const then = on < today ? await place.municipalities(on) : []
    return [
      ...now,
      ...then.filter(({ municipality }) => !now.some((row) => row.municipality === municipality)),
    ]
  })
  return held(
    dialogue,
    rows.map(({ municipality: code, area }) => ({ code, area })),
  )
}
