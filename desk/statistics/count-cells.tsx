/** The cells that say how many: the number, its bar beside the largest, and how many there were before. */
import type { ComponentChildren } from 'preact'
import { say } from '../words/words.ts'
import { Bar } from './bar.tsx'
import { fewWords } from './numbers.ts'

/** @param before `undefined` where there is no period to compare with; `null` where the number is not told */
export const countCells = (
  { count, before }: { count: number | null; before?: number | null | undefined },
  of: number,
): ComponentChildren[] => [
  fewWords(count),
  <Bar key="bar" value={count ?? 0} of={of} before={before === undefined ? undefined : (before ?? 0)} />,
  before === undefined ? say('statistics:noBefore') : fewWords(before),
]
