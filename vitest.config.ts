import { defineConfig } from 'vitest/config'
import { writeInMemory } from './tests/support/scratch.ts'

writeInMemory()

/** A limit tells that something hangs, never that it is slow: far from the usual time, also where much else runs. */
const PATIENCE = 300_000
const node = {
  environment: 'node',
  testTimeout: PATIENCE,
  hookTimeout: PATIENCE,
  expect: { poll: { timeout: PATIENCE / 2 } },
} as const
const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const

/** One project a room; `store`, `server` and `journeys` get a real PostgreSQL, `journeys` a real browser; `proofs` are slow trials in short. */
export default defineConfig({
  test: {
    // on any machine: most of them wait for a server or a browser of their own, and what is tried there wants the time
    maxWorkers: 2,
    // ten thousand walks make much that is soon forgotten
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      {
        ...jsx,
        test: {
          ...node,
          name: 'core',
          isolate: false,
          include: ['tests/{core,flows,locales}/**/*.test.{ts,tsx}'],
        },
      },
      {
        ...jsx,
        test: {
          ...node,
          name: 'house',
          isolate: false,
          include: ['tests/house/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts'],
        },
      },
      {
        ...jsx,
        test: {
          ...node,
          name: 'server',
          isolate: false,
          include: ['tests/server/**/*.test.ts', 'tests/store/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts', 'tests/support/postgres.ts'],
        },
      },
      {
        ...jsx,
        test: {
          ...node,
          name: 'proofs',
          isolate: false,
          include: ['tests/proofs/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts', 'tests/support/postgres.ts'],
        },
      },
      {
        ...jsx,
        test: {
          ...node,
          // a real browser beside other work on two cores: what fails twice fails
          retry: 1,
          name: 'journeys',
          // a condition is waited for as long as a very busy machine needs, not for one second
          expect: { poll: { timeout: 30_000 } },
          // no test of a screen changes a module: they are loaded once
          isolate: false,
          include: ['tests/journeys/**/*.test.ts', 'tests/widget/**/*.test.ts', 'tests/desk/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts', 'tests/support/postgres.ts'],
        },
      },
    ],
  },
})
