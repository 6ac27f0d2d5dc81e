/** `npm run build`: widget, desk and server to `dist/`, each text file with its brotli beside it. `--if-stale` skips a fresh one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { builtCommands } from './commands.mjs'
import { isStale, sourceHash, stampPath } from './stale.mjs'

process.env.NODE_ENV = 'production'
const LOCK = 'node_modules/.kynnys-build.lock'

/**
 * One build at a time in a tree: a second one waits for the first, and takes over a lock left by a dead process.
 * @param {() => Promise<void>} work
 */
async function locked(work) {
  for (;;) {
    try {
      mkdirSync(LOCK)
      writeFileSync(path.join(LOCK, 'pid'), String(process.pid))
      break
    } catch {
      if (!holderLives()) rmSync(LOCK, { recursive: true, force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    return await work()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

function holderLives() {
  try {
    const file = path.join(LOCK, 'pid')
    if (!existsSync(file)) return Date.now() - statSync(LOCK).mtimeMs < 5000
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/** @param {string} folder */
function compress(folder) {
  for (const one of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, one.name)
    if (one.isDirectory()) compress(file)
    else if (/\.(js|css|html|svg|json)$/.test(one.name)) {
      const body = readFileSync(file)
      const options = {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      }
      writeFileSync(`${file}.br`, brotliCompressSync(body, options))
    }
  }
}

async function build() {
  const from = sourceHash()
  const { buildParts } = await import('./build-parts.mjs')
  rmSync(stampPath, { force: true })
  await buildParts()
  builtCommands('')
  for (const folder of ['dist/assets', 'dist/assisted', 'dist/desk']) compress(folder)
  for (const script of ['dist/widget.js', 'dist/more.js']) compressOne(script)
  writeFileSync(stampPath, from)
}

/** @param {string} file */
function compressOne(file) {
  writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)))
}

await locked(async () => {
  if (process.argv.includes('--if-stale') && !isStale()) return
  await build()
})
