/** One act is told to a thousand desks, beside `ws` that tells the same words with nothing behind it. */
import { asking } from '../support/asking.ts'
import { type Running, startProcess } from '../support/process.ts'
import { type Figure, interleave, type Measure, ratioOf, spread } from './bench.ts'
import { type Desks, desks } from './desks.ts'
import { type Place, place, revisionOf, serve, signIn } from './serving.ts'

const DESKS = 1000
const ROUNDS = 40

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** A coordinator takes a request and lets it go, in turn: each is one event. */
async function acting(server: Running, headers: Record<string, string>, listening: Desks) {
  const body = asking(await revisionOf(server), { on: new Date().toISOString().slice(0, 10) })
  const asked = await post(`${server.url}/api/callback-requests`, body)
  if (asked.status !== 201) throw new Error(`The request was answered ${asked.status}.`)
  let taken = false
  return () => {
    const act = taken ? 'release' : 'take'
    taken = !taken
    return listening.hear(`request-${taken ? 'taken' : 'released'}`, async () => {
      const answer = await post(`${server.url}/api/desk/requests/${body.id}/${act}`, {}, headers)
      if (!answer.ok) throw new Error(`${act} was answered ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
    })
  }
}

async function figures(at: Place, running: Running[], say: (progress: string) => void): Promise<Figure[]> {
  const server = await serve(at)
  running.push(server)
  const floor = await startProcess({}, { main: 'tests/bench/floor/fan-out-server.mjs' })
  running.push(floor)
  const headers = await signIn(at, server)
  const { cookie = '', origin = '' } = headers
  const ours = await desks(server.port, DESKS, '/api/desk/live?after=0', { cookie, origin })
  const bare = await desks(floor.port, DESKS, '/')
  const act = await acting(server, headers, ours)
  const event = {
    number: 1,
    type: 'request-taken',
    request: 'x'.repeat(36),
    area: 'north',
    actor: 'x'.repeat(36),
  }
  let number = 0
  const tell = () => {
    number += 1
    const type = `request-told-${number}`
    return bare.hear(type, async () => (await post(floor.url, { ...event, type })).arrayBuffer())
  }
  for (let warm = 0; warm < 10; warm++) {
    await act()
    await tell()
  }
  const times = await interleave({ ours: act, bare: tell }, ROUNDS, say)
  ours.close()
  bare.close()
  const ratio = ratioOf(times.ours, times.bare)
  return [
    {
      what: `an act → all of ${DESKS} desks know it`,
      ours: spread(times.ours, 'ms'),
      beside: { 'ws alone: no session, no table, no log': spread(times.bare, 'ms') },
      ratio,
      goal: 'at most 1.1 of ws alone',
      held: ratio <= 1.1,
    },
  ]
}

export const fanOut: Measure = {
  name: 'fan-out',
  async run(say) {
    const at = place()
    const running: Running[] = []
    try {
      return await figures(at, running, say)
    } finally {
      await Promise.all(running.map(({ stop }) => stop('SIGKILL')))
      at.remove()
    }
  },
}
