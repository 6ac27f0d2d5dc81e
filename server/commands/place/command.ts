/** What `npm run place` does: the same acts as the addresses of administration, recorded as the operator's. */
import { parseArgs } from 'node:util'
import {
  AbsenceChange,
  ClosureChange,
  DATED_CHANGES,
  DATED_KINDS,
  type DatedChange,
  type DatedKind,
  Ending,
  OrganisationChange,
} from '#core/contract/place.ts'
import { removeAbsence, removeClosure, setAbsence, setClosure, setOrganisation } from '../../place/away.ts'
import { OPERATOR, type PlaceDeps } from '../../place/change.ts'
import { differencesFrom } from '../../place/differs.ts'
import { outlook } from '../../place/outlook.ts'
import { endFact, setFact } from '../../place/set.ts'
import { verifyNumber } from '../../place/verify.ts'
import { localTime } from '../../promise/local-time.ts'
import type { Result } from '../result.ts'
import { listed, numbersListed } from './list.ts'
import { judged, valuesOf } from './values.ts'

const KIND = DATED_KINDS.join(' | ')
export const USAGE = `npm run place -- list [${KIND} | closures | absences]
npm run place -- set KIND KEY field=value … --from DAY [--to LAST-DAY] [--instead]
npm run place -- end KIND KEY --to LAST-DAY
npm run place -- closure NAME --from DAY --to DAY [--station STATION | --area AREA] [--substitute STATION] [--remove]
npm run place -- absence PERSON --from DAY --to DAY [--substitute PERSON] [--remove]
npm run place -- organisation dutyArea=north name=…
npm run place -- numbers [--all]      npm run place -- verified NUMBER --by NAME [--wrong]
npm run place -- check                what of the place is not as it should be; exit 1 when something is
KIND is ${KIND}; of duty the KEY is AREA/PERSON. A PERSON is a username or an id, a DAY is 2026-12-31.
For example: npm run place -- set areas south capacity=12 --from 2027-01-04
             npm run place -- set hours laukaa hours='1-5 08:00-15:00' --from 2027-06-01 --to 2027-08-31`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = {
  ...{ from: text, to: text, by: text, station: text, area: text, substitute: text },
  ...{ instead: flag, remove: flag, all: flag, wrong: flag },
} as const
type Told = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

function kindOf(word: string | undefined): DatedKind {
  const kind = DATED_KINDS.find((one) => one === word)
  if (!kind)
    throw new Error(`“${word ?? ''}” can be changed in no such way. Kinds are ${DATED_KINDS.join(', ')}.`)
  return kind
}
const named = (word: string | undefined): string => {
  if (word === undefined) throw new Error(USAGE)
  return word
}
const findings = ({ store, organisation, clock, spokenOf }: PlaceDeps) =>
  store.read(organisation, (view) => outlook(view, localTime(clock.now()).day, spokenOf()))

/** What was done, and what of the place is not as it should be now. */
async function told(at: PlaceDeps, sentence: string): Promise<Result> {
  const faults = await findings(at)
  return { lines: [sentence, ...faults.map(({ says }) => `But: ${says}`)], code: 0 }
}

/** `flows`: the folder of the content, from which the place was seeded. */
type PlaceAt = PlaceDeps & { flows?: string }
/** The id of who is named by username or id. Nobody's name stays as it was typed: the act refuses it in words. */
const personOf = async ({ store, organisation }: PlaceDeps, name: string): Promise<string> =>
  (await store.read(organisation, (view) => view.people.find(name)))?.person ?? name

/** A key as the tables have it: of a duty, its person may be a username. */
async function keyOf(at: PlaceDeps, kind: DatedKind, word: string | undefined): Promise<string> {
  const key = named(word)
  const [area, person] = key.split('/')
  return kind === 'duty' && person ? `${area}/${await personOf(at, person)}` : key
}

type PlaceCommand = (at: PlaceAt, words: string[], told: Told) => Promise<Result>

const ACTS: Record<string, PlaceCommand> = {
  list: (at, [kind]) => listed(at, kind),
  numbers: (at, _words, { all = false }) => numbersListed(at, all),
  async check(at) {
    const [faults, other] = [await findings(at), await differencesFrom(at.flows ?? 'flows', at)]
    const lines = [...faults.map(({ of, says }) => `${of}: ${says}`), ...other]
    return {
      lines: [...lines, ...(faults.length === 0 ? ['The place is as it should be.'] : [])],
      code: faults.length === 0 ? 0 : 1,
    }
  },
  async set(at, [word, key, ...values], { from: validFrom, to: validTo, instead }) {
    const kind = kindOf(word)
    if (validFrom === undefined) throw new Error('Say from which day on: --from 2027-01-04.')
    const said = { ...valuesOf(values), validFrom, validTo, instead }
    const change = judged<DatedChange>(DATED_CHANGES[kind], said)
    await setFact(at, OPERATOR, kind, await keyOf(at, kind, key), change)
    return told(at, `${kind}/${key} holds so from ${validFrom} ${validTo ? `to ${validTo}` : 'on'}.`)
  },
  async end(at, [word, key], { to: validTo }) {
    const kind = kindOf(word)
    await endFact(at, OPERATOR, kind, await keyOf(at, kind, key), judged(Ending, { validTo }))
    return told(at, `${kind}/${key} ends with ${validTo}.`)
  },
  async closure(at, [name], { from, to, station, area, substitute, remove }) {
    const closure = named(name)
    if (remove) {
      await removeClosure(at, OPERATOR, closure)
      return told(at, `The closure ${closure} is taken back.`)
    }
    const change = judged<ClosureChange>(ClosureChange, { from, to, station, area, substitute })
    await setClosure(at, OPERATOR, closure, change)
    return told(at, `${station ?? (area ? `Area ${area}` : 'Everybody')} is closed from ${from} to ${to}.`)
  },
  async absence(at, [name], { from, to, substitute, remove }) {
    const away = { person: await personOf(at, named(name)), from: named(from) }
    if (remove) {
      await removeAbsence(at, OPERATOR, away)
      return told(at, `${name} is there again.`)
    }
    const standsIn = substitute === undefined ? undefined : await personOf(at, substitute)
    const change = judged<AbsenceChange>(AbsenceChange, { to, substitute: standsIn })
    await setAbsence(at, OPERATOR, away, change)
    const instead = substitute ? `; ${substitute} stands in` : ''
    return told(at, `${name} is away from ${from} to ${to}${instead}.`)
  },
  async organisation(at, values) {
    await setOrganisation(at, OPERATOR, judged<OrganisationChange>(OrganisationChange, valuesOf(values)))
    return told(at, 'It holds at once.')
  },
  async verified(at, [number], { by, wrong = false }) {
    if (!by) throw new Error('Say who called: --by "Anna Virtanen".')
    await verifyNumber(at, OPERATOR, named(number), { reached: !wrong, by })
    return told(
      at,
      wrong ? `${number} leads elsewhere: residents do not see it.` : `${number} is verified by ${by}.`,
    )
  },
}

/**
 * @param args as they were typed
 * @throws Refusal or Error in a sentence
 */
export function runPlace(args: string[], at: PlaceDeps): Promise<Result> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [name = '', ...words] = positionals
  const act = new Map(Object.entries(ACTS)).get(name)
  if (!act) throw new Error(`“${name}” is no act.\n${USAGE}`)
  return act(at, words, values)
}
