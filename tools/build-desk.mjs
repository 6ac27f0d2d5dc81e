/** Builds the staff app to `dist/desk`: no inline script or style, so that it runs under the strictest policy. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const house = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Writes `dist/desk/index.html` and hashed assets under `/desk/assets/`. */
export async function buildDesk() {
  await build({
    configFile: false,
    root: path.join(house, 'desk'),
    base: '/desk/',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: path.join(house, 'dist/desk'),
      emptyOutDir: true,
      target: 'es2022',
      cssCodeSplit: false,
      assetsInlineLimit: 0, // a data: address would need its own permission in the policy
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDesk()
