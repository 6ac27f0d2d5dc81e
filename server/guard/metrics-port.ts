/** `/metrics` on a port of its own: whoever reads figures is not among the residents. */
import { createServer, type Server } from 'node:http'
import type { Config } from '../config.ts'
import { bearerOf, isToken } from './bearer.ts'
import type { Metrics } from './metrics.ts'

/** Nobody else is served there. */
const MOST_CONNECTIONS = 20

/**
 * Listens when METRICS_PORT is set. With METRICS_TOKEN it asks for it here too.
 * @returns the server, which the process closes; nothing when there is no such port
 * @throws as listening does
 */
export async function openMetricsPort(
  metrics: Metrics,
  { token, port, host }: Config['metrics'],
): Promise<Server | undefined> {
  if (port === undefined) return undefined
  const server = createServer(({ url, method, headers }, response) => {
    const bearer = bearerOf({ headers })
    const mayRead = token === undefined || isToken(bearer, token)
    if (method !== 'GET' || url?.split('?')[0] !== '/metrics' || !mayRead)
      return void response.writeHead(404).end()
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.maxConnections = MOST_CONNECTIONS
  server.requestTimeout = 5000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}
