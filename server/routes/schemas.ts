/** Shapes of the contract under their names, so that the OpenAPI document speaks of `Receipt` and not of `def-7`. */
import type { FastifyInstance } from 'fastify'
import Type, { type Static, type TSchema } from 'typebox'
import { ACT_BODIES } from '#core/contract/acts.ts'
import {
  Numbers,
  PlaceCalendar,
  PlaceChanges,
  PlaceFindings,
  PlacePreview,
  PlacePromises,
  PlaceTables,
} from '#core/contract/administration.ts'
import { Aside, AsideArea, AsideRows, Doubt } from '#core/contract/aside.ts'
import { AssistedBody } from '#core/contract/assisted.ts'
import { CallbackRequestBody, Correction, MyRequest, Proof, Receipt } from '#core/contract/callback.ts'
import { Manifest } from '#core/contract/content.ts'
import { Me, OpenRequest, Queue, QueueRow, SignIn } from '#core/contract/desk.ts'
import { Archive, FoundRequests, SearchAsked } from '#core/contract/found.ts'
import {
  AbsenceChange,
  ClosureChange,
  Ending,
  NumberChecked,
  OrganisationChange,
} from '#core/contract/place.ts'
import { ProblemBody } from '#core/contract/problem.ts'
import { Promises } from '#core/contract/promise.ts'
import { Readings } from '#core/contract/readings.ts'
import {
  Newcomer,
  NewPassword,
  PasswordChange,
  StaffList,
  StaffNames,
  StaffRoles,
  StaffSessions,
} from '#core/contract/staff.ts'
import { FiguresPage } from '#core/contract/statistics.ts'
import { DeskSettings, DeskViews, ViewTold } from '#core/contract/view.ts'
import { WhatIf } from '#core/contract/what-if.ts'
import type { DeskAct } from '#core/request/life.ts'

const shapes = {
  CallbackRequestBody,
  AssistedBody,
  Receipt,
  MyRequest,
  Correction,
  Proof,
  Promises,
  Manifest,
  SignIn,
  Me,
  Queue,
  QueueRow,
  Aside,
  AsideArea,
  AsideRows,
  Doubt,
  OpenRequest,
  DeskViews,
  ViewTold,
  DeskSettings,
  SearchAsked,
  FoundRequests,
  Archive,
  Readings,
  Ending,
  OrganisationChange,
  ClosureChange,
  AbsenceChange,
  NumberChecked,
  Numbers,
  PlaceTables,
  PlaceFindings,
  PlacePreview,
  PlacePromises,
  PlaceCalendar,
  PlaceChanges,
  StaffList,
  StaffNames,
  Newcomer,
  StaffRoles,
  StaffSessions,
  NewPassword,
  PasswordChange,
  FiguresPage,
  WhatIf,
  Problem: ProblemBody,
}
type Shapes = typeof shapes

/** A reference by name, with the type of what it names. */
export const ref = <Name extends keyof Shapes>(name: Name) =>
  Type.Unsafe<Static<Shapes[Name]>>({ $ref: `${name}#` })

/** A reference to what is told with an act; nothing where its address says it all. */
export function bodyOf(act: DeskAct): TSchema | undefined {
  const [name] = Object.keys(ACT_BODIES[act] ?? {})
  return name === undefined ? undefined : Type.Unsafe({ $ref: `${name}#` })
}

export function addShapes(app: FastifyInstance) {
  for (const named of [shapes, ...Object.values(ACT_BODIES)])
    for (const [name, shape] of Object.entries(named ?? {}))
      app.addSchema({ ...(shape as TSchema & object), $id: name })
}

/** An answer that is not JSON: the document tells of it, nothing is made of it. */
type Described = { description: string; content?: Record<string, { schema: TSchema }> }

/** Answers of a route: what it gives when it goes well, and a problem for everything else. */
export const answers = <Good extends Record<number, TSchema | Described>>(good: Good) => ({
  ...good,
  '4xx': ref('Problem'),
  '5xx': ref('Problem'),
})

/** 204. */
export const Nothing = Type.Null({ description: 'nothing' })
/** Text of another kind than JSON, under its media type. */
export const text = (kind: string, description: string) => ({
  description,
  content: { [kind]: { schema: Type.String() } },
})
/** The media type of our documents. */
export const HTML = 'text/html; charset=utf-8'
/** The way to another address. */
export const ELSEWHERE = { description: 'it stands elsewhere', headers: { location: Type.String() } }

/** Of a page for people. */
export const PAGE = text('text/html', 'the page')

/** A language in an address; any text is taken, because nobody should meet a dead end for their language. */
export const LanguageName = Type.String({
  description:
    'one of `languages` of the manifest; another one is looked up as BCP 47 says (`sv-FI` → `sv`), else the language of the content',
  examples: ['fi', 'sv', 'en'],
})

/** The id of a request in an address: what cannot be one is not looked for. */
export const RequestId = Type.String({ pattern: '^[0-9a-f-]{36}$' })
