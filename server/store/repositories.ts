/** What an act or a look has in its hands: each table's repository, bound to one organisation. */
import type { DataKeys } from '../seal/keys.ts'
import { attemptRepository } from './attempts.ts'
import { capacityRepository } from './capacity.ts'
import { asideRepository } from './claims/aside.ts'
import { claimRepository } from './claims/counts.ts'
import { contentRepository } from './content.ts'
import { countedRepository } from './counted.ts'
import type { Db } from './engines/engine.ts'
import { foundRepository } from './found/found.ts'
import { goneRepository } from './gone.ts'
import { dataKeyRepository } from './health/data-keys.ts'
import { figuresRepository } from './health/figures.ts'
import { jobRepository } from './jobs.ts'
import { logRepository } from './logs/log.ts'
import { meterRepository } from './meter.ts'
import { noteRepository } from './notes.ts'
import { peopleRepository } from './people.ts'
import { placeRepository } from './place.ts'
import { placeTablesRepository } from './place-tables.ts'
import { queueRepository } from './queue/queue.ts'
import { viewRepository } from './queue/views.ts'
import { walkRepository } from './queue/walks.ts'
import { madeOver } from './raw.ts'
import { requestRepository } from './requests.ts'
import { rightsRepository } from './rights.ts'
import { sealRepository } from './sealing.ts'
import { sessionRepository } from './sessions.ts'
import { statisticsRepository } from './statistics.ts'

type Wrote = (request: string, binding: string) => void

const made = (db: Db, organisation: string, keys: DataKeys, wrote: Wrote) => ({
  organisation,
  seal: sealRepository(organisation, keys),
  requests: requestRepository(db, organisation, keys, wrote),
  queue: queueRepository(db, organisation, requestRepository(db, organisation, keys, wrote)),
  walks: walkRepository(db, organisation),
  found: foundRepository(db, organisation),
  aside: asideRepository(db, organisation, keys),
  notes: noteRepository(db, organisation),
  attempts: attemptRepository(db, organisation),
  gone: goneRepository(db, organisation),
  capacity: capacityRepository(db, organisation),
  claims: claimRepository(db, organisation),
  place: placeRepository(db, organisation, keys),
  placeTables: placeTablesRepository(db, organisation, keys),
  rights: rightsRepository(db, organisation, keys),
  people: peopleRepository(db, organisation, keys),
  views: viewRepository(db, organisation),
  statistics: statisticsRepository(db, organisation, keys),
  counted: countedRepository(db, organisation),
  log: logRepository(db, organisation),
  content: contentRepository(db, organisation),
  sessions: sessionRepository(db, organisation, keys),
  jobs: jobRepository(db, organisation),
  figures: figuresRepository(db, organisation),
  dataKeys: dataKeyRepository(db, organisation),
  meter: meterRepository(db, organisation, keys),
})
export type Repositories = ReturnType<typeof made>

/** @param more what a writing act has besides; `wrote` is told of each request that is written */
export const repositories = <More extends object>(
  db: Db,
  organisation: string,
  keys: DataKeys,
  more: More,
  wrote: Wrote = () => {},
): Repositories & More => madeOver(db, { ...made(db, organisation, keys, wrote), ...more })
