/** Every migration in order. A published one is never edited: add the next number. */
import { start } from './001-start.ts'
import { reach } from './002-reach.ts'
import { reception } from './003-reception.ts'
import { answers } from './004-answers.ts'
import { jobs } from './005-jobs.ts'
import { promise } from './006-promise.ts'
import { truth } from './007-truth.ts'
import { secrets } from './008-secrets.ts'
import { placeChanges } from './009-place.ts'
import { limits } from './010-limits.ts'
import { claims } from './012-claims.ts'
import { queue } from './013-queue.ts'
import { binding } from './014-binding.ts'
import { statisticsWaiting } from './015-statistics.ts'
import { rights } from './016-rights.ts'
import { lanes } from './017-lanes.ts'
import { services } from './018-services.ts'
import { tries } from './019-tries.ts'
import { found } from './020-found.ts'
import { figures } from './021-figures.ts'
import { changes } from './022-changes.ts'
import { views } from './023-views.ts'
import { channel } from './024-channel.ts'
import type { Migration } from './make.ts'

export const migrations: readonly Migration[] = [
  start,
  reach,
  reception,
  answers,
  jobs,
  promise,
  truth,
  secrets,
  placeChanges,
  limits,
  claims,
  queue,
  binding,
  statisticsWaiting,
  rights,
  lanes,
  services,
  tries,
  found,
  figures,
  changes,
  views,
  channel,
]
