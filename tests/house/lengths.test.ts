import { describe, expect, it } from 'vitest'
import { codeFiles, read } from '../support/sources.ts'

const rooms = /^(core|widget|desk|server)\//
const linesOf = (file: string) => read(file).split('\n').length
const tooLong = (files: string[], most: number) =>
  files.map((file) => ({ file, lines: linesOf(file) })).filter(({ lines }) => lines > most)
const percentile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0

describe('the sizes of the house', () => {
  it('no file of the rooms is above 250 lines, no test above 400', () => {
    expect(
      tooLong(
        codeFiles().filter((file) => rooms.test(file)),
        250,
      ),
    ).toEqual([])
    expect(
      tooLong(
        codeFiles().filter((file) => file.startsWith('tests/')),
        400,
      ),
    ).toEqual([])
  })

  it('nine files of ten are at most 150 lines', () => {
    const lengths = codeFiles()
      .filter((file) => rooms.test(file))
      .map(linesOf)
    expect(percentile(lengths, 0.9)).toBeLessThanOrEqual(150)
  })

  it('sees a file that is too long (red twin)', () => {
    expect(tooLong(['package-lock.json'], 250)).toHaveLength(1)
  })
})
