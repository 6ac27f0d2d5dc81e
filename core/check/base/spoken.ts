/** Problems in the language of whoever reads them. */
import { type Code, phrase, type Sentences, said, sentencesOf } from '../said/saying.ts'
import type { Problem } from './problem.ts'

/** The same problem, and what is folded under it, in a language. */
export function problemIn(problem: Problem, by: Sentences): Problem {
  const { code, fill, names, more } = problem
  const words = sentencesOf(code as Code, fill, by, names)
  return { ...problem, ...words, ...(more ? { more: more.map((one) => problemIn(one, by)) } : {}) }
}

const PLACES = 3
/** “(and 106 places more)”; of another kind than the first, the first places are named. */
export function andMore({ code, more = [] }: Problem, by?: Sentences): string {
  const others = [
    ...new Set(more.filter((one) => one.code !== code).map(({ file, line }) => `${file}:${line}`)),
  ]
  const fill = { count: more.length, places: others.slice(0, PLACES).join(', ') }
  const among = others.length > 0 ? phrase('andAmong', fill) : ''
  return said(phrase(more.length === 1 ? 'andOneMore' : 'andMore', { ...fill, among }), by)
}
