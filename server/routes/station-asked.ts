/** Of which station a page of the chat is asked for. */
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { ScreenKind, Screens } from '../content/serving/screens.ts'
import { meantBy, stationMeant } from '../pages/address.ts'
import type { NoticeTold } from '../pages/chat-answers.ts'
import { NOWHERE } from '../place/facts.ts'

export const Said = Type.Union([Type.String(), Type.Array(Type.String())])
/** Read by `meantBy`, which forgives what a schema cannot: nobody is refused a page for a spelling. */
export const StationAsked = Type.Object({
  station: Type.Optional(
    Type.Unsafe<unknown>({
      ...Said,
      description: 'short name or name of a station; one that does not exist is told as 404',
      examples: ['laukaa'],
    }),
  ),
})

export const NOT_BUILT = 'Not built yet: run `npm run build`, then start again.'
const UNBUILT: NoticeTold = { about: 'failed', status: 503, note: NOT_BUILT }
const UNKNOWN: NoticeTold = { about: 'unknown', status: 404 }
const CHOOSE: NoticeTold = { about: 'choose', status: 200 }

/**
 * The station that is meant, or what is told instead: nobody is taken to another town without a word. What is read from
 * every station alike, advice and the way back by a code, needs no choice, and names none.
 */
export async function stationOf(
  { url }: FastifyRequest,
  kind: ScreenKind,
  screens: Screens,
): Promise<string | NoticeTold> {
  if (!screens.isBuilt) return UNBUILT
  const asked = meantBy(url).station
  const stations = (await screens.place())?.stations ?? []
  if (asked !== undefined) return stationMeant(asked, stations) ?? (stations.length > 0 ? UNKNOWN : NOWHERE)
  if (stations.length > 1) return kind === 'chat' ? CHOOSE : NOWHERE
  return stations[0]?.station ?? NOWHERE
}
