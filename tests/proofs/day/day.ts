/** A whole working day and the one after it, minute by minute on a clock set by hand; who writes down what happens stands beside it. */
import { seeded } from '#core/walk/random.ts'
import { type Desk, type Workers, workers } from './desks.ts'
import type { Resident } from './people.ts'
import { fake, resident, residentsOf } from './people.ts'
import { fateOf, firstTry, type Recorder, record } from './recorder.ts'
import { openWorld, type World, type WorldOptions } from './world.ts'

const MINUTE = 60_000
const MONDAY = '2026-11-23T14:00:00+02:00'
const TUESDAY = '2026-11-24'
const WEDNESDAY = '2026-11-25'
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+02:00`)
/** Before it a call is promised for the same day. */
const CUT_OFF = at(TUESDAY, '13:00')
const NOON = at(TUESDAY, '12:00')

export type DayOptions = Pick<WorldOptions, 'engine' | 'listen'> & {
  requests: number
  fakes: number
  phoneCalls: number
  seed: number
  /** called at these minutes of Tuesday, when all of the minute is done */
  watch?: { times: readonly string[]; look(played: Played, time: string): Promise<void> }
}
export type Played = { world: World; recorder: Recorder; desks: Desk[]; complaints: string[] }

type Playing = Played & { workers: Workers; options: DayOptions; revision: string; coming: Resident[] }

const desk = async (world: World, name: string): Promise<Desk> => ({
  ...{ name, person: (await world.at(name)).id, busyUntil: 0 },
})

/** The day on which this one must be called, by the rules as the place has told them. */
function dayPromised({ area }: Resident, now: number): string {
  const isClosed = area === 'west' && now >= NOON
  return now < CUT_OFF && now < at(TUESDAY, '13:00') && !isClosed ? TUESDAY : WEDNESDAY
}

async function comes({ world, recorder, workers, complaints }: Playing, one: Resident, network: string) {
  const now = world.clock.now()
  let { promise, proof } = await world.send(one, network)
  recorder.say('request-received', one.body.id, now)
  if (proof && !one.isFake) {
    promise = (await world.prove(one, proof, network)).promise
    recorder.say('request-proven', one.body.id, now)
  }
  recorder.came(one, now, promise && { day: promise.day, until: Date.parse(promise.until) })
  const expected = now < at(TUESDAY, '00:00') ? TUESDAY : dayPromised(one, now)
  if (!one.isFake && promise?.day !== expected)
    complaints.push(
      `${one.area} was promised ${promise?.day} at ${new Date(now).toISOString()}, not ${expected}`,
    )
  workers.stir()
}

/** Everybody’s own network. */
const networkOf = (number: number) => `10.${number}.1.1`

/** The afternoon before: Helmi tries two who do not answer, and has a third in her hands. */
async function dayBefore(playing: Playing) {
  const { world, recorder, revision } = playing
  const helmi = await desk(world, 'helmi')
  const random = seeded(playing.options.seed + 5)
  for (let number = 0; number < 3; number++) {
    const made = { revision, on: '2026-11-23', random, number: 900 + number }
    const one = {
      ...resident(made, 'north', world.clock.now()),
      tries: ['no-answer', 'answered'],
    } as Resident
    one.body.contact.way = 'call'
    await comes(playing, one, networkOf(200 + number))
    await world.act('helmi', one.body.id, 'take')
    recorder.say('request-taken', one.body.id, world.clock.now(), helmi.person)
    if (number === 2) continue
    await world.act('helmi', one.body.id, 'attempts', { result: 'no-answer', way: 'call' })
    recorder.say('attempt-made', one.body.id, world.clock.now(), helmi.person)
    recorder.find(one.body.id).tries.push({ at: world.clock.now(), result: 'no-answer', way: 'call' })
    world.clock.pass(5 * MINUTE)
  }
}

/** Helmi is ill: what she holds is in Iida’s hands in the same act. */
async function illness({ world, recorder, complaints }: Playing) {
  const iida = await desk(world, 'iida')
  await world.away('demo-helmi', TUESDAY, { to: WEDNESDAY, substitute: 'demo-iida' })
  const { rows } = await world.queue('iida')
  for (const id of recorder.kept.keys()) {
    recorder.say('request-handed-on', id, world.clock.now(), iida.person)
    if (rows.find((row) => row.id === id)?.takenBy?.id !== iida.person)
      complaints.push('What Helmi held is not in the hands of who stands in')
  }
}

/** Twenty that nobody sent in earnest, from one network within a minute. */
async function flood(playing: Playing) {
  const { world, revision, options } = playing
  const random = seeded(options.seed + 6)
  for (let number = 0; number < options.fakes; number++) {
    const made = { revision, on: TUESDAY, random, number: 800 + number }
    await comes(playing, fake(made, world.clock.now()), '192.0.2.7')
  }
}

/** A lead says that they are not real; they are in nobody’s way any more. */
async function setAside({ world, recorder, complaints, options }: Playing) {
  const told = (await world.doubt('north')) as { doubted: number }
  if (told.doubted !== options.fakes) complaints.push(`${told.doubted} are set aside`)
  const { rows } = await world.queue('marja')
  const fakes = rows.filter(({ id }) => recorder.find(id).resident.isFake)
  if (fakes.length > 0) complaints.push(`${fakes.length} fakes stand in the queue`)
}

/** How somebody who rings is written down; told otherwise once a coordinator may walk the conversation with who calls. */
export type PhoneCall = (playing: Playing, desk: Desk, one: Resident) => Promise<void>
const rangBack: PhoneCall = async ({ world, recorder }, { name, person }, { body }) => {
  const now = world.clock.now()
  const { rows } = await world.find(name, body.contact.phone as string)
  if (!rows.some(({ row }) => row.id === body.id)) throw new Error('Who rings is not found by number')
  await world.act(name, body.id, 'rang-back', { text: 'Soitti, on tavoitettavissa iltapäivällä.' })
  recorder.say('resident-rang-back', body.id, now, person)
  recorder.say('note-added', body.id, now, person)
}

/** Somebody who waits, and is not in a talk, rings by themselves. */
async function phoneCall(playing: Playing, at: number, how: PhoneCall) {
  const { recorder, desks } = playing
  const open = [...recorder.kept.values()].filter(
    ({ closed, reached, resident: { isFake } }) => !closed && reached === undefined && !isFake,
  )
  const one = open[(at * 7) % (open.length || 1)]
  if (one) await how(playing, desks[at % desks.length] as Desk, one.resident)
  playing.workers.stir()
}

/** What happens at a minute of Tuesday beside residents and desks. */
function agenda(playing: Playing): Map<number, () => Promise<unknown>> {
  const { world, options, complaints } = playing
  const acts = new Map<number, () => Promise<unknown>>([
    [at(TUESDAY, '10:15'), () => flood(playing)],
    [at(TUESDAY, '10:50'), () => setAside(playing)],
    [NOON, () => world.close('west-noon', { area: 'west', from: TUESDAY, to: TUESDAY })],
    [at(TUESDAY, '16:02'), async () => complaints.push(...(await lateOnes(playing)))],
  ])
  for (let call = 0; call < options.phoneCalls; call++)
    acts.set(at(TUESDAY, '09:07') + call * 31 * MINUTE, () => phoneCall(playing, call, rangBack))
  return acts
}

/** What the desk shows as late is what is late. */
async function lateOnes({ world, recorder }: Playing): Promise<string[]> {
  const now = world.clock.now()
  const { rows, counts } = await world.queue('marja')
  const late = [...recorder.kept.values()].filter(
    (one) =>
      !one.closed && !one.resident.isFake && firstTry(one) === undefined && fateOf(one, now) === 'broken',
  )
  const inSight = rows.filter(
    ({ promise, firstAttemptAt }) => !firstAttemptAt && Date.parse(promise?.until ?? '') < now,
  )
  const same = late.length === inSight.length && counts.overdue >= late.length
  return same
    ? []
    : [`${late.length} promises are broken, and the desk shows ${inSight.length} (${counts.overdue})`]
}

async function playTo(playing: Playing, day: string, acts: Map<number, () => Promise<unknown>>) {
  const { world, workers, desks, coming, options } = playing
  world.newDay()
  let network = 0
  for (let now = at(day, '08:00'); now <= at(day, '16:30'); now += MINUTE) {
    world.clock.set(new Date(now).toISOString())
    while (coming[0] && coming[0].comes <= now) {
      network += 1
      await comes(playing, coming.shift() as Resident, networkOf(network))
    }
    await acts.get(now)?.()
    // what was planned comes due without anybody doing anything
    if ((now / MINUTE) % 15 === 0) workers.stir()
    for (const desk of desks) await workers.step(desk)
    const time = options.watch?.times.find((time) => day === TUESDAY && at(day, time) === now)
    if (time) await options.watch?.look(playing, time)
  }
}

/** Plays it. The world stays open: whoever asked closes it. */
export async function play(options: DayOptions): Promise<Played> {
  const world = await openWorld({ ...options, now: MONDAY })
  const recorder = record()
  const revision = world.app.content.current().revision
  const { requests: count, seed } = options
  const coming = residentsOf({ revision, day: TUESDAY, from: at(TUESDAY, '08:00'), count, seed })
  const left = new Set<string>()
  const hands = workers({ world, recorder, seed: seed + 1, isLeft: (id) => left.has(id) })
  const playing: Playing = {
    ...{ world, recorder, desks: [], complaints: [], workers: hands, options, revision, coming },
  }
  await dayBefore(playing)
  world.clock.set(`${TUESDAY}T07:50:00+02:00`)
  await illness(playing)
  for (const name of ['aino', 'elias', 'iida']) playing.desks.push(await desk(world, name))
  await playTo(playing, TUESDAY, agenda(playing))
  await playTo(playing, WEDNESDAY, new Map())
  return playing
}
