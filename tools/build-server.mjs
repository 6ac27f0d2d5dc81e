/** The server as plain JavaScript for Node: our own rooms bundled, packages left where npm put them. */
import { build } from 'vite'

export async function buildServer() {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      target: 'node20',
      outDir: 'dist/server',
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
