/** The one error handler: whatever goes wrong leaves as problem+json with a stable code, and nothing of what was sent. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemBody, ProblemCode } from '#core/contract/problem.ts'
import { Refusal } from '../refusal.ts'
import { Unreadable } from '../seal/unreadable.ts'

export type Answer = {
  status: number
  code: ProblemCode
  field?: string
  detail?: string
  reason?: string
  by?: string
  retryAfter?: number
}

const BY_FASTIFY_CODE: Record<string, Answer> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'too-large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'unsupported-media-type' },
  FST_ERR_BAD_URL: { status: 404, code: 'not-found' },
  FST_ERR_MAX_PARAM_LENGTH: { status: 404, code: 'not-found' },
  FST_UNDER_PRESSURE: { status: 503, code: 'too-busy', retryAfter: 5 },
}
const BY_STATUS: Record<number, ProblemCode> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** JSON pointer of the field at fault; an unknown or missing property is pointed at itself. */
function pointer(error: NonNullable<FastifyError['validation']>[number]): string {
  const { missingProperty, additionalProperty, propertyName } = error.params as Record<string, string>
  const last = missingProperty ?? additionalProperty ?? propertyName
  return (last === undefined ? error.instancePath : `${error.instancePath}/${escaped(last)}`).slice(0, 200)
}

function fromValidation(error: FastifyError): Answer {
  const [first] = error.validation ?? []
  if (error.validationContext === 'params') return { status: 404, code: 'not-found' }
  if (!first || (first.instancePath === '' && first.keyword === 'type'))
    return { status: 400, code: 'malformed-body' }
  return { status: 400, code: 'invalid-field', field: pointer(first) }
}

/** Any error → what may be told of it. */
export function toAnswer(error: FastifyError | Refusal | Error): Answer {
  if (error instanceof Unreadable) return { status: 409, code: 'unreadable' }
  if (error instanceof Refusal) {
    const { status, code, field, extra } = error
    return { status, code, ...(field === undefined ? {} : { field }), ...extra }
  }
  const { validation, code, statusCode } = error as Partial<FastifyError>
  if (validation) return fromValidation(error as FastifyError)
  const known = code ? BY_FASTIFY_CODE[code] : undefined
  if (known) return known
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    const byStatus = BY_STATUS[statusCode]
    return byStatus ? { status: statusCode, code: byStatus } : { status: 400, code: 'malformed-body' }
  }
  return { status: 500, code: 'internal' }
}

export function sendProblem(reply: FastifyReply, { status, ...told }: Answer) {
  const body: ProblemBody = { type: `urn:kynnys:problem:${told.code}`, title: told.code, status, ...told }
  if (told.retryAfter !== undefined) reply.header('retry-after', told.retryAfter)
  reply.code(status).header('cache-control', 'no-store').header('x-content-type-options', 'nosniff')
  return reply.type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(body)
}

/** Sends the problem as a page where a person asked. @returns false where a program did */
export type ForPeople = (request: FastifyRequest, reply: FastifyReply, answer: Answer) => Promise<boolean>

/** @returns what answers an error, and logs the code; the error itself only when it is ours to mend. */
export function errorAnswer(forPeople: ForPeople) {
  return async (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    const answer = toAnswer(error)
    request.problem = answer.code
    if (answer.status >= 500 && answer.code !== 'too-busy')
      request.log.error({ err: error, code: answer.code })
    if (error instanceof Unreadable)
      request.log.warn({ says: `row-unreadable ${JSON.stringify({ row: error.row, key: error.kid })}` })
    // the page itself may fail: then the problem is told as to a program
    const isTold = await forPeople(request, reply, answer).catch(() => false)
    return isTold ? reply : sendProblem(reply, answer)
  }
}

/** One handler for whatever is thrown. */
export function answerProblems(app: FastifyInstance, answer: ReturnType<typeof errorAnswer>) {
  app.decorateRequest('problem', undefined)
  app.setErrorHandler(answer)
}

declare module 'fastify' {
  interface FastifyRequest {
    /** the code of the problem it was answered with, for the log */
    problem?: ProblemCode | undefined
  }
}
