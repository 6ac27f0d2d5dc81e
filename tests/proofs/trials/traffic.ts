/** A day's work at a quick pace: residents ask, coordinators take, give back and close, through whichever server is there. */
import type { Random } from '#core/walk/random.ts'
import { asking } from '../../support/asking.ts'
import { type Running, until } from '../../support/process.ts'
import { headersOf, type Servers, type Session } from './servers.ts'

const WHOLE = ['take', 'release', 'take', 'reached', 'close']
/** One who does not answer stands elsewhere in the queue: by when they are tried again. */
const OTHERS = [
  ['take', 'reached', 'close'],
  ['take', 'release', 'take', 'release'],
  ['take', 'attempts', 'release'],
  ['take', 'attempts'],
  ['take'],
  [],
]
/** Most are closed, so that the queue stays as long as a real one. */
const lifeOf = (random: Random) => (random.chance(0.8) ? WHOLE : random.pick(OTHERS))
const BODIES: Record<string, object> = {
  attempts: { result: 'no-answer', way: 'call' },
  close: { outcome: 'advice-given', recorded: true },
}

/** Sends until a server has answered: one that was killed in between is asked elsewhere. */
async function answered(servers: Servers, random: Random, send: (at: Running) => Promise<Response>) {
  let status: number | undefined
  await until('a server answers', async () => {
    const answer = await send(random.pick(servers.running)).catch(() => undefined)
    await answer?.arrayBuffer().catch(() => undefined)
    if (answer && answer.status < 500) status = answer.status
    return status !== undefined
  })
  return status
}

type Options = {
  servers: Servers
  sessions: Session[]
  revision: string
  random: Random
  /** asked before each request: is it enough? */
  enough(): Promise<boolean>
}

/** One hand of those that work at the same time. */
export async function work({ servers, sessions, revision, random, enough }: Options): Promise<void> {
  while (!(await enough())) {
    const body = asking(revision, { on: new Date().toISOString().slice(0, 10) })
    const plain = { method: 'POST', headers: { 'content-type': 'application/json' } }
    const received = await answered(servers, random, (at) =>
      fetch(`${at.url}/api/callback-requests`, { ...plain, body: JSON.stringify(body) }),
    )
    // 200: it had been received, only the answer was lost with the server
    if (received !== 201 && received !== 200) throw new Error(`A request was answered ${received}`)
    const session = random.pick(sessions)
    for (const act of lifeOf(random))
      await answered(servers, random, (at) =>
        fetch(`${at.url}/api/desk/requests/${body.id}/${act}`, {
          method: 'POST',
          headers: headersOf({ ...session, at }),
          body: JSON.stringify(BODIES[act] ?? {}),
        }),
      )
  }
}
