/**
 * The practice desk is a whole app of its own beside the real one, in the same process: built when somebody first asks for it, bound to
 * its own organisation, reached under an address of its own with a session of its own. No handler knows both.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { isPractice, PRACTICE_PATH, practiceOf } from '#core/request/practice.ts'
import { makeLog } from '../guard/log.ts'
import { practiceName, sessionName } from '../guard/session.ts'
import type { Given } from '../parts.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
type Makes = (given: Given) => Promise<FastifyInstance>

/** Its page, and what a desk asks for. Signing in and out is the real desk’s, and no resident comes here. */
const PAGE = /^GET \/desk\/(\?|$)/
const ITS_OWN = [
  PAGE,
  /^GET \/desk\/assisted\/[\w-]+(\?|$)/,
  /^GET \/api\/(session|content\/)/,
  /^[A-Z]+ \/api\/(desk|admin)\//,
  /^POST \/api\/practice$/,
]

const isAsked = ({ url = '' }: IncomingMessage) => url.startsWith(`${PRACTICE_PATH}/`)

const problem = (response: ServerResponse, status: number, code: string) =>
  response
    .writeHead(status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    .end(JSON.stringify({ type: `urn:kynnys:problem:${code}`, title: code, status, code }))

const cookieIn = (cookies: string | undefined, name: string) =>
  cookies
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** @param makes builds an app @returns what stands before the real app’s handler; nothing beside what is for practice itself */
export function openBeside(given: Given, makes: Makes) {
  const { config, organisation } = given
  const secure = config.publicOrigin?.startsWith('https:') ?? false
  let made: Promise<FastifyInstance> | undefined
  const make = () => {
    // what goes wrong is told; nothing else of it is counted or said
    made ??= makes({ ...given, organisation: practiceOf(organisation), log: makeLog('error') })
    made.catch(() => {
      made = undefined
    })
    return made
  }

  /** The address without where it stands, and only the cookie that is meant for it. @returns false when it is none of its own */
  function turn(request: IncomingMessage): 'page' | 'signed-out' | 'not-found' | 'ours' {
    request.url = (request.url ?? '').slice(PRACTICE_PATH.length)
    const asked = `${request.method} ${request.url}`
    if (!ITS_OWN.some((one) => one.test(asked))) return 'not-found'
    if (PAGE.test(asked)) return 'page'
    const token = cookieIn(request.headers.cookie, practiceName(secure))
    if (token === undefined) return 'signed-out'
    request.headers.cookie = `${sessionName(secure)}=${token}`
    return 'ours'
  }

  const answerBy =
    (real: Handler): Handler =>
    (request, response) => {
      if (!isAsked(request)) return real(request, response)
      const what = turn(request)
      // the page is the same, and knows by its address where it is
      if (what === 'page') return real(request, response)
      if (what === 'not-found') return void problem(response, 404, what)
      if (what === 'signed-out') return void problem(response, 401, what)
      make().then(
        (app) => app.routing(request, response),
        () => problem(response, 503, 'unavailable'),
      )
    }

  /** A live socket goes to the app that it is of. */
  function divertSockets(server: Server): Server {
    const emit = server.emit.bind(server)
    server.emit = (event: string, ...told: unknown[]) => {
      const [request, socket, head] = told as [IncomingMessage, import('node:net').Socket, Buffer]
      if (event !== 'upgrade' || !isAsked(request)) return emit(event, ...told)
      if (turn(request) !== 'ours') return void socket.destroy() === undefined
      make().then(
        (app) => app.server.emit('upgrade', request, socket, head),
        () => socket.destroy(),
      )
      return true
    }
    return server
  }

  return {
    /** around what makes a server */
    around: (makesServer: (handler: Handler) => Server) =>
      isPractice(organisation)
        ? makesServer
        : (handler: Handler) => divertSockets(makesServer(answerBy(handler))),
    async close() {
      await (await made?.catch(() => undefined))?.close()
    },
  }
}
