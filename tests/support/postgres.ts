/** A real PostgreSQL for the whole run. */
import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

export default async function setup(project: TestProject) {
  const { url, stop } = await startCluster()
  project.provide('postgres', url)
  return stop
}
