/** Builds parts of the house as `vite.config.ts` says. */
import path from 'node:path'
import { build } from 'vite'

const configFile = path.resolve(import.meta.dirname, '../vite.config.ts')

/** What residents get: a broken build of it is one folder. */
export const WIDGET = ['loader', 'more', 'embed', 'app', 'first-screen']
const PARTS = [...WIDGET, 'assisted', 'desk', 'server']

/**
 * @param {object} [given]
 * @param {string[]} [given.parts] modes of `vite.config.ts`, built one after the other; all when not given
 * @param {string} [given.outDir] another folder than theirs
 * @param {import('vite').Plugin[]} [given.plugins] change the sources on their way: how a red twin gets its broken build
 */
export async function buildParts({ parts = PARTS, outDir, plugins = [] } = {}) {
  for (const mode of parts) await build({ configFile, mode, plugins, build: outDir ? { outDir } : {} })
}
