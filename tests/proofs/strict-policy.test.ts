/** The policy of development exists in `tools/dev` alone: nobody can ask a built server for it, nor find anything of it there. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { policyOf, TRUSTED_TYPES } from '../../server/guard/headers.ts'
import { whileWritten } from '../../tools/dev/policy.ts'
import { brokenServer, brokenWidget } from '../support/broken.ts'
import { sqlite } from '../support/databases.ts'
import { long } from '../support/long.ts'
import type { Running } from '../support/process.ts'
import { startServers } from './trials/servers.ts'

/** Whatever programs are asked with to be lax. */
const SWITCHES = {
  NODE_ENV: 'development',
  NODE_OPTIONS: '--conditions=development',
  ENV: 'development',
  MODE: 'development',
  APP_ENV: 'development',
  FASTIFY_ENV: 'development',
  KYNNYS_DEV: '1',
  KYNNYS_ENV: 'development',
  KYNNYS_POLICY: 'development',
  DEV: '1',
  DEVELOPMENT: '1',
  DEBUG: '*',
  VITE: '1',
  VITEST: 'true',
  VITE_DEV: '1',
  VITE_DEV_SERVER_URL: 'http://localhost:5173',
  HMR: '1',
  npm_lifecycle_event: 'dev',
  npm_command: 'run-script',
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** What is laxer than the policy of a built server, document by document. */
async function laxIn(main?: string): Promise<string[]> {
  const servers = await startServers(sqlite, {
    count: 1,
    environment: SWITCHES,
    ...(main !== undefined && { main }),
  })
  closing.push(servers.close)
  const [{ url }] = servers.running as [Running]
  const found: string[] = []
  for (const address of ['/', '/desk/', '/chat/fi?station=laukaa', '/chat/fi/advice', '/chat/fi/request']) {
    const policy = (await fetch(`${url}${address}`)).headers.get('content-security-policy') ?? ''
    const styles = /style-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? ['none']
    const lax = styles.filter((source) => source !== "'self'" && !source.startsWith("'sha256-"))
    if (lax.length > 0 || /unsafe|ws:|\*(?!;| )/.test(policy.replace(/frame-ancestors [^;]*/, '')))
      found.push(`${address}: ${policy}`)
  }
  for (const address of ['/@vite/client', '/widget/app.tsx', '/desk/main.tsx'])
    if ((await fetch(`${url}${address}`)).status !== 404) found.push(address)
  return found
}

const OF_DEVELOPMENT = /@vite\/client|kynnys:(content|words)|__PREFRESH__|whileWritten/
/** What a folder holds of the development server: by its chunk’s name, or by what a script says. */
const developedIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|html)$/.test(name) && !name.startsWith('broken'))
    .filter(
      (name) => /\bhot-/.test(name) || OF_DEVELOPMENT.test(readFileSync(path.join(folder, name), 'utf8')),
    )

describe('the policy of development', () => {
  it('is the strict one but for styles', () => {
    const strict = policyOf({ html: '<style>a{}</style>', framedBy: [], extra: TRUSTED_TYPES })
    const other = whileWritten(strict)
    const without = (policy: string) => policy.replace(/style-src [^;]*/, '')
    expect(without(other)).toBe(without(strict))
    expect(other).toContain("style-src 'self' 'unsafe-inline';")
  })

  it('cannot be had of a built server by any variable of its environment', async () => {
    expect(await laxIn()).toEqual([])
  })

  long('red twin: a server that can be asked for it is found', async () => {
    const asks = {
      file: 'server/guard/headers.ts',
      find: "`style-src 'self'",
      put: "process.env.NODE_ENV === 'development' ? \"style-src 'self' 'unsafe-inline'\" : `style-src 'self'",
    }
    const main = await brokenServer('lax', [asks])
    expect(await laxIn(main)).toHaveLength(5)
  })

  it('and whatever else belongs to it is in nothing that is built', () => {
    expect(developedIn('dist')).toEqual([])
    const { sources } = JSON.parse(readFileSync('dist/server/main.js.map', 'utf8')) as { sources: string[] }
    expect(sources.filter((source) => /^[./]*tools\//.test(source))).toEqual([])
  })

  long('red twin: a widget that brings it along is found', async () => {
    const brings = { file: 'widget/app.tsx', find: 'if (import.meta.hot)', put: 'if (container)' }
    expect(developedIn(await brokenWidget('developed', [brings]))).not.toEqual([])
  })
})
