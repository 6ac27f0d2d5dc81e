/** `npm run staff -- add | list | disable | enable | reset | roles | areas | sessions | end-sessions`: who works here and may sign in. */
import { parseArgs } from 'node:util'
import type { Role } from '#core/request/choices.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { addStaff } from '../identity/add-people.ts'
import { mustBeApart } from '../identity/apart.ts'
import { install, readKeys } from '../installation.ts'
import { localTime } from '../promise/local-time.ts'
import { openStore } from '../store/open.ts'
import { onInstallation, whyNot } from './opened.ts'
import type { Result } from './result.ts'
import { list, rolesIn, runStaff, USAGE } from './staff/command.ts'

const options = {
  username: { type: 'string' },
  name: { type: 'string' },
  title: { type: 'string' },
  roles: { type: 'string' },
  areas: { type: 'string' },
  substitute: { type: 'string' },
} as const

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const { username, name, title = '' } = values
  if (positionals.join() !== 'add' || !username || !name) throw new Error(USAGE)
  const roles = rolesIn(values.roles)
  const [firstName = name] = name.split(' ')
  mustBeApart(roles)
  const areas = { own: list(values.areas), substitute: list(values.substitute) }
  return { username, name, firstName, title, roles, ...areas }
}

async function add(args: string[]): Promise<Result> {
  const asked = readArguments(args)
  const config = readConfig(process.env)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config),
    clock: systemClock,
  })
  try {
    // a public installation may be made here, before its first start
    const { organisation } = await install({
      store,
      config,
      clock: systemClock,
      say: (line) => process.stderr.write(`${line}\n`),
      demo: false,
    })
    const { day } = localTime(systemClock.now())
    const areas = (await store.read(organisation, (view) => view.place.areas(day))).map(({ area }) => area)
    const nowhere = [...asked.own, ...asked.substitute].find((area) => !areas.includes(area))
    if (nowhere) throw new Error(`There is no area “${nowhere}”: areas are ${areas.join(', ')}.`)
    const isFirst = (await store.read(organisation, (view) => view.people.count())) === 0
    const roles: Role[] = asked.roles.length ? asked.roles : isFirst ? ['admin'] : ['coordinator']
    const to = { store, organisation, clock: systemClock }
    const { username, password } = await addStaff({ ...asked, roles }, to)
    return { lines: [`${username} (${roles.join(', ')}) signs in with the password ${password}`], code: 0 }
  } finally {
    await store.close()
  }
}

async function run(args: string[]): Promise<Result> {
  if (args.includes('--help')) return { lines: [USAGE], code: 0 }
  return args[0] === 'add' ? add(args) : onInstallation((at) => runStaff(args, at))
}

run(process.argv.slice(2)).then(
  ({ lines, code }) => {
    process.stdout.write(`${lines.join('\n')}\n`)
    process.exitCode = code
  },
  (error: Error & { code?: string }) => {
    const taken = /UNIQUE|23505/.test(`${error.code} ${error.message}`)
    process.stderr.write(taken ? 'That username is taken: choose another.\n' : `${whyNot(error)}\n`)
    process.exitCode = 1
  },
)
