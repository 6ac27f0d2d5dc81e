/** Phrases: what people say, by the life area or the advice item that it leads to, or as danger. Each must be a text and lead somewhere. */
import { wordsIn } from '../../match/folded.ts'
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { isRecord, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { firstChoices } from '../tables/advice.ts'
import { goneIn } from '../tables/tables.ts'
import { isDraft } from './translation.ts'

/** The parts of a file, and whether a list of phrases stands in them by name. */
const PARTS: Record<string, 'byName' | 'list'> = { areas: 'byName', advice: 'byName', danger: 'list' }
/** Letters of a phrase: people do not say more in one breath. */
const MOST = 120
/** Fewer of an area are found too seldom: tried with 40, 100 and 200 on sentences that nobody had seen. */
const LEAST = 100

const WARNING = { level: 'warning' } as const

type Sought = Survey & { file: string; seen: Map<string, Path> }

function checkPhrase({ report, file, seen }: Sought, phrase: unknown, path: Path): void {
  const words = typeof phrase === 'string' ? wordsIn(phrase).join(' ') : ''
  if (typeof phrase !== 'string') report('phrase-text', file, path, {})
  else if (phrase.length > MOST) report('phrase-long', file, path, { count: phrase.length, most: MOST })
  else if (words === '') report('phrase-empty', file, path, {})
  if (typeof phrase !== 'string' || words === '') return
  // danger leads nowhere, it raises what answers: what tells of it may stand under its area too
  const key = path[0] === 'danger' ? `!${words}` : words
  const before = seen.get(key)
  seen.set(key, path)
  if (before === undefined) return
  const other = before.slice(0, -1).join(' › ')
  const code = other === path.slice(0, -1).join(' › ') ? 'phrase-twice' : 'phrase-two-ways'
  report(code, file, path, { phrase, other }, WARNING)
}

function checkList(sought: Sought, phrases: unknown, path: Path): void {
  if (!Array.isArray(phrases)) {
    sought.report('phrases-list', sought.file, path, { name: String(path.at(-1)) })
    return
  }
  for (const [index, phrase] of phrases.entries()) checkPhrase(sought, phrase, [...path, index])
  const [part, name = ''] = path
  if (part === 'areas' && phrases.length < LEAST)
    sought.report('phrases-few', sought.file, path, { name, count: phrases.length, least: LEAST }, WARNING)
}

/** Names that phrases may stand under; undefined where nobody knows them, because their own file is broken. */
function namesFor(part: string, survey: Survey): string[] | undefined {
  if (part === 'advice') return Object.keys(survey.content.advice)
  const areas = firstChoices(survey)
  return areas.length > 0 ? areas : undefined
}

function checkPart(sought: Sought, part: string, value: unknown): void {
  const { file, report } = sought
  if (PARTS[part] === undefined) {
    report(
      'phrases-part',
      file,
      [part],
      { name: part, hint: hint(part, Object.keys(PARTS)) },
      { part: 'key' },
    )
    return
  }
  if (PARTS[part] === 'list') {
    checkList(sought, value, [part])
    return
  }
  if (!isRecord(value)) {
    report('phrases-names', file, [part], { name: part })
    return
  }
  const known = namesFor(part, sought)
  for (const [name, phrases] of Object.entries(value)) {
    if (known && !known.includes(name))
      report(
        'phrases-target',
        file,
        [part, name],
        { name, hint: hint(name, known) },
        part === 'advice' ? { part: 'key', of: [goneIn(name)] } : { part: 'key' },
      )
    checkList(sought, phrases, [part, name])
  }
}

/** Matters that have questions of their own: one that is for everything else has nothing that is said of it alone. */
const walkedIn = (survey: Survey): string[] =>
  firstChoices(survey).filter((name) => [...survey.sections.values()].some((needs) => needs.includes(name)))

/** A language that is still being translated is offered to nobody: a slip warns, and that it has few phrases is no news. */
const reportOf = (survey: Survey, language: string): Survey['report'] =>
  !isDraft(survey, language)
    ? survey.report
    : (code, file, path, fill, options) => {
        if (code !== 'phrases-few') survey.report(code, file, path, fill, { ...options, ...WARNING })
      }

/** Checks the phrases of every language that has some. */
export function checkPhrases(survey: Survey): void {
  for (const [language, phrases] of Object.entries(survey.content.phrases)) {
    const file = fileOf.phrases(language)
    if (survey.content.broken.includes(file)) continue
    const sought: Sought = { ...survey, report: reportOf(survey, language), file, seen: new Map() }
    const areas = record(phrases).areas
    if (!isRecord(areas)) sought.report('phrases-names', file, [], { name: 'areas' })
    for (const [part, value] of Object.entries(record(phrases)))
      if (part !== 'areas' || isRecord(value)) checkPart(sought, part, value)
    const bare = isRecord(areas) ? walkedIn(survey).filter((name) => !(name in areas)) : []
    for (const name of bare)
      sought.report(
        'phrases-few',
        file,
        ['areas'],
        { name, count: 0, least: LEAST },
        { ...WARNING, part: 'key' },
      )
  }
}
