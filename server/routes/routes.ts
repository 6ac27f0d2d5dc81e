/** Every address of the house, in the order of the contract. */
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../guard/metrics.ts'
import type { Parts } from '../parts.ts'
import { placeRoutes } from './admin/place.ts'
import { awayRoutes } from './admin/place-away.ts'
import { placeSeenRoutes } from './admin/place-seen.ts'
import { staffRoutes } from './admin/staff.ts'
import { adviceRoutes } from './advice.ts'
import { asideRoutes } from './aside.ts'
import { assistedRoutes } from './assisted.ts'
import { callbackRoutes } from './callbacks.ts'
import { contentRoutes } from './content.ts'
import { deskRoutes } from './desk.ts'
import { documents } from './documents.ts'
import { foundRoutes } from './found.ts'
import { health } from './health.ts'
import { live } from './live.ts'
import { describe, openapi } from './openapi.ts'
import { practiceRoutes } from './practice.ts'
import { proofRoutes } from './proof.ts'
import { readingRoutes } from './readings.ts'
import { addShapes } from './schemas.ts'
import { securityTxtRoute } from './security-txt.ts'
import { sessionRoutes } from './session.ts'
import { statisticsRoutes } from './statistics.ts'
import { viewRoutes } from './views.ts'

export async function routes(app: FastifyInstance, parts: Parts, metrics: Metrics) {
  await describe(app)
  addShapes(app)
  await app.register(documents, { parts })
  await app.register(adviceRoutes, { parts })
  await app.register(contentRoutes, { parts })
  await app.register(callbackRoutes, { parts })
  await app.register(proofRoutes, { parts })
  await app.register(sessionRoutes, { parts })
  await app.register(deskRoutes, { parts })
  await app.register(readingRoutes, { parts })
  await app.register(asideRoutes, { parts })
  await app.register(assistedRoutes, { parts })
  await app.register(viewRoutes, { parts })
  await app.register(foundRoutes, { parts })
  await app.register(placeRoutes, { parts })
  await app.register(awayRoutes, { parts })
  await app.register(placeSeenRoutes, { parts })
  await app.register(staffRoutes, { parts })
  await app.register(practiceRoutes, { parts })
  await app.register(statisticsRoutes, { parts })
  await app.register(live, { parts, metrics })
  await app.register(health, { parts, metrics })
  await app.register(securityTxtRoute, { parts })
  await app.register(openapi)
}
