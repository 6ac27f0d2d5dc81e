/** The server as plain JavaScript for Node: our own rooms bundled, packages left where npm put them. */
import { build } from 'vite'

/** @param given another folder, and plugins that change the sources on their way: how a red twin gets its broken server */
export async function buildServer({ outDir = 'dist/server', plugins = [] } = {}) {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: 'server/main.ts',
          flows: 'server/flows.ts',
          staff: 'server/staff.ts',
          migrate: 'server/migrate.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  })
}
