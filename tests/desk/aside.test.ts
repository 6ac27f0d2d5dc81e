/** Many requests from one network, as the desk shows them, on the real server. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { UNREAD } from '#core/design/press.ts'
import { PASSWORD, type PersonName } from '../support/app.ts'
import { asking } from '../support/asking.ts'
import { long } from '../support/long.ts'
import { until } from '../support/process.ts'
import { axeFinds, desktop } from '../support/screen/browser.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { button } from './desk.ts'

const { server, newPage, ownPage } = withServer({ env: { LIMIT_CLAIMS: '100' } })

async function deskOf(username: PersonName, page: Page) {
  await page.goto(`${server.url}/desk/`)
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill(PASSWORD)
  await button(page, 'Kirjaudu').click()
  await page.getByText('Jono ajan tasalla').waitFor()
  return page
}

async function send(municipality = '410') {
  const body = asking(server.content.current().revision)
  const payload = { ...body, answers: { ...body.answers, municipality } }
  const answer = await server.app.inject({ method: 'POST', url: '/api/callback-requests', payload })
  expect(answer.statusCode).toBe(201)
  return { ...body, ...answer.json() } as { id: string; code: string; promise?: object }
}

describe('what stands aside', () => {
  it('is one line with its count; a lead takes it for not real after a second question, and takes that back', async () => {
    const sent: Awaited<ReturnType<typeof send>>[] = []
    while (sent.length < 8) sent.push(await send())
    const beyond = sent.filter(({ promise }) => !promise)
    expect(beyond.length).toBeGreaterThan(1)
    const helmi = await deskOf('helmi', await newPage(desktop))
    const line = (page: Page) => page.locator('details.aside')
    await line(helmi).getByText(`Sivussa ${beyond.length} pyyntöä`).waitFor()
    await line(helmi).locator('summary').click()
    await line(helmi).locator(`[data-row="${beyond[0]?.id}"]`).waitFor()
    expect(await button(helmi, 'Nämä eivät ole oikeita').count()).toBe(0)
    expect(await axeFinds(helmi)).toEqual([])

    const marja = await deskOf('marja', await ownPage(desktop))
    await line(marja).locator('summary').click()
    await button(marja, 'Nämä eivät ole oikeita').click()
    await marja.getByText('samoista verkoista jo jonoon tulleisiin').waitFor()
    await button(marja, 'Kyllä, nämä eivät ole oikeita').click()
    await marja.getByText(`Merkitty epäaidoiksi: ${sent.length}`).waitFor()
    // a colleague's desk hears of it
    await expect.poll(() => line(helmi).count()).toBe(0)
    // what is told of those that stand there is told of nobody now
    expect(await line(marja).innerText()).not.toContain('Joukossa voi olla')
    // whom it was about can be seen by who judges, and each says what its resident reads
    await button(marja, 'Katso niitä').click()
    await line(marja).locator(`[data-row="${beyond[0]?.id}"]`).click()
    await marja.getByText('Tämä on merkitty epäaidoksi').waitFor()
    expect(await axeFinds(marja)).toEqual([])
    await button(marja, 'Palauta ne').click()
    await line(helmi).getByText(`Sivussa ${sent.length} pyyntöä`).waitFor()
  })

  it('opened, leaves the queue below it in sight, and the page where it is', async () => {
    for (let sent = 0; sent < 8; sent += 1) await send()
    const page = await deskOf('helmi', await newPage({ viewport: { width: 1280, height: 640 } }))
    const line = page.locator('details.aside')
    await line.locator('summary').press('Enter')
    await line.locator('.row').nth(6).waitFor()
    const { rows, length, window } = await page.evaluate(() => ({
      rows: document.querySelector('.queue > .rows')?.getBoundingClientRect().toJSON(),
      length: document.documentElement.scrollHeight,
      window: innerHeight,
    }))
    // but for the rounding of a line
    expect(length - window).toBeLessThan(3)
    expect(rows.height).toBeGreaterThan(100)
    expect(rows.bottom - window).toBeLessThan(3)
    expect(await axeFinds(page)).toEqual([])
  })

  long('is judged by keys alone: what was pressed goes, and the focus stays at the line', async () => {
    const line = (await deskOf('marja', await newPage(desktop))).locator('details.aside')
    const page = line.page()
    const press = async (name: string) => {
      await button(page, name).focus()
      // what has just come is not pressed before it can have been read
      await page.waitForTimeout(UNREAD)
      await page.keyboard.press('Enter')
    }
    const isAtHead = () =>
      until('the focus is on the head of the line', () =>
        line.locator('summary').evaluate((head) => head === document.activeElement),
      )
    await line.locator('summary').press('Enter')
    await press('Nämä eivät ole oikeita')
    await until('the focus is on what it means', () =>
      line.evaluate((all) => all.contains(document.activeElement) && document.activeElement?.tagName === 'P'),
    )
    await press('Peruuta')
    await isAtHead()
    await press('Nämä eivät ole oikeita')
    await press('Kyllä, nämä eivät ole oikeita')
    await line.getByText('Merkitty epäaidoiksi').waitFor()
    await isAtHead()
    await press('Palauta ne')
    await button(page, 'Nämä eivät ole oikeita').waitFor()
    await isAtHead()
  })
})
