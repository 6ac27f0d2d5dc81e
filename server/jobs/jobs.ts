/** Every job of the server. */
import { absent } from './absent.ts'
import { anchor } from './anchor.ts'
import { erase } from './erase.ts'
import { forward } from './forward.ts'
import type { Job } from './job.ts'
import { limits } from './limits.ts'
import { statistics } from './statistics.ts'
import { unrecorded } from './unrecorded.ts'

export const jobs: readonly Job[] = [erase, absent, forward, limits, anchor, statistics, unrecorded]
