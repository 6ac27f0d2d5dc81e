/** `npm run staff -- add --username … --name "…"`: makes a person who can sign in; the password is shown once. */
import { parseArgs } from 'node:util'
import { ROLES, type Role } from '#core/request/choices.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { addStaff } from '../identity/add-people.ts'
import { install, readKeys } from '../installation.ts'
import { localTime } from '../promise/local-time.ts'
import { openStore } from '../store/open.ts'
import { sentenceFor } from './sentence.ts'

const USAGE = `npm run staff -- add --username anna --name "Anna Virtanen" [--title palveluohjaaja]
                     [--roles ${ROLES.join(',')}] [--areas south,north] [--substitute west]
The first person of an installation is an admin unless --roles says otherwise.`

const options = {
  username: { type: 'string' },
  name: { type: 'string' },
  title: { type: 'string' },
  roles: { type: 'string' },
  areas: { type: 'string' },
  substitute: { type: 'string' },
} as const

const list = (text: string | undefined) =>
  text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean) ?? []

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const { username, name, title = '' } = values
  if (positionals.join() !== 'add' || !username || !name) throw new Error(USAGE)
  const roles = list(values.roles)
  const strange = roles.find((role) => !(ROLES as readonly string[]).includes(role))
  if (strange) throw new Error(`There is no role “${strange}”: roles are ${ROLES.join(', ')}.`)
  const [firstName = name] = name.split(' ')
  const areas = { own: list(values.areas), substitute: list(values.substitute) }
  return { username, name, firstName, title, roles: roles as Role[], ...areas }
}

async function add(args: string[]) {
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
    process.stdout.write(`${username} (${roles.join(', ')}) signs in with the password ${password}\n`)
  } finally {
    await store.close()
  }
}

add(process.argv.slice(2)).catch((error: Error & { code?: string }) => {
  const taken = /UNIQUE|23505/.test(`${error.code} ${error.message}`)
  process.stderr.write(taken ? 'That username is taken: choose another.\n' : `${sentenceFor(error)}\n`)
  process.exitCode = 1
})
