/** The map of `npm run flows -- --map`: an editor reads it, so nothing of the files' own language remains in it. */
import { describe, expect, it } from 'vitest'
import { conditionText } from '../../server/commands/flows/map/conditions.ts'
import { looked } from '../../server/commands/flows/map/words.ts'
import { mapOf } from '../../server/commands/flows/map.ts'
import { type FileTexts, parseContent, readContent } from '../../server/content/reading/parse.ts'
import { toy } from '../core/check/toy.ts'

const mapFrom = (texts: FileTexts): string[] => mapOf(parseContent(texts).content)
/** The lines from one on, as far as they stand further to the right. */
function under(map: string[], first: string): string[] {
  const from = map.findIndex((line) => line.trim().startsWith(first))
  const depth = (line: string) => line.length - line.trimStart().length
  const to = map.findIndex((line, at) => at > from && depth(line) <= depth(map[from] ?? ''))
  return map.slice(from, to < 0 ? undefined : to).map((line) => line.trim())
}

describe('the map', () => {
  it('says what each step asks, by what it can be answered, and where each answer leads', () => {
    expect(under(mapFrom(toy), 'alone')).toEqual([
      'alone  “Oletko yksin?” · choose one',
      '“Olen” · “En”',
      '→ place, if “En” is chosen',
      '→ place, otherwise',
    ])
    expect(under(mapFrom(toy), 'place')).toEqual([
      'place  “Missä olet?” · write freely · for the coordinator',
      '→ end',
    ])
  })

  it('folds the flow of a need under the words of the need', () => {
    expect(under(mapFrom(toy), 'walk')).toEqual([
      'walk  for each that was chosen in “Mitä haluat?”',
      '“Jotain lämmintä”: tea.yaml',
      'liking  “Maistuuko tee?” · choose from 5, goes well, to 1, cannot manage',
      '→ sugar, if 2 or worse',
      '→ hungry, otherwise',
      'sugar  “Montako palaa sokeria?” · write a number',
      '→ hungry',
      'hungry  “Onko nälkä?” · asked once, by whoever comes to it first',
      '→ end',
      '→ alone',
    ])
  })

  it('draws a flow once that two needs walk, and at the end one that none walks', () => {
    const both = mapFrom({
      ...toy,
      'flows/guidance.yaml': (toy['flows/guidance.yaml'] ?? '').replace(
        '{ tea: tea }',
        '{ tea: tea, cake: tea }',
      ),
      'flows/left.yaml': 'start: over\nsteps: { over: { ask: text, next: done }, done: { end: true } }\n',
    })
    expect(both).toContain('    “Jotain makeaa”: tea.yaml · as above')
    expect(both.filter((line) => line.includes('“Maistuuko tee?”'))).toHaveLength(2) // there, and in a fact
    expect(under(both, 'left.yaml')).toEqual([
      'left.yaml · walked by no need',
      'over  over · write freely',
      '→ end',
    ])
  })

  it('says how a branch or a step ends that names its outcome', () => {
    const named = mapFrom({
      ...toy,
      'flows/guidance.yaml': (toy['flows/guidance.yaml'] ?? '')
        .replace('go: place\n      - go', 'end: gone\n      - go')
        .replace('next: done }', 'next: over }')
        .replace('done: { end: true }', 'over: { end: stays }'),
    })
    expect(under(named, 'alone')).toContain('→ end: gone, if “En” is chosen')
    expect(under(named, 'place')).toContain('→ end: stays')
  })

  it('has the tables: each row with its id, when it holds and what it leads to', () => {
    expect(under(mapFrom(toy), 'segment')).toEqual([
      'segment: the first row that holds',
      'danger: if “Onko hätä?”: “Tuli” or “Vesi” is chosen',
      '→ “Apua” (help) · a person comes first',
      'bitter: if the fact dislikes holds and “Montako palaa sokeria?”: 3 or more',
      '→ “Apua” (help) · a person comes first',
      'unsure: if (not known or not told: at least 1 of the answers, or “Onko hätä?”: not known)',
      '→ “Apua” (help) · a person comes first',
      'otherwise: otherwise',
      '→ “Selvä” (easy) · a person is in reach',
      'unfinished: when somebody stops before the end',
      '→ “Apua” (help) · a person comes first',
    ])
    expect(under(mapFrom(toy), 'facts')).toEqual(['facts', 'dislikes: “Maistuuko tee?”: 2 or worse'])
    expect(under(mapFrom(toy), 'advice')).toEqual([
      'advice: every row that holds',
      'hungry-one: if “Onko nälkä?”: “Kova” is chosen',
      '→ “Syö jotain” (eat)',
    ])
    expect(under(mapFrom(toy), 'attention').at(-1)).toBe('→ “Yksin” (lonely)')
  })

  it('says what is asked in the request, of whom, and that it may be left out', () => {
    const asked = {
      ...toy,
      'flows/guidance.yaml': (toy['flows/guidance.yaml'] ?? '').replace(
        'steps:\n  wishes',
        'request:\n  hungry: { shared: true }\n  way: { ask: text, for: coordinator, when: { alone: together } }\nsteps:\n  wishes',
      ),
      'locales/fi/guidance.json': JSON.stringify({
        ...JSON.parse(toy['locales/fi/guidance.json'] ?? '{}'),
        'way.question': 'Miten tulet?',
      }),
    }
    const map = mapFrom(asked)
    const way =
      'way  “Miten tulet?” · write freely · for the coordinator · in the request, may be left out · asked if “Oletko yksin?”: “En” is chosen'
    expect(map.map((line) => line.trim())).toContain(way)
    expect(map).toContain('  hungry  “Onko nälkä?” · choose one · in the request, may be left out')
    // after the conversation, and not where nobody is asked it
    expect(map.indexOf(`  ${way}`)).toBeGreaterThan(map.findIndex((line) => line.includes('place  “')))
    expect(mapFrom(toy).filter((line) => line.includes('request'))).toEqual([])
  })

  it('says what a row hurries, which step takes the place of the call, what is linked, and of whom advice is not', () => {
    const row = "author: Aino\n      date: '2026-11-02'\n      reason: So."
    const told = mapFrom({
      ...toy,
      'flows/routing.yaml': `${(toy['flows/routing.yaml'] ?? '')
        .replace('[eat]', '[eat]\n      pace: this-week')
        .replace(
          '{ segment: easy, contact: available }',
          '{ segment: easy, contact: available, step: eat }',
        )}linked:
  hit: collect
  rows:
    - id: thirst
      when: { hungry: very }
      then: [tea]
      ${row}
`,
      'flows/advice/eat.yaml': `${toy['flows/advice/eat.yaml']}unless: { alone: together }\n`,
    })
    expect(under(told, 'advice: every').at(-1)).toBe('→ “Syö jotain” (eat) · begin this week')
    expect(under(told, 'otherwise')).toEqual([
      'otherwise: otherwise',
      '→ “Selvä” (easy) · a person is in reach · the next step: “Syö jotain” (eat)',
    ])
    expect(under(told, 'linked')).toEqual([
      'linked: every row that holds',
      'thirst: if “Onko nälkä?”: “Kova” is chosen',
      '→ “Jotain lämmintä”',
    ])
    expect(under(told, 'advice that is')).toEqual([
      'advice that is not for everybody',
      '“Syö jotain” (eat): not if “Oletko yksin?”: “En” is chosen',
    ])
    expect(mapFrom(toy).filter((line) => /begin|next step|linked|not for everybody/.test(line))).toEqual([])
  })

  it('shortens what is long, and keeps the name of what has no words', () => {
    const text = 'Yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän?'
    const long = mapFrom({ ...toy, 'locales/fi/tea.json': JSON.stringify({ 'liking.question': text }) })
    expect(under(long, 'liking')[0]).toMatch(
      /^liking {2}“Yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan …” · /,
    )
    expect(under(long, 'sugar')[0]).toBe('sugar  sugar · write a number')
  })

  it('goes as far as it can with content that is all mistakes', () => {
    for (const broken of [
      '[]',
      '7',
      'start: x\nsteps: { a: 3, b: { ask: 4, next: [7] }, c: { agenda: [], sections: [] } }',
    ])
      expect(mapFrom({ 'flows/guidance.yaml': broken, 'flows/routing.yaml': broken })[0]).toBe(
        'guidance.yaml',
      )
  })

  it('of our own content has every question in its words, and no word of the files’ language', () => {
    const { content } = readContent('flows', 'locales')
    const map = mapOf(content).join('\n')
    for (const { flow, step } of looked(content).questions.values()) {
      const text = String(content.words.fi?.[flow]?.[`${step}.question`])
      expect(map).toContain(`“${text.split(' ').slice(0, 8).join(' ')}`)
    }
    const conditions = map.split('\n').flatMap((line) => / if (.*)| {4}[a-z-]+: (.*)/.exec(line)?.[0] ?? [])
    expect(conditions.length).toBeGreaterThan(140)
    const ours = /\b(size|max|min|unsure|dontKnow|atLeast)\b|[{}[\]]|undefined/
    expect(conditions.filter((line) => ours.test(line.replace(/^ {4}[a-z-]+: /, '')))).toEqual([])
  })
})

describe('a condition in words', () => {
  const survey = looked(parseContent(toy).content)
  const said = (condition: object, own?: string) =>
    conditionText({ survey, needs: ['tea'], ...(own === undefined ? {} : { own }) }, condition)
  const table: [condition: object, sentence: string, own?: string][] = [
    [{}, 'always'],
    [{ alone: 'together' }, '“En” is chosen', 'alone'],
    [{ alone: 'together' }, '“Oletko yksin?”: “En” is chosen'],
    [{ wishes: { any: ['tea', 'cake'] } }, '“Jotain lämmintä” or “Jotain makeaa” is chosen', 'wishes'],
    [{ wishes: { all: ['tea', 'cake'] } }, '“Jotain lämmintä” and “Jotain makeaa” are chosen', 'wishes'],
    [{ wishes: { all: ['tea'] } }, '“Jotain lämmintä” is chosen', 'wishes'],
    [
      { wishes: { none: ['tea', 'cake'] } },
      'none of “Jotain lämmintä” or “Jotain makeaa” is chosen',
      'wishes',
    ],
    [{ wishes: { none: ['tea'] } }, '“Jotain lämmintä” is not chosen', 'wishes'],
    [{ wishes: { size: { max: 0 } } }, 'nothing is chosen', 'wishes'],
    [{ wishes: { size: { min: 1 } } }, 'something is chosen', 'wishes'],
    [{ wishes: { size: { max: 1 } } }, 'at most 1 chosen', 'wishes'],
    [{ wishes: { size: { min: 2 } } }, 'at least 2 chosen', 'wishes'],
    [{ wishes: { size: { min: 1, max: 1 } } }, '1 chosen', 'wishes'],
    [{ wishes: { size: { min: 1, max: 2 } } }, '1 to 2 chosen', 'wishes'],
    [{ liking: { max: 2 } }, '2 or worse', 'tea/liking'],
    [{ liking: { min: 4 } }, '4 or better', 'tea/liking'],
    [{ liking: 3 }, 'it is 3', 'tea/liking'],
    [{ liking: { any: [1, 2] } }, 'it is 1 or 2', 'tea/liking'],
    [{ liking: { none: [1, 2] } }, 'it is not 1 or 2', 'tea/liking'],
    [{ sugar: { min: 1, max: 3 } }, 'from 1 to 3', 'tea/sugar'],
    [{ sugar: { max: { answer: 'liking' } } }, 'the answer to “Maistuuko tee?” or less', 'tea/sugar'],
    [{ sugar: { before: 'on-18y' } }, 'before 18 years before the day of the conversation', 'tea/sugar'],
    [{ sugar: { after: 'on' } }, 'after the day of the conversation', 'tea/sugar'],
    [{ sugar: { after: '2026-01-01' } }, 'after 2026-01-01', 'tea/sugar'],
    [{ place: { where: { area: 'north' } } }, '“Missä olet?”: has area north'],
    [{ alone: { asked: false } }, 'not asked', 'alone'],
    [{ alone: { asked: true, answered: false } }, 'asked and not answered', 'alone'],
    [{ alone: { dontKnow: true } }, 'not known', 'alone'],
    [{ alone: { declined: false } }, "anything but “I don't want to say”", 'alone'],
    [{ liking: { max: 2, unsure: true } }, '2 or worse, or not known, or not told', 'tea/liking'],
    [{ fact: 'dislikes' }, 'the fact dislikes holds'],
    [{ danger: 'any' }, 'any danger is told'],
    [{ danger: ['fire', 'flood'] }, 'danger is told: fire or flood'],
    [{ end: 'gone' }, 'it ends at gone'],
    [
      { count: { each: 'liking', where: { max: 2 } }, atLeast: 2 },
      'in at least 2 of the needs liking: 2 or worse',
    ],
    [{ count: 'dontKnow', atMost: 1 }, 'not known: at most 1 of the answers'],
    [{ not: { alone: 'together' } }, 'not (“Oletko yksin?”: “En” is chosen)'],
    [{ all: [{ fact: 'a' }, { fact: 'b' }] }, 'the fact a holds and the fact b holds'],
    [{ any: [{ fact: 'a' }, { fact: 'b' }] }, '(the fact a holds, or the fact b holds)'],
    [{ nowhere: { wrong: 3 } }, 'nowhere: wrong 3'],
  ]
  for (const [condition, sentence, own] of table)
    it(sentence, () => {
      expect(said(condition, own)).toBe(sentence)
    })

  it('of where somebody lives says so', () => {
    const guidance = (toy['flows/guidance.yaml'] ?? '').replace('ask: text', 'ask: municipality')
    const lives = looked(parseContent({ ...toy, 'flows/guidance.yaml': guidance }).content)
    const here = { survey: lives, needs: [], own: 'place' }
    expect(conditionText(here, { place: { where: { area: 'north' } } })).toBe('lives in area north')
    expect(conditionText(here, { place: '172' })).toBe('“Joutsa” is chosen')
  })
})
