/**
 * How everything is built, one mode a part: `vite build --mode desk`. `npm run build` builds them all, in the order of
 * `PARTS`, with what the tools add around it. Without a build it is how `npm run dev` shows the sources.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { instead, tellAssisted } from './tools/assisted.ts'
import { refresh } from './tools/dev/refresh.ts'
import { lean } from './tools/lean.ts'
import { loaderConstants } from './tools/loader-constants.ts'
import { smaller } from './tools/smaller.ts'

const house = import.meta.dirname
const jsx = { runtime: 'automatic', importSource: 'preact' } as const
const preact: UserConfig = { oxc: { jsx } }
/** Written beside each other into one folder, which no single one of them may empty. */
const widget: UserConfig = { ...preact, publicDir: false, logLevel: 'warn' }
const define = { 'process.env.NODE_ENV': '"production"' }

/** Ring 0: one classic script for host pages, without a request for words or styles of its own. */
const loader = (): UserConfig => ({
  ...widget,
  define: { ...define, ...loaderConstants() },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    cssMinify: 'lightningcss',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    lib: { entry: 'widget/loader.ts', formats: ['iife'], name: 'kynnys', fileName: () => 'widget.js' },
    rolldownOptions: { output: { minify: true } },
  },
})

/** Its second part, a module: fetched only where a page wants more than the button. */
const more = (): UserConfig => ({
  ...widget,
  define,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: 'widget/more.ts', formats: ['es'], fileName: () => 'more.js' },
    rolldownOptions: { output: { minify: true } },
  },
})

/** What the page that makes the snippet has inline. */
const embed = (): UserConfig => ({
  ...widget,
  define,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry: 'widget/embed.ts', formats: ['iife'], name: 'embed', fileName: () => 'embed.js' },
    rolldownOptions: { output: { minify: true } },
  },
})

/** Waited for by the parser, and nothing else: its content never changes, so neither does its name. */
const PAUSE = 'assets/pause-0.js'

/** Clears away the former chunks, and tells the server under which name the page asks for the app. */
const tellEntry = (): Plugin => ({
  name: 'kynnys-entry',
  renderStart: ({ dir = '' }) => rmSync(path.join(dir, 'assets'), { recursive: true, force: true }),
  generateBundle(_options, bundle) {
    const entry = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry)
    this.emitFile({ type: 'asset', fileName: PAUSE, source: '// nothing\n' })
    const source = JSON.stringify({ entry: `/${entry?.fileName}`, pause: `/${PAUSE}` })
    this.emitFile({ type: 'asset', fileName: 'widget-manifest.json', source })
  },
})

type Graph = { getModuleInfo(id: string): { importers: readonly string[] } | null }

/** Whether a module comes along with another, however far from it: what is only imported on demand does not. */
const comesWith = (top: string) => {
  const known = new Map<string, boolean>()
  const comes = (id: string, graph: Graph): boolean => {
    const before = known.get(id)
    if (before !== undefined) return before
    known.set(id, id.endsWith(top))
    const does = id.endsWith(top) || !!graph.getModuleInfo(id)?.importers.some((one) => comes(one, graph))
    known.set(id, does)
    return does
  }
  return comes
}

/** What two chunks share stays whole in the first of them, or each share becomes a chunk of its own and packs worse. */
const whole = () => {
  const [withApp, withLater] = [comesWith('/widget/app.tsx'), comesWith('/widget/later.ts')]
  return (id: string, graph: Graph) => (withApp(id, graph) ? 'app' : withLater(id, graph) ? 'later' : null)
}

/** Rings 2 and 3: the app that takes over in the frame, and what comes in idle time. */
const app = (): UserConfig => ({
  ...widget,
  define,
  plugins: [lean(), smaller(), tellEntry()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    // a library build leaves out the helper that preloads style sheets: there are none
    lib: { entry: { app: 'widget/app.tsx' }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: false,
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: whole(), debugName: 'app and later' }] },
        minify: true,
      },
    },
  },
})

/** The conversation as staff walk it with a caller: a build of its own, so that the chat carries none of it. */
const assisted = (): UserConfig => ({
  ...widget,
  define,
  plugins: [instead(), lean(), smaller(), tellAssisted()],
  build: {
    target: 'es2022',
    outDir: 'dist/assisted',
    emptyOutDir: true,
    lib: { entry: { assisted: 'widget/assisted.tsx' }, formats: ['es'] },
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

/** Ring 1: the pure function from content to pages that the server runs. */
const firstScreen = (): UserConfig => ({
  ...widget,
  define,
  ssr: { noExternal: true },
  build: {
    ssr: 'widget/first-screen.tsx',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    cssMinify: 'lightningcss',
    rolldownOptions: { output: { entryFileNames: 'first-screen.js', codeSplitting: false } },
  },
})

/** The staff app: no inline script or style, so that it runs under the strictest policy. */
const desk = (): UserConfig => ({
  ...preact,
  root: path.join(house, 'desk'),
  base: '/desk/',
  logLevel: 'warn',
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

/** Packages with machine code stay where npm put them. */
const MACHINE_CODE = ['better-sqlite3', '@node-rs/argon2', 'pg-native']

/** What Node runs: our rooms and the packages in a few files; finding and opening a thousand small ones was half of a start. */
const programs = (outDir: string, input: Record<string, string>): UserConfig => ({
  logLevel: 'warn',
  ssr: { noExternal: true, external: MACHINE_CODE },
  build: {
    ssr: true,
    target: 'node20',
    outDir,
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input,
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
    },
  },
})

const server = () => programs('dist/server', { main: 'server/main.ts' })

const NAMES = ['flows', 'translated', 'staff', 'place', 'migrate', 'clock', 'verify']
/** The commands of `npm run …`. `tools/commands.mjs` says into which folder, and when. */
const commands = () =>
  programs('dist/commands', Object.fromEntries(NAMES.map((name) => [name, `server/commands/${name}.ts`])))

/** The sources of both browser rooms, replaced in the open page as they change; `tools/dev` puts the server behind them. */
const development = (): UserConfig => ({
  oxc: { jsx: { ...jsx, refresh: true } },
  appType: 'custom',
  publicDir: false,
  cacheDir: 'node_modules/.cache/vite',
  logLevel: 'warn',
  plugins: [refresh()],
  // all packages are known beforehand: one that is found later would cost the open page its state
  optimizeDeps: {
    entries: ['widget/app.tsx', 'desk/main.tsx'],
    include: ['@prefresh/core', '@prefresh/utils'],
  },
  server: {
    cors: false,
    fs: { allow: ['core', 'desk', 'locales', 'widget', 'node_modules'] },
    watch: { ignored: ['**/{data,dist,docs,tests}/**'] },
  },
})

const parts = { loader, more, embed, app, assisted, 'first-screen': firstScreen, desk, server, commands }

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return development()
  const part = parts[mode as keyof typeof parts]
  if (!part) throw new Error(`--mode must be one of ${Object.keys(parts).join(', ')}, not ${mode}.`)
  return part()
})
