/**
 * What an editor is told of slips in our own content: refused or accepted as it should be, one cause each, at its place. In short
 * every sixth; all of them with `npm run evidence`.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { check } from '#core/check/check.ts'
import { parseContent } from '../../server/content/reading/parse.ts'
import { type ParsedText, parseText } from '../../server/content/reading/parse-text.ts'
import { folderTexts } from '../../server/content/reading/read-folder.ts'
import { size, tell } from '../support/evidence.ts'
import type { Breakage, Texts } from './breakages/breakage.ts'
import { editors } from './breakages/editors.ts'
import { flows } from './breakages/flows.ts'
import { rest } from './breakages/rest.ts'
import { texts as words } from './breakages/words.ts'

const { texts } = folderTexts({ flows: 'flows', locales: 'locales' })
const known = new Map<string, ParsedText>()
/** Of some two hundred files only the spoilt one is read anew. */
function read(text: string, file: string, json: boolean): ParsedText {
  const key = `${file}\n${text}`
  const parsed = known.get(key) ?? parseText(text, file, json)
  known.set(key, parsed)
  return parsed
}

function told(spoilt: Texts) {
  const { content, locate, problems } = parseContent(spoilt, undefined, read)
  return check(content, locate, { written: problems })
}

const all: Breakage[] = [...flows, ...words, ...rest, ...editors]
const tried = all.filter((_, index) => size(index % 6 === 0, true))

describe('a slip in our own content', () => {
  let right = 0
  afterAll(() => {
    if (right === all.length)
      tell('breakages', 'slips in our own content', { slips: all.length, right, 'lines for one slip': 1 })
  })

  it.each(tried.map((one) => [one.name, one] as const))('%s', (_, { spoil, code, file, line, level }) => {
    const spoilt = spoil(texts)
    const problems = told(spoilt)
    if (code === undefined) expect(problems).toEqual([])
    else {
      expect(problems.map((one) => [one.code, one.file, one.level])).toEqual([[code, file, level]])
      const at = (spoilt[file] ?? '').split('\n')[(problems[0]?.line ?? 0) - 1]
      if (line !== undefined) expect(at).toContain(line)
      // a sentence whose own names were not filled in; single brackets are what one of the slips is about
      for (const { says, fix } of code === 'name-open' || code === 'name-unfilled' ? [] : problems)
        expect(`${says} ${fix}`).not.toMatch(/\{\w+\}|undefined|\[object/)
    }
    right += 1
  })

  it('is told once for each place where nothing is folded (red twin)', () => {
    const slip = all.find(({ name }) => name === 'a renamed option') as Breakage
    const [problem] = told(slip.spoil(texts))
    expect(problem?.more?.length).toBeGreaterThan(50)
  })
})
