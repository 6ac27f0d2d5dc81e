/**
 * One event reaches a thousand desks, beside `ws` that tells the same words with nothing behind it. On both sides what
 * the act itself takes when nobody listens (a take of ours with its transaction; an empty post) is measured in the same
 * turns and taken off: what is left is the telling.
 */
import { asking } from '../support/asking.ts'
import { type Running, startProcess } from '../support/process.ts'
import { type Figure, interleave, type Measure, median, ratioOf, spread } from './bench.ts'
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

async function timed(does: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await does()
  return performance.now() - began
}

/** A coordinator takes a request and lets it go, in turn: each is one event. */
async function acting(server: Running, headers: Record<string, string>, listening?: Desks) {
  const body = asking(await revisionOf(server), { on: new Date().toISOString().slice(0, 10) })
  const asked = await post(`${server.url}/api/callback-requests`, body)
  if (asked.status !== 201) throw new Error(`The request was answered ${asked.status}.`)
  let taken = false
  return () => {
    const act = taken ? 'release' : 'take'
    taken = !taken
    const does = async () => {
      const answer = await post(`${server.url}/api/desk/requests/${body.id}/${act}`, {}, headers)
      if (!answer.ok) throw new Error(`${act} was answered ${answer.status}: ${await answer.text()}`)
      await answer.arrayBuffer()
    }
    return listening ? listening.hear(`request-${taken ? 'taken' : 'released'}`, does) : timed(does)
  }
}

const FLOOR = 'tests/bench/floor/fan-out-server.mjs'

type Given = { at: Place; quietAt: Place; running: Running[] }

async function figures({ at, quietAt, running }: Given, say: (progress: string) => void): Promise<Figure[]> {
  const started = async (one: Promise<Running>) => {
    running.push(await one)
    return running.at(-1) as Running
  }
  const server = await started(serve(at))
  const quiet = await started(serve(quietAt))
  const floor = await started(startProcess({}, { main: FLOOR }))
  const quietFloor = await started(startProcess({}, { main: FLOOR }))
  const headers = await signIn(at, server)
  const { cookie = '', origin = '' } = headers
  const ours = await desks(server.port, DESKS, '/api/desk/live?after=0', { cookie, origin })
  const bare = await desks(floor.port, DESKS, '/')
  const act = await acting(server, headers, ours)
  const actAlone = await acting(quiet, await signIn(quietAt, quiet))
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
  const postAlone = () => timed(async () => (await post(quietFloor.url, event)).arrayBuffer())
  const variants = { ours: act, bare: tell, actAlone, postAlone }
  for (let warm = 0; warm < 10; warm++) for (const variant of Object.values(variants)) await variant()
  const times = await interleave(variants, ROUNDS, say)
  ours.close()
  bare.close()
  const without = (all: number[], alone: number[]) => all.map((time) => time - median(alone))
  const telling = without(times.ours, times.actAlone)
  const bareTelling = without(times.bare, times.postAlone)
  const ratio = ratioOf(telling, bareTelling)
  return [
    {
      what: `an event → all of ${DESKS} desks know it`,
      ours: spread(telling, 'ms'),
      beside: {
        'ws alone: no session, no table, no log': spread(bareTelling, 'ms'),
        'the act included': spread(times.ours, 'ms'),
        'the act alone': spread(times.actAlone, 'ms'),
        'the empty post alone': spread(times.postAlone, 'ms'),
      },
      ratio,
      goal: 'at most 1.1 of ws alone',
      held: ratio <= 1.1,
    },
  ]
}

export const fanOut: Measure = {
  name: 'fan-out',
  async run(say) {
    const given: Given = { at: place(), quietAt: place(), running: [] }
    try {
      return await figures(given, say)
    } finally {
      await Promise.all(given.running.map(({ stop }) => stop('SIGKILL')))
      given.at.remove()
      given.quietAt.remove()
    }
  },
}
