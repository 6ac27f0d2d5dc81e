export type RunReport = {
  figures: { passed: number; failed: number; skipped: number }
  /** names of tests that failed and then passed */
  secondTries: string[]
  /** milliseconds by project */
  rooms: { name: string; files: number; sum: number; wall: number }[]
  slowest: { file: string; time: number }[]
}
export function runTests(
  words: string[],
  env: Record<string, string>,
  options?: { reporter?: string; stdio?: 'inherit' | 'ignore' },
): RunReport
export function saidOf(report: RunReport): string
