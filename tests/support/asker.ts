/** A process of its own that receives requests and says which it has acknowledged; made to be killed. */
import { createInterface } from 'node:readline'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { submit } from '../../server/callbacks/submit.ts'
import { Refusal } from '../../server/refusal.ts'
import { keysFrom } from '../../server/seal/keys.ts'
import { openStore } from '../../server/store/open.ts'
import { testClock } from './clock.ts'
import { content, ORGANISATION } from './people.ts'

const [databaseUrl = '', secret = ''] = process.argv.slice(2)
const clock = testClock()
const store = await openStore({ databaseUrl, keys: keysFrom(secret), clock })
const deps = { store, clock, content }

/** Tries again when the database was too busy, as the browser does. */
async function persist(body: CallbackRequestBody): Promise<void> {
  for (;;) {
    try {
      const receipt = await submit(deps, ORGANISATION, body)
      process.stdout.write(`${JSON.stringify(receipt)}\n`)
      return
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'unavailable') throw error
    }
  }
}

/** One body a line in, one receipt a line out, as soon as it is durable. */
for await (const line of createInterface({ input: process.stdin })) void persist(JSON.parse(line))
