/** `npm run bench`: builds what is stale, then measures ours beside the floors. `npm run bench -- start` runs one part. */
import { spawnSync } from 'node:child_process'
import { browsers } from './browser.mjs'

/** @type {import('node:child_process').SpawnSyncOptions & { env: NodeJS.ProcessEnv }} */
const inherit = { stdio: 'inherit', env: { ...process.env, TSX_TSCONFIG_PATH: 'tests/tsconfig.json' } }
const build = spawnSync(process.execPath, ['tools/build.mjs', '--if-stale'], inherit)
if (build.status !== 0) process.exit(build.status ?? 1)
Object.assign(inherit.env, browsers())
const words = ['--import', 'tsx', 'tests/bench/main.ts', ...process.argv.slice(2)]
process.exitCode = spawnSync(process.execPath, words, inherit).status ?? 1
