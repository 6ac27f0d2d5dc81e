import { describe, expect, it } from 'vitest'
import type { FileTexts } from '../../../server/content/reading/parse.ts'
import { brief, problemsOf, spoilt, toy, whole } from './toy.ts'

describe('good content', () => {
  it('has no problem', () => {
    expect(problemsOf(toy)).toEqual([])
  })
})

describe('a scale', () => {
  const spoken = (key: string) => {
    const file = 'locales/fi/tea.json'
    const texts = { ...JSON.parse(toy[file] ?? '{}'), [key]: 'Kuin tanssi' }
    return problemsOf({ ...toy, [file]: JSON.stringify(texts) }).map(({ code }) => code)
  }

  it('may have words of its own for its steps, and for no others', () => {
    expect(spoken('liking.options.5')).toEqual([])
    expect(spoken('liking.options.6')).toEqual(['text-unused'])
    expect(spoken('sugar.options.5')).toEqual(['text-unused'])
  })
})

describe('a name', () => {
  it('may be one letter, and a day of a question may be any of the calendar', () => {
    expect(problemsOf(spoilt('flows/advice/eat.yaml', 'owner: Aino', 'owner: A'))).toEqual([])
    const dated = {
      ...spoilt(
        'flows/guidance.yaml',
        'place: { ask: text,',
        "place: { ask: date, after: '2020-02-29', before: on,",
      ),
      'flows/cases.yaml': (toy['flows/cases.yaml'] ?? '').replace('place: Here', "place: '2024-02-29'"),
    }
    expect(problemsOf(dated)).toEqual([])
  })
})

describe('what is merely overdue', () => {
  it('is a warning on a given day, and nothing without one', () => {
    expect(problemsOf(toy, '2027-01-30')).toEqual([])
    expect(
      problemsOf(toy, '2027-05-02').map(({ level, ...problem }) => [level, whole({ level, ...problem })]),
    ).toEqual([
      [
        'warning',
        'flows/advice/eat.yaml:8:11 This was to be checked again by 2027-05-01. Check it against the official page, then write the new days to checkedOn and reviewBy.',
      ],
      [
        'warning',
        'flows/area/lines.yaml:2:94 The number of "emergency" was to be checked again by 2027-01-30. Call it, then write the new verifiedOn and nextCheck.',
      ],
    ])
  })
})

describe('a case that ends elsewhere', () => {
  it('is told beside what is merely overdue, and not beside an error, which would be its cause', () => {
    const elsewhere = spoilt('flows/cases.yaml', 'contact: available, advice', 'contact: first, advice')
    const codes = (texts: FileTexts, today?: string) => problemsOf(texts, today).map(({ code }) => code)
    expect(codes(elsewhere, '2027-05-02')).toEqual(['review-overdue', 'check-overdue', 'case-ends-elsewhere'])
    const broken = { ...elsewhere, 'flows/coffee.yaml': toy['flows/tea.yaml'] ?? '' }
    expect(codes(broken)).toContain('unused-flow')
    expect(codes(broken)).not.toContain('case-ends-elsewhere')
  })
})

describe('advice that nobody has read against its source yet', () => {
  it('is told with a day, and stops nothing', () => {
    const unread = {
      ...toy,
      'flows/advice/eat.yaml': (toy['flows/advice/eat.yaml'] ?? '').replace(/checkedOn: .*\n/, ''),
    }
    expect(problemsOf(unread)).toEqual([])
    expect(problemsOf(unread, '2026-12-01').map(({ level, code }) => [level, code])).toEqual([
      ['warning', 'not-read-yet'],
    ])
  })
})

describe('files', () => {
  it('that are missing, misplaced or misnamed are told', () => {
    const { 'flows/guidance.yaml': _, ...headless } = toy
    expect(problemsOf(headless).map(whole)).toContain(
      'flows/guidance.yaml:1:1 The main flow guidance.yaml is missing. Create flows/guidance.yaml: every conversation begins in it.',
    )
    const { 'flows/routing.yaml': __, ...tableless } = toy
    expect(problemsOf(tableless).map(brief)).toContain('flows/routing.yaml:1:1 file-missing')
    expect(problemsOf({ ...toy, 'flows/Tea Time.yaml': 'a: 1' }).map(brief)).toContain(
      'flows/Tea Time.yaml:1:1 file-name',
    )
    expect(problemsOf({ ...toy, 'flows/tea.yml': 'a: 1' }).map(brief)).toEqual([
      'flows/tea.yml:1:1 file-copy',
    ])
    expect(problemsOf({ ...toy, 'flows/area/cats.yaml': 'a: 1' }).map(brief)).toEqual([
      'flows/area/cats.yaml:1:1 file-unknown',
    ])
    expect(problemsOf({ ...toy, 'flows/cases.yaml': '' }).map(brief)).toEqual([
      'flows/cases.yaml:1:1 file-empty',
    ])
    expect(problemsOf({ ...toy, 'flows/coffee.yaml': toy['flows/tea.yaml'] ?? '' }).map(brief)).toContain(
      'flows/coffee.yaml:1:1 unused-flow',
    )
  })
})

describe('an advice item', () => {
  const advice = JSON.parse(toy['locales/fi/advice.json'] ?? '{}') as Record<string, string>
  const drinks = Object.entries(advice).map(([key, text]) => [key.replace('eat.', 'drink.'), text])
  const two = {
    ...toy,
    'flows/advice/drink.yaml': toy['flows/advice/eat.yaml'] ?? '',
    'locales/fi/advice.json': JSON.stringify({ ...advice, ...Object.fromEntries(drinks) }),
  }

  const given = (ids: string) => (toy['flows/routing.yaml'] ?? '').replace('[eat]', ids)

  it('that no row leads to is told of: nobody would be shown it', () => {
    expect(problemsOf(two).map(({ level, ...problem }) => [level, whole({ level, ...problem })])).toEqual([
      [
        'warning',
        'flows/advice/drink.yaml:1:1 No row of the tables leads to the advice "drink": nobody would be shown it. Name it in a row of advice in flows/routing.yaml, or remove the file.',
      ],
    ])
    const both = { ...two, 'flows/routing.yaml': given('[eat, drink]') }
    const cases = (toy['flows/cases.yaml'] ?? '').replace('advice: [eat]', 'advice: [eat, drink]')
    expect(problemsOf({ ...both, 'flows/cases.yaml': cases })).toEqual([])
  })

  it('is not said to be led to by no row where a row names what is not there, or is not as it should be', () => {
    const codes = (ids: string) =>
      problemsOf({ ...two, 'flows/routing.yaml': given(ids) }).map(({ code }) => code)
    expect(codes('[eat, drnk]')).toEqual(['unknown-advice'])
    expect(codes('eat')).toEqual(['wrong-type'])
  })

  it('belongs to life areas that are texts, and is checked again on the day itself, or on the day it was checked', () => {
    const codes = (old: string, fresh: string, today?: string) =>
      problemsOf(spoilt('flows/advice/eat.yaml', old, fresh), today).map(({ code }) => code)
    expect(codes('lifeAreas: [tea]', 'lifeAreas: [tea, 3]')).toEqual(['needs-quotes'])
    expect(codes("reviewBy: '2027-05-01'", "reviewBy: '2026-11-01'")).toEqual([])
    expect(codes("reviewBy: '2027-05-01'", "reviewBy: '2026-12-01'", '2026-12-01')).toEqual([])
  })

  it('may have a term to appeal, which says whose, how long, and where and when it was read', () => {
    const codes = (appeal: string) =>
      problemsOf(spoilt('flows/advice/eat.yaml', 'owner: Aino', `owner: Aino\nappeal: ${appeal}`)).map(
        ({ code }) => code,
      )
    const read = "source: a made-up page, checkedOn: '2026-11-01'"
    expect(codes(`{ of: kela, days: 37, ${read} }`)).toEqual([])
    expect(codes(`{ of: kela, days: 37, checkedOn: '2026-11-01' }`)).toEqual(['missing-provenance'])
    expect(codes(`{ of: kela, days: 0, ${read} }`)).toEqual(['out-of-range'])
    expect(codes(`{ of: nobody, days: 37, ${read} }`)).toEqual(['not-one-of'])
    expect(codes("{ of: kela, days: 37, source: a made-up page, checkedOn: '2026-02-30' }")).toEqual([
      'day-none',
    ])
  })
})
