/** The app as one function of its parts: the process builds it in `main.ts`, tests build the same. */
import cookie from '@fastify/cookie'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import underPressure from '@fastify/under-pressure'
import Fastify, { LogController } from 'fastify'
import { loadBuilt } from './content/serving/built.ts'
import { keepCurrent } from './content/serving/keep-current.ts'
import { openScreens } from './content/serving/screens.ts'
import { readBodies } from './guard/body.ts'
import { compilersFactory } from './guard/compilers.ts'
import { readForwarded, trusting } from './guard/forwarded.ts'
import { sendHeaders } from './guard/headers.ts'
import { limit } from './guard/limits.ts'
import { logAnswers, telling, timesTold } from './guard/log.ts'
import { type Figures, measure } from './guard/metrics.ts'
import { answerProblems, errorAnswer } from './guard/problems.ts'
import { leadToPublicName } from './guard/public-name.ts'
import { BODY_LIMIT, closeAnsweredUpgrades, closeWhenAnswered, makeServer } from './guard/server.ts'
import { answerStrays } from './guard/strays.ts'
import { openIdentity } from './identity/sessions.ts'
import { openMeter } from './network/meter.ts'
import { limitedRooms } from './network/rooms.ts'
import { isOfChat } from './pages/address.ts'
import { openChatAnswers } from './pages/chat-answers.ts'
import type { Given, Parts } from './parts.ts'
import { keepOutlook, type Outlook } from './place/kept-outlook.ts'
import { openBeside } from './practice/beside.ts'
import { noClaims } from './promise/budget.ts'
import { Refusal } from './refusal.ts'
import { placeDeps } from './routes/admin/admin.ts'
import { sendPacked } from './routes/packed.ts'
import { routes } from './routes/routes.ts'
import { HTML } from './routes/schemas.ts'

async function assemble(given: Given): Promise<Parts> {
  const { config, dist = 'dist', openShadow = false, ...rest } = given
  // without a public address the example page and this machine's other name may frame the chat
  const local = config.publicOrigin ? [] : ['http://localhost:*', 'http://127.0.0.1:*']
  const allowedOrigins = [...config.allowedOrigins, ...local]
  const screens = openScreens({
    ...rest,
    built: given.built ?? (await loadBuilt(dist)),
    allowedOrigins,
    openShadow,
    publicOrigin: config.publicOrigin,
  })
  const identity = openIdentity({ ...rest, session: config.session })
  const deps = {
    store: given.store,
    clock: given.clock,
    content: given.content,
    log: telling(given.log),
    claimScale: config.claimScale,
    keepUnrecordedDays: config.keepUnrecordedDays,
    claimFates: noClaims(),
  }
  const chatAnswers = openChatAnswers({ ...rest, screens })
  return { ...given, dist, screens, chatAnswers, identity, deps }
}

/** Problems under `/chat` are pages; all others are for programs. */
const answerOf = ({ chatAnswers }: Parts) =>
  errorAnswer(async (request, reply, answer) => {
    const page = await chatAnswers.problem(request, reply, answer)
    if (page) void sendPacked(request, reply, page, HTML)
    return page !== undefined
  })

type Beside = ReturnType<typeof openBeside>

const makeFastify = (
  { config, log, chatAnswers }: Parts,
  answerError: ReturnType<typeof answerOf>,
  beside: Beside,
) =>
  Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: trusting(config.trustProxy),
    serverFactory: beside.around(makeServer(config.maxConnections, { pageAt: chatAnswers.ofBroken })),
    // the server itself answers what is no request; the framework's own words would come before a page that is being made
    clientErrorHandler: () => {},
    forceCloseConnections: 'idle',
    // what comes over an open line while we stop is answered as ever, in our own words
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      closeWhenAnswered(request.raw, reply.raw)
      const there = chatAnswers.leads(request, reply)
      if (there === undefined) void answerError(error, request, reply)
      else reply.redirect(there, 302)
    },
    schemaController: { compilersFactory },
    routerOptions: { ignoreTrailingSlash: false, caseSensitive: true },
    // a body is what was sent: nothing is dropped from it, nothing changed into another type
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: false },
    },
  }).withTypeProvider<TypeBoxTypeProvider>()

const DAY_MS = 24 * 60 * 60_000

/** What the operator’s figures are read from. */
const figuresOf = ({ store, organisation, clock, config, log, deps }: Parts, outlook: Outlook): Figures => ({
  placeFaults: async () => (await outlook()).length,
  stored: () =>
    store.read(organisation, async ({ figures, log: events }) => {
      const now = clock.now()
      const closed = await figures.oldestUnrecorded()
      return {
        lastEvent: await events.last(),
        open: await figures.open(),
        aside: await figures.aside(),
        overdue: await figures.overdue(now),
        erasable: await figures.erasable(now - config.keepDays * DAY_MS),
        oldestUnrecorded: closed === undefined ? 0 : (now - closed) / 1000,
      }
    }),
  fate: store.fate,
  told: () => timesTold(log),
  claims: () => deps.claimFates ?? noClaims(),
})

/** Makes the app, ready to listen or to be injected into. Guards stand before routes, in this order. */
export async function buildApp(given: Given) {
  const parts = await assemble(given)
  const answerError = answerOf(parts)
  const beside = openBeside(given, buildApp)
  const app = makeFastify(parts, answerError, beside)
  const { config, clock } = given
  readForwarded(app, config.trustProxy)
  logAnswers(app)
  closeAnsweredUpgrades(app)
  answerProblems(app, answerError)
  readBodies(app)
  await sendHeaders(app, config)
  leadToPublicName(app, config, clock, isOfChat)
  answerStrays(app, () => app.limiters.stray, parts.chatAnswers.leads)
  limit(app, openMeter(limitedRooms(config.limits), { ...given, log: parts.deps.log }))
  if (config.maxDelay)
    await app.register(underPressure, {
      maxEventLoopDelay: config.maxDelay,
      pressureHandler: (request) => {
        if (!request.ws && request.url !== '/healthz') throw new Refusal('too-busy', { retryAfter: 5 })
      },
    })
  await app.register(cookie)
  const metrics = measure(app, figuresOf(parts, keepOutlook(placeDeps(parts))))
  await routes(app, parts, metrics)
  const stop = await keepCurrent(parts)
  app.addHook('preClose', async () => {
    stop()
    await beside.close()
  })
  await app.ready()
  return Object.assign(app, { parts, metrics })
}
