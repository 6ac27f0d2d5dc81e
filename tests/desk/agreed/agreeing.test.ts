/** What was agreed is written at the desk: with what is known filled in, whole, and never over a colleague’s unseen. */
import { describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { firstQuestions } from '../../../desk/callbacks/request/plan/first-questions.tsx'
import { loadWords } from '../../support/content.ts'
import { axeFinds } from '../../support/screen/browser.ts'
import { button, inReach, openRow, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const { arrive, enterDesk, fake } = withDesk()
const { guidance = {}, money = {} } = loadWords()

const held = (more: Partial<OpenRequest> = {}, row: Partial<OpenRequest['row']> = {}) =>
  request({
    row: {
      status: 'reached',
      takenBy: { id: 'p1', firstName: 'Helmi' },
      takenUntil: new Date(Date.now() + 1_800_000).toISOString(),
      ...row,
    },
    more,
  })
const goal = { address: 'goal', flow: 'guidance', step: 'goal', value: 'Joku lukisi kirjeet kanssani.' }

async function writing(one: OpenRequest) {
  arrive(one)
  const page = await enterDesk()
  await button(page, 'Kaikki 1').click()
  await openRow(page, one)
  await (await inReach(page, 'Kirjoita, mitä sovitte')).click()
  await page.getByText('Mitä sovitte?').waitFor()
  return page
}

describe('what was agreed', () => {
  it('begins with what the resident told, is written with its steps, and then stands in the request', async () => {
    const one = held({ answers: [goal] })
    const page = await writing(one)
    expect(await page.getByLabel('Asukkaan tavoite').inputValue()).toBe(goal.value)
    await button(page, 'Lisää askel').click()
    await page.getByLabel('Mitä tehdään?').fill('Hakee asumistukea')
    await page.getByLabel('Missä vaiheessa?').selectOption('started')
    expect(await axeFinds(page)).toEqual([])
    const sent = page.waitForRequest((asked) => asked.url().endsWith('/plan'))
    await button(page, 'Tallenna sovitut asiat').click()
    expect((await sent).postDataJSON()).toEqual({
      goal: goal.value,
      steps: [{ what: 'Hakee asumistukea', owner: 'resident', state: 'started' }],
      parties: [],
      version: 1,
    })
    await page.locator('.steps').getByText('Hakee asumistukea – asukas, alkanut').waitFor()
    await page.locator('[data-fact="plan.goal"]').getByText(goal.value).waitFor()
  })

  it('is kept when the form is left by another way, and a colleague’s version is shown before it is written over', async () => {
    const one = held()
    const page = await writing(one)
    await page.getByLabel('Asukkaan tavoite').fill('Oma teksti')
    const theirs = { goal: 'Toisen teksti', steps: [], parties: [] }
    Object.assign(fake.state.requests.get(one.row.id) as OpenRequest, { plan: theirs, version: 2 })
    await button(page, 'Tallenna sovitut asiat').click()
    await page.getByText('Työkaveri muutti sovittuja asioita').waitFor()
    expect(await page.getByLabel('Asukkaan tavoite').inputValue()).toBe('Oma teksti')
    // pressed again it is still not written over
    await button(page, 'Tallenna sovitut asiat').press('Enter')
    await page.getByText('Valitse ensin, kumpaa versiota käytät.').waitFor()
    expect(fake.state.requests.get(one.row.id)?.plan).toEqual(theirs)
    await button(page, 'Käytä omaa versiotani').click()
    await button(page, 'Tallenna sovitut asiat').click()
    await page.locator('[data-fact="plan.goal"]').getByText('Oma teksti').waitFor()
  })

  it('says that nobody is named yet for one who may need special support, and keeps them from being handed over to nobody', async () => {
    const one = held({}, { attention: ['special-support'] })
    arrive(one)
    const page = await enterDesk()
    await button(page, 'Kaikki 1').click()
    await openRow(page, one)
    await page.locator('[data-fact="plan.worker"]').getByText('Ei vielä nimetty').waitFor()
    await button(page, 'Päätä pyyntö').click()
    await page.locator('input[value="handed-over-social"]').check()
    await page
      .locator('.notice')
      .getByText('Kirjaa ensin sovittuihin asioihin vastuutyöntekijän nimi')
      .waitFor()
    expect(await page.locator('.act-form [type=submit]').getAttribute('aria-disabled')).toBe('true')
  })
})

describe('what to ask first', () => {
  it('is what was not known and what was left open, three at most, and nothing once they have talked', async () => {
    const one = request()
    arrive(one)
    const page = await enterDesk()
    await openRow(page, one)
    const asked = page.locator('.first-questions li')
    expect(await asked.count()).toBe(3)
    // asked for a near one, in the words for a near one
    expect(await asked.nth(0).innerText()).toBe(money['coping.question_relative'])
    expect(await asked.nth(2).innerText()).toBe(guidance['goal.question'])
    expect(firstQuestions(held())).toEqual([])
  })
})
