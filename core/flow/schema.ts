/** JSON Schemas of the content files, for editors' programs and for the check: derived from the one TypeBox source. */
import Type from 'typebox'
import { AreaSeed } from '../place/area.ts'
import { AdviceItem, Case, Condition, Flow, Lists, Tables } from './definition.ts'
import { RefusedFile } from './refused.ts'

/** The part of JSON Schema that the content files need. */
export type Schema = {
  $schema?: string
  title?: string
  $ref?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  required?: string[]
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  minItems?: number
  minLength?: number
  description?: string
  definitions?: Record<string, Schema>
}

const CONDITION = '#/definitions/Condition'

/** Recursion as every editor understands it: one definition at the root instead of a copy at each use. */
function plain(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plain)
  if (typeof node !== 'object' || node === null) return node
  const { $ref, $id, $defs, ...rest } = node as Record<string, unknown>
  if ($ref === 'Condition') return { $ref: CONDITION }
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]))
}

const condition = plain((Condition as unknown as { $defs: { Condition: unknown } }).$defs.Condition) as Schema

function document(title: string, source: unknown): Schema {
  const body = plain(source) as Schema
  const shared = JSON.stringify(body).includes(CONDITION) ? { definitions: { Condition: condition } } : {}
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...body, ...shared } as Schema
}

/** One schema for each kind of file in `flows/` (and of `refused.json` beside words), by its name in `flows/schema/{name}.schema.json`. */
export const schemas = {
  flow: document('A dialogue: its steps and where each answer leads', Flow),
  routing: document('Which answers lead to which outcome', Tables),
  lists: document('Named lists with attributes', Lists),
  advice: document('One advice item', AdviceItem),
  cases: document('Described situations and where they must end', Type.Array(Case)),
  refused: document('What no text of a language may say', RefusedFile),
  'area-organisation': document('The organisation', AreaSeed.properties.organisation),
  'area-areas': document('Areas and how their coordinators call', AreaSeed.properties.areas),
  'area-stations': document('Stations and their hours', AreaSeed.properties.stations),
  'area-municipalities': document(
    'Municipalities and whose area they are',
    AreaSeed.properties.municipalities,
  ),
  'area-closures': document('Days when somebody is away', AreaSeed.properties.closures),
  'area-lanes': document('Lanes and the register of each', AreaSeed.properties.lanes),
  'area-lines': document('Emergency and help lines', AreaSeed.properties.lines),
  'area-staff': document('Invented people for a first look', AreaSeed.properties.staff),
}
export type SchemaName = keyof typeof schemas

/** Follows a reference to the shared definition of a condition. */
export const resolve = (schema: Schema): Schema => (schema.$ref === CONDITION ? condition : schema)
