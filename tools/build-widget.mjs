/** The widget's three builds: the loader for host pages, the app with its lazy chunks, and the first screen for the server. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { withoutChatter } from './without-chatter.mjs'

const shared = {
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { 'process.env.NODE_ENV': '"production"' },
}

/** In the order in which the loader reads them. */
const LOADER_WORDS = ['open', 'close', 'failed']

/** The loader's few words in every language: it has no request to spend on them. */
function loaderWords() {
  const words = {}
  for (const language of readdirSync('locales')) {
    const file = path.join('locales', language, 'widget.json')
    // beside the languages stand the notes for translators, with the same file names
    if (language === 'notes' || !existsSync(file) || isDraft(language)) continue
    const all = JSON.parse(readFileSync(file, 'utf8'))
    const said = LOADER_WORDS.map((word) => all[`loader.${word}`])
    if (said.every(Boolean)) words[language] = said
  }
  return words
}

/** A language that is still being translated is offered to nobody. */
const isDraft = (language) => {
  const file = path.join('locales', language, 'language.json')
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).draft === true
}

const neutralPage = () => JSON.parse(readFileSync('locales/fi/widget.json', 'utf8'))['exit.address']

async function buildLoader({ outDir, plugins }) {
  await build({
    ...shared,
    plugins,
    define: {
      ...shared.define,
      LOADER_WORDS: JSON.stringify(loaderWords()),
      NEUTRAL_PAGE: JSON.stringify(neutralPage()),
    },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      cssMinify: 'lightningcss',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      lib: { entry: 'widget/loader.ts', formats: ['iife'], name: 'kynnys', fileName: () => 'widget.js' },
      rolldownOptions: { output: { minify: true } },
    },
  })
}

/** Returns the address of the app's entry module. */
async function buildApp({ outDir, plugins }) {
  rmSync(path.join(outDir, 'assets'), { recursive: true, force: true })
  const [{ output }] = await build({
    ...shared,
    plugins: [withoutChatter(), ...plugins],
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      // a library build leaves out the helper that preloads style sheets: there are none
      lib: { entry: { app: 'widget/app.tsx' }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: false,
        output: {
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          minify: true,
        },
      },
    },
  })
  return `/${output.find((chunk) => chunk.isEntry).fileName}`
}

async function buildFirstScreen({ outDir, plugins }) {
  await build({
    ...shared,
    plugins,
    ssr: { noExternal: true },
    build: {
      ssr: 'widget/first-screen.tsx',
      target: 'node20',
      outDir,
      emptyOutDir: false,
      cssMinify: 'lightningcss',
      rolldownOptions: { output: { entryFileNames: 'first-screen.js', codeSplitting: false } },
    },
  })
}

const cspHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Builds `dist/widget.js`, `dist/assets/*`, `dist/first-screen.js` and `dist/widget-manifest.json`.
 * @param given another folder, and plugins that change the sources on their way: how a red twin gets its broken widget
 */
export async function buildWidget({ outDir = 'dist', plugins = [] } = {}) {
  const to = { outDir, plugins }
  await buildLoader(to)
  const entry = await buildApp(to)
  await buildFirstScreen(to)
  const file = pathToFileURL(path.resolve(outDir, 'first-screen.js'))
  const { styles } = await import(`${file}?${Date.now()}`)
  const manifest = path.join(outDir, 'widget-manifest.json')
  writeFileSync(manifest, JSON.stringify({ entry, styleHashes: styles.map(cspHash) }))
}

if (process.argv[1] === import.meta.filename) await buildWidget()
