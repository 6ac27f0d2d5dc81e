/** The figures as a file for a spreadsheet: semicolons and a mark of its letters, as Finnish ones expect; nothing in it is reckoned. */

import type { Few, FiguresLine, FiguresPage, PeriodFigures } from '#core/contract/statistics.ts'
import { DIMENSIONS } from '#core/request/counted.ts'
import { say } from '../words/words.ts'
import { lineName, periodName, questionName } from './names.ts'
import { attemptsWords, fewWords } from './numbers.ts'
import { DIVIDED, listed, type Part, partsOf } from './parts.tsx'

/** The mark by which a spreadsheet knows that the letters are UTF-8. */
const MARK = '\ufeff'
/** With these a spreadsheet takes a text for a formula. */
const RECKONED = /^[=+\-@\t\r]/

/** One cell: never a formula, and whole whatever stands in it. */
export function cellOf(text: string): string {
  const plain = RECKONED.test(text) ? `'${text}` : text
  return /[;"\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export const fileOf = (rows: readonly (readonly string[])[]): string =>
  `${MARK}${rows.map((row) => row.map(cellOf).join(';')).join('\r\n')}\r\n`

const COLUMNS = [
  ...[
    'table',
    'name',
    'count',
    'before',
    'kept',
    'broken',
    'undated',
    'released',
    'answered',
    'sameDay',
    'later',
    'untried',
  ],
  ...['attemptMedian', 'attemptP90', 'contactMedian', 'contactP90', 'attempts'],
]

const number = (count: number | null | undefined) =>
  count === null || count === undefined ? '' : String(count)

function measured({
  promise,
  firstTry,
  minutesToAttempt,
  minutesToContact,
  attemptsPerReached,
}: FiguresLine | PeriodFigures) {
  const counts: Few[] = [promise.kept, promise.broken, promise.undated, promise.released, promise.answered]
  const tries: Few[] = [firstTry['same-day'], firstTry.later, firstTry.untried]
  return [
    ...[...counts, ...tries].map(fewWords),
    ...[minutesToAttempt?.median, minutesToAttempt?.p90, minutesToContact?.median, minutesToContact?.p90].map(
      number,
    ),
    attemptsPerReached === null ? '' : attemptsWords(attemptsPerReached),
  ]
}

const plainRow = (table: string, { name, count, before }: Part) => [
  ...[table, name, fewWords(count), before === undefined ? '' : fewWords(before)],
]

/** Every table of the page, one below the other, in the words of the desk’s language. */
export function csvOf({ figures, before }: FiguresPage): string {
  if (!figures) return fileOf([])
  const head = COLUMNS.map((name) => say(`statistics:csv.${name}`))
  const whole = periodName(figures)
  const all = [
    say('statistics:csv.all'),
    whole,
    fewWords(figures.count),
    before ? fewWords(before.count) : '',
  ]
  const divided = DIVIDED.flatMap((what) =>
    partsOf(what, figures, before).map((part) => plainRow(say(`statistics:${what}.title`), part)),
  )
  const endings = listed(figures.endings, before?.endings, (id) => say(`statistics:ending.${id}`))
  const unknown = listed(figures.dontKnow, before?.dontKnow, questionName)
  const lines = DIMENSIONS.flatMap((dimension) =>
    listed(figures.lines[dimension], before?.lines[dimension], (id) => lineName(dimension, id)).map(
      (part) => {
        const line = figures.lines[dimension].find(({ id }) => id === part.id)
        return [...plainRow(say(`statistics:lines.${dimension}`), part), ...(line ? measured(line) : [])]
      },
    ),
  )
  return fileOf([
    head,
    [...all, ...measured(figures)],
    ...divided,
    ...endings.map((part) => plainRow(say('statistics:endings.title'), part)),
    ...lines,
    ...unknown.map((part) => plainRow(say('statistics:dontKnow.title'), part)),
    [say('statistics:about.rounded')],
  ])
}

/** Gives it to the person as a file. */
export function saveCsv(page: FiguresPage): void {
  const address = URL.createObjectURL(new Blob([csvOf(page)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `kynnys-${page.figures?.period ?? ''}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
