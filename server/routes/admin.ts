/** What the addresses of administration share: who may come in, and how a change of the place is answered. */
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { fromOwnDesk } from '../guard/origin.ts'
import { signedIn } from '../guard/session.ts'
import type { Action } from '../identity/authorize.ts'
import { allow } from '../identity/enforce.ts'
import type { Parts } from '../parts.ts'
import type { Changer, PlaceDeps } from '../place/change.ts'
import { outlook } from '../place/outlook.ts'
import { spokenOf } from '../place/spoken-of.ts'
import { localTime } from '../promise/local-time.ts'
import { answers, ref } from './schemas.ts'

export const tags = ['administration']
export const security = [{ session: [] }]
export const Slug = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' })
export const PLACE = '/api/admin/place'

/** A signed-in person whose roles allow it; a denial is written down. */
export const mayDo = (parts: Parts, action: Action) => [
  fromOwnDesk(parts.config.publicOrigin),
  signedIn(parts.identity, parts.config.publicOrigin?.startsWith('https:') ?? false),
  (request: FastifyRequest) => allow(parts, request.staff, action),
]

export const byAdmin = ({ staff }: FastifyRequest): Changer => ({ person: staff.person, ground: 'admin' })

/** What changes of the place work with, in a process that serves. */
export const placeDeps = ({ store, organisation, clock, content }: Parts): PlaceDeps => ({
  ...{ store, organisation, clock },
  spokenOf: () => spokenOf(content.current().dialogue),
})

/** What is told after a change: what of the place is not as it should be. */
export function findingsOf(parts: Parts) {
  const { store, organisation, clock } = parts
  const { spokenOf: said } = placeDeps(parts)
  return () => store.read(organisation, (view) => outlook(view, localTime(clock.now()).day, said()))
}

/** A change of the place: its summary, and what it is told. */
export const changing = <More extends object>(summary: string, more: More) => ({
  ...{ tags, security, summary, response: answers({ 200: ref('PlaceFindings') }) },
  ...more,
})
