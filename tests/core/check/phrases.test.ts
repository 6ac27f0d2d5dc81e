import { describe, expect, it } from 'vitest'
import { check } from '#core/check/check.ts'
import { parseContent } from '../../../server/content/reading/parse.ts'
import { toy } from './toy.ts'

const FILE = 'locales/fi/phrases.yaml'
const many = (name: string) =>
  Array.from({ length: 100 }, (_, at) => `    - ${name} sanonta ${at}\n`).join('')
const GOOD = `areas:
  tea:
${many('tee')}  cake:
${many('kakku')}danger:
  - talo palaa
advice:
  eat:
    - nälkä kurnii
`

/** What the check says of the phrases of a good content, when something in them is put in the place of something else. */
function said(find = '', put = ''): string[] {
  if (!GOOD.includes(find)) throw new Error(`no ${find}`)
  const { content, locate, problems } = parseContent({ ...toy, [FILE]: GOOD.replace(find, put) })
  return check(content, locate, { written: problems })
    .filter(({ file }) => file === FILE)
    .map(({ line, column, says, fix }) => `${line}:${column} ${says} ${fix}`)
}

describe('the check of phrases', () => {
  it('says nothing of good ones', () => {
    expect(said()).toEqual([])
  })

  it.each<[find: string, put: string, told: string]>([
    ['- talo palaa', '- 112', '205:5 This phrase is not a text. Write it between quotation marks: - "112".'],
    [
      'talo palaa',
      'talo '.repeat(30),
      '205:5 This phrase has 149 letters; the limit is 120. Say it as people do, in one breath; or make two phrases of it.',
    ],
    ['talo palaa', '"!!!"', '205:5 This phrase has no letters. Remove the line, or write what people say.'],
    [
      'tee sanonta 1\n',
      'Tee, sanonta 0!\n',
      '4:7 The phrase "Tee, sanonta 0!" stands here twice. Remove one of them.',
    ],
    [
      'kakku sanonta 0\n',
      'tee sanonta 7\n',
      '104:7 The phrase "tee sanonta 7" stands in areas › tea too: it pulls two ways. Keep it where it belongs more, or say it more exactly in both.',
    ],
    [
      '    - nälkä kurnii\n',
      '    nälkä kurnii\n',
      '208:5 Under "eat" there is no list of phrases. Write each phrase on a line of its own that begins with a hyphen and a space.',
    ],
    [
      '  cake:',
      '  cakes:',
      '103:3 Nothing is called "cakes" that phrases could lead to. Did you mean "cake"?',
    ],
    ['  eat:', '  eats:', '207:3 Nothing is called "eats" that phrases could lead to. Did you mean "eat"?'],
    ['danger:', 'dangers:', '204:1 "dangers" is no part of a file of phrases. Did you mean "danger"?'],
    [
      '  eat:\n    - nälkä kurnii\n',
      '  - nälkä kurnii\n',
      '207:3 Under "advice" there are no names with phrases. Write the name of a life area or advice item, a colon, and its phrases below it.',
    ],
    [
      '    - kakku sanonta 99\n',
      '',
      '104:5 The life area "cake" has 99 phrases; below 100 what people write is often not found. Add what you have heard people say, also sentences that do not name the matter.',
    ],
  ])('where %j is written as %j', (find, put, told) => {
    expect(said(find, put)).toEqual([told])
  })

  it.each(['- a\n- b\n', 'areas: [\n', '# nothing\n', 'areas:\n', 'danger: [a]\n', '7\n'])(
    'a file that is no mapping, or has no areas, is told once: %j',
    (text) => {
      const { content, locate, problems } = parseContent({ ...toy, [FILE]: text })
      const told = check(content, locate, { written: problems }).filter(({ file }) => file === FILE)
      expect(told.map(({ says }) => says)).toHaveLength(1)
    },
  )

  it('an area with questions of its own that has no phrases at all is told', () => {
    expect(said(`  tea:\n${many('tee')}`, '')).toEqual([
      '1:1 The life area "tea" has 0 phrases; below 100 what people write is often not found. Add what you have heard people say, also sentences that do not name the matter.',
    ])
  })
})
