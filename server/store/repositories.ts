/** What an act or a look has in its hands: each table's repository, bound to one organisation. */
import type { Keys } from '../seal/keys.ts'
import { besideRepositories } from './beside.ts'
import { capacityRepository } from './capacity.ts'
import { contentRepository } from './content.ts'
import type { Db } from './engines/engine.ts'
import { logRepository } from './log.ts'
import { peopleRepository } from './people.ts'
import { areaRepository } from './place.ts'
import { queueRepository } from './queue.ts'
import { requestRepository } from './requests.ts'
import { sealRepository } from './sealing.ts'
import { sessionRepository } from './sessions.ts'
import { staffRepository } from './staff.ts'
import { statisticsRepository } from './statistics.ts'

export const repositories = (db: Db, organisation: string, keys: Keys) => ({
  organisation,
  /** for the files of this room only */
  db,
  seal: sealRepository(organisation, keys),
  requests: requestRepository(db, organisation),
  queue: queueRepository(db, organisation),
  ...besideRepositories(db, organisation),
  capacity: capacityRepository(db, organisation),
  area: areaRepository(db, organisation),
  people: peopleRepository(db, organisation),
  statistics: statisticsRepository(db, organisation),
  log: logRepository(db, organisation),
  content: contentRepository(db, organisation),
  staff: staffRepository(db, organisation),
  sessions: sessionRepository(db, organisation),
})
export type Repositories = ReturnType<typeof repositories>
