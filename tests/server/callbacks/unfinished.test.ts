/** Who asks for a person before the end of the conversation is not a suspect: sound answers are believed as far as they go. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { withdrawLine } from '#core/flow/card.ts'
import type { Answers, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { type Judged, judge } from '../../../server/callbacks/judge.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { candidateOf } from '../../../server/content/publishing/revision-parts.ts'
import { readContent } from '../../../server/content/reading/parse.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, dialogue, helmi, ORGANISATION, settle } from '../../support/people.ts'

const TODAY = '2026-11-24'
/** How far residents come before they ask for a person. */
const BEGUN: Record<string, Answers> = {
  'no answer at all': {},
  'one answer': { topics: ['money'] },
  'two answers, one of them not known': { topics: ['money', 'housing'], coping: 'dontKnow' },
  'three answers': { topics: ['housing'], coping: 4, municipality: '172' },
  'a removed line': withdrawLine(dialogue, { topics: ['money'], coping: 4 }, 'topics', TODAY),
}

/** The conversations that a judge suspects, though nothing in them is wrong. */
const suspected = (by: typeof judge): string[] =>
  Object.entries(BEGUN).flatMap(([name, answers]) =>
    by(dialogue, { answers, on: TODAY }, TODAY).verified ? [] : [name],
  )

describe('the server’s reading of an unfinished conversation', () => {
  it('suspects none of them, and knows that they were not finished', () => {
    expect(suspected(judge)).toEqual([])
    for (const answers of Object.values(BEGUN))
      expect(judge(dialogue, { answers, on: TODAY }, TODAY)).toMatchObject({
        finished: false,
        segment: 'callback',
        branch: 'unfinished',
      })
  })

  it('a judge that asks for the end would suspect them all (red twin)', () => {
    const strict = (...[of, { answers, on }, today]: Parameters<typeof judge>): Judged => {
      const judged = judge(of, { answers, on }, today)
      const isWhole = of !== undefined && replay(of, answers, on).done
      return { ...judged, verified: judged.verified && isWhole }
    }
    expect(suspected(strict)).toEqual(Object.keys(BEGUN))
  })

  it('still suspects what cannot be: left-over answers, no options, days that are none of ours', () => {
    const wrong: [Answers, string][] = [
      [{ coping: 4 }, TODAY],
      [{ topics: ['moon'] }, TODAY],
      [{}, '2025-11-24'],
    ]
    for (const [answers, on] of wrong)
      expect(judge(dialogue, { answers, on }, TODAY)).toMatchObject({ verified: false, finished: true })
  })

  it('leads where the browser’s does, over the published parts and over those of an older revision', () => {
    const published = JSON.parse(
      candidateOf(readContent('flows', 'locales').content).parts.dialogue ?? '{}',
    ) as Dialogue
    const { unfinished: _, ...segment } = published.tables.segment
    const older = { ...published, tables: { ...published.tables, segment } } as Dialogue
    for (const one of [published, older])
      for (const answers of [{}, { needs: ['money'] }, { strip: ['violence'] }] as Answers[]) {
        const card = route(one, replay(one, answers, TODAY), TODAY).headline.then
        expect(card.contact).toBe('first')
        expect(judge(one, { answers, on: TODAY }, TODAY)).toMatchObject({
          verified: true,
          finished: false,
          segment: card.segment,
        })
      }
  })
})

for (const engine of engines)
  describe(`a person at once (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const ask = async (more: Partial<CallbackRequestBody>) => {
      const sent = body(more)
      return { sent, receipt: await submit(deps, ORGANISATION, sent) }
    }
    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it.each(Object.entries(BEGUN))(
      'after %s is received, verified and not finished',
      async (_name, answers) => {
        const { sent, receipt } = await ask({ answers })
        expect(receipt).toMatchObject({ verified: true, finished: false, segment: 'callback' })
        const open = await openRequest(deps, aino, sent.id)
        expect(open.row).toMatchObject({ verified: true, finished: false, area: 'south' })
        expect(open.answers.map(({ address, value }) => [address, value])).toEqual(Object.entries(answers))
        expect(open.row.lifeAreas).toEqual([])
      },
    )

    it('gives the same receipt to a retry', async () => {
      const { sent, receipt } = await ask({ answers: {} })
      expect(JSON.stringify(await submit(deps, ORGANISATION, sent))).toBe(JSON.stringify(receipt))
    })

    it('goes by a row that brings a person first, and keeps what was told in the strip', async () => {
      const { sent, receipt } = await ask({ answers: { strip: ['fear'], topics: [], coping: 1 } })
      expect(receipt).toMatchObject({ verified: true, finished: false, segment: 'social-services' })
      const open = await openRequest(deps, aino, sent.id)
      expect(open).toMatchObject({ row: { flags: 1, attention: ['fear'] }, flags: ['fear'] })
    })

    it('stays what it is when it is handed over', async () => {
      const { sent } = await ask({ answers: {} })
      await transfer(deps, aino, sent.id, { area: 'north' })
      expect((await openRequest(deps, helmi, sent.id)).row).toMatchObject({ verified: true, finished: false })
    })

    it('is counted as unfinished, under no row that decided nothing', async () => {
      const rows = await deps.store.read(ORGANISATION, (view) =>
        rawOf(view).selectFrom('branch_count').select('branch').execute(),
      )
      expect(rows.map(({ branch }) => branch)).toEqual(['unfinished'])
    })

    it('a request of before it was asked counts as finished', async () => {
      const { sent } = await ask({})
      await deps.store.record(ORGANISATION, async (tx) => {
        const row = await tx.requests.find(sent.id)
        if (!row) throw new Error('it was stored')
        const { finished: _, ...summary } = tx.seal.summary(row)
        await tx.requests.change(row, tx.seal.again(row, tx.seal.open(row), summary))
      })
      expect((await openRequest(deps, aino, sent.id)).row.finished).toBe(true)
    })
  })
