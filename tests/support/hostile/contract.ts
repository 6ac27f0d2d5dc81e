/** The contract as a running server tells it: its operations, and whether an answer keeps what was promised. */
import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

const JSON_TYPE = 'application/json'

type Content = Record<string, { schema?: object }>
type Described = {
  summary?: string
  tags?: string[]
  requestBody?: { content: Content }
  responses?: Record<string, { content?: Content }>
}
export type Document = {
  openapi: string
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, object> }
}
export type Operation = Described & {
  method: string
  /** as the document has it, `/api/desk/requests/{id}` */
  url: string
}
/** An answer as far as it is judged. */
export type Answer = {
  status: number
  headers: Record<string, number | string | string[] | undefined>
  body: string
}

export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...described,
      method: method.toUpperCase(),
      url,
    })),
  )

/** One name for an operation, whether its path is the document's or the router's: `GET /api/desk/requests/{}`. */
export const nameOf = ({ method, url }: { method: string; url: string }): string =>
  `${method} ${url.replace(/\{\w+\}|:\w+/g, '{}')}`

const pointer = (...parts: string[]) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')

/** Judges answers by the document; each shape is compiled when it is first needed. */
export function judgeOf(document: Document) {
  const ajv = new Ajv({ strict: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'contract')
  const shapes = new Map<string, ValidateFunction>()
  const shape = (place: string) => {
    const known = shapes.get(place) ?? ajv.compile({ $ref: `contract#${place}` })
    shapes.set(place, known)
    return known
  }
  const problem = shape(pointer('components', 'schemas', 'Problem'))

  /** What is wrong with the body of a promised answer; nothing when it is as promised. */
  function kept({ url, method, responses = {} }: Operation, { status, headers, body }: Answer) {
    const promised = responses[status]
    if (!promised) return `answers ${status}, which the document does not know`
    // pages, scripts and figures are of other kinds, which have no shape
    const isJson = String(headers['content-type'] ?? '').startsWith(JSON_TYPE)
    if (!isJson || !promised.content?.[JSON_TYPE]) return undefined
    const place = [
      'paths',
      url,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      JSON_TYPE,
      'schema',
    ]
    const fits = shape(pointer(...place))
    return fits(JSON.parse(body)) ? undefined : `breaks its shape: ${ajv.errorsText(fits.errors)}`
  }

  return { kept, isProblem: (body: string) => problem(parsed(body)) === true }
}
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
