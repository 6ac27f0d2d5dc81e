/** A service that advice sends people to: its number stands with the advice in the chat and in what is taken away, once somebody has called it. */
import { describe, expect, it } from 'vitest'
import type { AdviceItem } from '#core/flow/definition.ts'
import type { PathStep } from '../../../widget/steps/path.ts'
import { tell } from '../../../widget/steps/step-words.ts'
import { speak } from '../../../widget/words/speech.ts'
import { talkBy } from '../../journeys/speaking.ts'
import { loadArea, loadCases, loadWords } from '../../support/content.ts'
import { axeFinds } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'

const NUMBER = '014 555 0101'
const area = loadArea()
const called = { number: NUMBER, verifiedOn: '2026-11-01', verifiedBy: 'Aino', nextCheck: '2027-01-30' }
/** The first line of the area of Laukaa alone has been called. */
const services = area.lines.services?.map((row) =>
  row.service === 'mental-first-line' && row.area === 'north' ? { ...row, ...called, speaks: ['fi'] } : row,
)
const { server, newPage } = withServer({
  area: { ...area, lines: { ...area.lines, services: services ?? [] } },
})

/** Somebody whose mind is heavy, at the result. */
const atResult = async (station: string) => {
  const page = await newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${server.url}/chat/fi?station=${station}`)
  await page.locator('.foot a[target]').first().waitFor()
  const { answers = {} } = loadCases().find(({ id }) => id === 'mind-is-hard') ?? {}
  const { dialogue } = server.content.current()
  await talkBy(page.mainFrame(), 'fi', { dialogue, answers, on: '2026-11-24' })
  await page.locator('.result').waitFor()
  const step = page.locator('#mental-health')
  const before = asked.length
  await step.locator('summary').first().press('Enter')
  return { page, step, asked: () => asked.slice(before) }
}

describe('in the chat', () => {
  it('it stands with the advice, with whom it is for, its hours, and a link that calls; nothing is asked for to show it', async () => {
    const { page, step, asked } = await atResult('laukaa')
    await step.locator(`a[href="tel:${NUMBER.replaceAll(' ', '')}"]`).waitFor()
    const said = await step.innerText()
    expect(said).toContain('Mielenterveys- ja päihdepalvelujen ensilinja')
    expect(said).toContain('ma–to klo 8–16, pe klo 8–15.')
    expect(said).not.toContain('Emme ole tarkistaneet numeroa')
    expect(await axeFinds(page)).toEqual([])
    expect(asked()).toEqual([])
    if (process.env.KYNNYS_PICTURES)
      await step.screenshot({ path: `${process.env.KYNNYS_PICTURES}/service.png` })
  })

  it('it is not shown to those of another area (red twin)', async () => {
    const { page, step } = await atResult('joutsa')
    expect(await step.innerText()).toContain('Emme ole tarkistaneet numeroa')
    expect(await page.getByText(NUMBER).count()).toBe(0)
  })
})

describe('in words, for paper and the file', () => {
  const speech = speak({ lang: 'fi', dir: 'ltr', name: 'suomi' }, loadWords('fi'))
  const item = {
    ...{ provider: 'county', line: 'mental-first-line' },
    link: { fi: 'https://www.hyvaks.fi' },
  } as unknown as AdviceItem
  const step: PathStep = { id: 'mental-health', owner: 'you', when: 'own', because: [], item }
  const estimate = { area: 'north', callers: [], safe: {} }

  it('it is told with its name and hours; without a number, where it is found', () => {
    const known = { ...estimate, services: { 'mental-first-line': { number: NUMBER } } }
    const { number, line } = tell(speech, step, known)
    expect(number).toBe(
      `Mielenterveys- ja päihdepalvelujen ensilinja · ma–to klo 8–16, pe klo 8–15. · ${NUMBER}`,
    )
    expect(line).toEqual({ id: 'mental-first-line', number: NUMBER })
    for (const none of [
      estimate,
      undefined,
      { ...estimate, services: { 'elder-guidance': { number: NUMBER } } },
    ]) {
      const told = tell(speech, step, none)
      expect([told.line, told.number]).toEqual([
        undefined,
        'Emme ole tarkistaneet numeroa. Se on sivulla hyvaks.fi.',
      ])
    }
  })
})
