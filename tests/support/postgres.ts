/** A real PostgreSQL for the whole run. */
import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'
import { prepare } from './databases.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

export default async function setup(project: TestProject) {
  const { url, stop } = await startCluster()
  await prepare(url)
  project.provide('postgres', url)
  return stop
}
