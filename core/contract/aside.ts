/** Requests beyond what their networks may claim of the calendar: they stand aside, one row an area. */
import Type, { type Static } from 'typebox'
import { QueueRow } from './desk.ts'

const closed = { additionalProperties: false } as const

export const AsideArea = Type.Object({
  area: Type.String(),
  /** how many stand aside, and in how many of them a danger was told: these come first */
  count: Type.Integer(),
  dangers: Type.Integer(),
  /** since when (the oldest), and the newest; absent when there is none */
  from: Type.Optional(Type.String({ format: 'date-time' })),
  until: Type.Optional(Type.String({ format: 'date-time' })),
  /** how many a lead has said not to be real, which can be taken back until they are erased */
  doubted: Type.Integer(),
})
export type AsideArea = Static<typeof AsideArea>

export const Aside = Type.Object({ areas: Type.Array(AsideArea) })
export type Aside = Static<typeof Aside>

export const AsideRows = Type.Object({
  rows: Type.Array(QueueRow),
  /** what the next page is asked for with; absent: there is no more */
  after: Type.Optional(Type.String()),
})
export type AsideRows = Static<typeof AsideRows>

/** “These are not real”: of those that were here at that instant, so that nobody is meant who came while it was read. */
export const Doubt = Type.Object({ until: Type.String({ format: 'date-time' }) }, closed)
export type Doubt = Static<typeof Doubt>
