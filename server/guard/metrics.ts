/** Figures for the operator: routes by their patterns, never an address, an id or a person. */
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { CLAIM_FATES, type ClaimFate } from '../promise/budget.ts'

export type Metrics = {
  contentType: string
  text(): Promise<string>
  sockets: { inc(): void; dec(): void }
}
/** What the storage knows; read when somebody looks, at most every few seconds. */
export type KeptFigures = {
  lastEvent: number
  open: number
  aside: number
  overdue: number
  erasable: number
  /** seconds since the oldest was closed that nobody has marked as recorded; 0: there is none */
  oldestUnrecorded: number
}
export type Figures = {
  stored(): Promise<KeptFigures>
  /** what of the place is not as it should be */
  placeFaults(): Promise<number>
  fate(): { failed: number; holds: boolean }
  /** names of what happened → how often it was told */
  told(): ReadonlyMap<string, number>
  /** what became of claims on the calendar that were more than a network may have → how often, since the start */
  claims(): Readonly<Record<ClaimFate, number>>
}

const MILLISECONDS = 1000
/** However many look, the database is asked so often. */
const FRESH_MS = 5 * MILLISECONDS

const STORED = [
  ['kynnys_event_number', 'number of the last event', 'lastEvent'],
  ['kynnys_open_requests', 'requests that are not closed', 'open'],
  ['kynnys_aside_requests', 'open requests beyond what their network may claim of the calendar', 'aside'],
  ['kynnys_overdue_promises', 'open requests whose promised time is past without a first attempt', 'overdue'],
  ['kynnys_erasures_waiting', 'closed and recorded requests whose time to be erased has come', 'erasable'],
  [
    'kynnys_oldest_unrecorded_seconds',
    'age of the oldest closed request that is not recorded',
    'oldestUnrecorded',
  ],
] as const satisfies (readonly [string, string, keyof KeptFigures])[]

/** Asks once for all who look within a few seconds. */
function freshly<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let last: { at: number; value: Promise<Value> } | undefined
  return () => {
    const now = performance.now()
    if (!last || now - last.at > FRESH_MS) last = { at: now, value: ask() }
    return last.value
  }
}

function measureStored(registers: Registry[], figures: Figures) {
  const stored = freshly(figures.stored)
  for (const [name, help, which] of STORED)
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        // without its database the process can still be measured
        await stored().then(
          (value) => this.set(value[which]),
          () => this.reset(),
        )
      },
    })
  new Gauge({
    name: 'kynnys_place_faults',
    help: 'areas without an owner, days without duty and what else of the place is not as it should be',
    registers,
    async collect() {
      await figures.placeFaults().then(
        (value) => this.set(value),
        () => this.reset(),
      )
    },
  })
  new Counter({
    name: 'kynnys_failed_commits_total',
    help: 'commits that did not happen: nothing was stored',
    registers,
    collect() {
      this.reset()
      this.inc(figures.fate().failed)
    },
  })
  new Gauge({
    name: 'kynnys_stores',
    help: '0 after a commit failed, until something is stored again',
    registers,
    collect() {
      this.set(figures.fate().holds ? 1 : 0)
    },
  })
  new Counter({
    name: 'kynnys_told_total',
    help: 'what was told in the log, by its name',
    labelNames: ['what'],
    registers,
    collect() {
      this.reset()
      for (const [what, times] of figures.told()) this.inc({ what }, times)
    },
  })
}

/** A flood is told from a crowded library by them: residents' pages prove what they sent, unseen. */
const CLAIMS = {
  aside: 'requests that were stored without a date, because their network has claimed enough',
  proven: 'proofs of work that the pages of such requests brought; a program brings few',
} as const satisfies Record<ClaimFate, string>

function measureClaims(registers: Registry[], { claims }: Figures) {
  for (const what of CLAIM_FATES)
    new Counter({
      name: `kynnys_claims_${what}_total`,
      help: CLAIMS[what],
      registers,
      collect() {
        this.reset()
        this.inc(claims()[what])
      },
    })
}

function measureAnswers(registers: Registry[], app: FastifyInstance) {
  const answered = new Counter({
    name: 'kynnys_requests_total',
    help: 'answers',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const refused = new Counter({
    name: 'kynnys_refusals_total',
    help: 'refusals by the code of their problem',
    labelNames: ['status', 'code'],
    registers,
  })
  const took = new Histogram({
    name: 'kynnys_request_seconds',
    help: 'time to answer',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const { statusCode: status } = reply
    answered.inc({ method: request.method, route, status })
    if (request.problem) refused.inc({ status, code: request.problem })
    took.observe({ route }, reply.elapsedTime / MILLISECONDS)
  })
}

/** Counts every answer of the app. One registry for each app: tests build many. */
export function measure(app: FastifyInstance, figures: Figures): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'kynnys_' })
  measureAnswers(registers, app)
  measureStored(registers, figures)
  measureClaims(registers, figures)
  const sockets = new Gauge({ name: 'kynnys_live_sockets', help: 'open live sockets of desks', registers })
  return { contentType: registry.contentType, text: () => registry.metrics(), sockets }
}
