/** The toy with other lines in it, looked over for one part of the check alone. */
import { reporter } from '#core/check/base/report.ts'
import { type Survey, surveyOf } from '#core/check/base/survey.ts'
import { type FileTexts, parseContent } from '../../../../server/content/reading/parse.ts'
import { toy } from '../toy.ts'

/** What stands once in the files, and what stands there instead. */
export type Change = [old: string, fresh: string]
type Besides = { more?: FileTexts; without?: RegExp; broken?: string[] }

function changed(texts: FileTexts, [old, fresh]: Change): FileTexts {
  const found = Object.entries(texts).filter(([, text]) => text.includes(old))
  const [[file, text] = ['', '']] = found
  if (found.length !== 1 || text.split(old).length !== 2) throw new Error(`"${old}" is not there once`)
  return { ...texts, [file]: text.replace(old, fresh) }
}

/**
 * What this part of the check tells, each as its kind and the way to it, and as sentences.
 * @param broken files that are not as they should be
 */
export function tellerOf(part: (survey: Survey) => void) {
  const problems = (changes: Change[], { more = {}, without, broken = [] }: Besides = {}) => {
    const texts = Object.entries(changes.reduce(changed, { ...toy, ...more }))
    const { content } = parseContent(Object.fromEntries(texts.filter(([file]) => !without?.test(file))))
    const told = reporter((file, path, where) => ({
      file: [file.replace(/^flows\/(.*)\.yaml$/, '$1'), ...path, where].join(' '),
      line: 1,
      column: 1,
    }))
    part(surveyOf(content, told, (file) => !broken.includes(file)))
    return told.problems
  }
  return {
    told: (...given: Parameters<typeof problems>) =>
      problems(...given).map(({ code, file }) => `${code} ${file}`),
    sentences: (...given: Parameters<typeof problems>) =>
      problems(...given).map(({ says, fix }) => `${says} ${fix}`),
    levels: (...given: Parameters<typeof problems>) => problems(...given).map(({ level }) => level),
  }
}
