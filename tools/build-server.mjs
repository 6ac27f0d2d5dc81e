/**
 * The server as plain JavaScript for Node: our rooms and the packages in a few files, because finding and opening a
 * thousand small ones was half of a start. Packages with machine code stay where npm put them.
 */
import { build } from 'vite'

const MACHINE_CODE = ['better-sqlite3', '@node-rs/argon2', 'pg-native']

/** @param given another folder, and plugins that change the sources on their way: how a red twin gets its broken server */
export async function buildServer({ outDir = 'dist/server', plugins = [] } = {}) {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    ssr: { noExternal: true, external: MACHINE_CODE },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: 'server/main.ts',
          flows: 'server/commands/flows.ts',
          staff: 'server/commands/staff.ts',
          migrate: 'server/commands/migrate.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  })
}
