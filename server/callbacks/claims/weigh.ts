/** What a request weighs in the calendar: how many places it may take, and where it stands when its network may claim none. */
import type { Contact } from '#core/contract/callback.ts'
import { SERVICES } from '#core/flow/named.ts'
import type { Heavy } from '#core/request/choices.ts'
import { DANGER, ORDINARY } from '../../store/claims/kinds.ts'
import type { Binding } from '../bind.ts'
import { type FoldFacts, toldOfDanger } from '../fold.ts'

type Weighed = { answers: { address: string }[]; lifeAreas: string[]; contact: Contact }

/** Several needs, and nobody who knows them yet: the services are asked for where one helps already. */
const SEVERAL = 2
export function heavyOf({ answers, lifeAreas, contact }: Weighed): Heavy[] {
  const isKnown = answers.some(({ address }) => address === SERVICES)
  return [
    ...(contact.interpreter ? (['interpreter'] as const) : []),
    ...(lifeAreas.length >= SEVERAL && !isKnown ? (['new-with-several-needs'] as const) : []),
  ]
}

/** Beyond what its network may claim; those who told of a danger are found first among them. */
export const asideOf = (told: FoldFacts, { refused }: Binding): number | null =>
  refused ? (toldOfDanger(told) ? DANGER : ORDINARY) : null
