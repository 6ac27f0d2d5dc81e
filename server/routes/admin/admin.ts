/** What the addresses of administration share: who may come in, and how a change of the place is answered. */
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { PreviewAsked } from '#core/contract/administration.ts'
import { fromOwnDesk } from '../../guard/origin.ts'
import { signedIn } from '../../guard/session.ts'
import type { Action } from '../../identity/authorize.ts'
import { allow } from '../../identity/enforce.ts'
import type { Parts } from '../../parts.ts'
import type { Changer, PlaceDeps } from '../../place/change.ts'
import { outlook } from '../../place/outlook.ts'
import { spokenOf } from '../../place/spoken-of.ts'
import { rehearse } from '../../place/touched.ts'
import { localTime } from '../../promise/local-time.ts'
import { answers, ref } from '../schemas.ts'

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

/** The administrator who asks, and what of the thing they have seen. */
export const byAdmin = ({ staff, headers }: Pick<FastifyRequest, 'staff' | 'headers'>): Changer => ({
  ...{ person: staff.person, ground: 'admin', seen: headers['if-match']?.replaceAll('"', '') },
})

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

type Tried = { preview?: string | undefined; day?: string | undefined }
/** Makes a change and says what is not as it should be; or only tries it, and says what it would touch. */
export function changer(parts: Parts) {
  const deps = placeDeps(parts)
  const findings = findingsOf(parts)
  return async (
    { preview, ...asked }: Tried & { station?: string | undefined },
    act: (deps: PlaceDeps) => Promise<unknown>,
  ) => {
    if (preview) return rehearse(deps, asked, act)
    await act(deps)
    return { faults: await findings() }
  }
}

/** Upon what a change is made. */
export const headers = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: 80,
      description: 'the mark of the thing as it was read: 409 when it has changed since',
    }),
  ),
})

/** A change of the place: its summary, and what it is told. */
export const changing = <More extends object>(summary: string, more: More) => ({
  ...{ tags, security, summary, response: answers({ 200: ref('PlaceFindings') }) },
  querystring: PreviewAsked,
  headers,
  ...more,
})
