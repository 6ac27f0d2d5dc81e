/** Figures for the operator: routes by their patterns, never an address, an id or a person. */
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  contentType: string
  text(): Promise<string>
  sockets: { inc(): void; dec(): void }
}
/** Read when somebody looks, not kept up to date. */
export type Figures = { lastEvent(): Promise<number>; openRequests(): Promise<number> }

const MILLISECONDS = 1000

/** Counts every answer of the app. One registry for each app: tests build many. */
export function measure(app: FastifyInstance, figures: Figures): Metrics {
  const registers = [new Registry()]
  const registry = registers[0] as Registry
  collectDefaultMetrics({ register: registry, prefix: 'kynnys_' })
  const answered = new Counter({
    name: 'kynnys_requests_total',
    help: 'answers',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const took = new Histogram({
    name: 'kynnys_request_seconds',
    help: 'time to answer',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const sockets = new Gauge({ name: 'kynnys_live_sockets', help: 'open live sockets of desks', registers })
  const asked = (name: string, help: string, ask: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        // without its database the process can still be measured
        await ask().then(
          (value) => this.set(value),
          () => this.reset(),
        )
      },
    })
  asked('kynnys_event_number', 'number of the last event', figures.lastEvent)
  asked('kynnys_open_requests', 'requests that are not closed', figures.openRequests)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    answered.inc({ method: request.method, route, status: reply.statusCode })
    took.observe({ route }, reply.elapsedTime / MILLISECONDS)
  })
  return { contentType: registry.contentType, text: () => registry.metrics(), sockets }
}
