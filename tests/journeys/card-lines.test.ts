/** What the coordinator gets is the card that the resident saw: with every line, and with each one of them removed in turn. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import { loadWords } from '../support/content.ts'
import { long } from '../support/long.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { fillForm, press, talkThrough } from './resident.ts'

const { server, newPage } = withServer()
let page: Page
beforeAll(async () => {
  page = await newPage()
  await page.goto(`${server.url}/chat/fi?station=laukaa`)
  await talkThrough(page)
  await fillForm(page)
})

type Line = { label: string; text: string }
const readCard = async (): Promise<{ title: string; proposal: string; lines: Line[] }> => ({
  title: await page.locator('.card h3').first().innerText(),
  proposal: await page.locator('.card p').first().innerText(),
  lines: await page.locator('.card li:not(.removed)').evaluateAll((all) =>
    all.map((one) => ({
      label: (one.querySelector('small') as HTMLElement | null)?.innerText ?? '',
      text: (one.querySelector('b') as HTMLElement | null)?.innerText ?? '',
    })),
  ),
})

/** Presses Send on a network that is cut just then, so that the card stays; gives what would have gone. */
async function bodyOfCard(): Promise<CallbackRequestBody> {
  let body: CallbackRequestBody | undefined
  await page.route('**/api/callback-requests', (route) => {
    body = route.request().postDataJSON()
    return route.abort()
  })
  await page.getByRole('button', { name: /^Lähetä/ }).click()
  await page.getByText('Mitään ei kadonnut').waitFor()
  await page.unroute('**/api/callback-requests')
  if (!body) throw new Error('Nothing was sent')
  return body
}

/** Sends it as another resident would, and opens it as the coordinator. */
async function throughServer(body: CallbackRequestBody): Promise<{ receipt: Receipt; opened: OpenRequest }> {
  const id = randomUUID()
  const posted = await server.app.inject({
    method: 'POST',
    url: '/api/callback-requests',
    payload: { ...body, id, code: randomBytes(6).toString('hex') },
  })
  expect(posted.statusCode).toBe(201)
  const { headers } = await server.signIn('helmi')
  const opened = await server.app.inject({ url: `/api/desk/requests/${id}`, headers })
  return { receipt: posted.json(), opened: opened.json() }
}

const shownOf = ({ answers }: OpenRequest) => answers.filter(({ value }) => value !== 'declined')

async function holdsFor(what: string) {
  const card = await readCard()
  const body = await bodyOfCard()
  const { receipt, opened } = await throughServer(body)
  expect(receipt.verified, what).toBe(true)
  expect(receipt.finished, what).toBe(true)
  expect(card.title, what).toBe('Pyydät soittoa')
  expect(card.proposal, what).toContain(loadWords('fi').segments?.[`${receipt.segment}.title`])
  expect(opened.contact, what).toEqual(body.contact)
  // the way and the number share a line; each other fact of the contact has its own
  const { way: _way, phone: _phone, ...others } = body.contact
  const answerLines = card.lines.length - 1 - Object.keys(others).length
  expect(shownOf(opened), what).toHaveLength(answerLines)
  const sent = Object.fromEntries(Object.entries(body.answers).filter(([, value]) => value !== 'declined'))
  expect(Object.fromEntries(shownOf(opened).map(({ address, value }) => [address, value])), what).toEqual(
    sent,
  )
}

describe('the card', () => {
  it('as it stands: what the desk gets equals it, and the server’s route is the one shown', () =>
    holdsFor('whole card'))

  long('with each line removed, one at a time, and taken back', async () => {
    const whole = await readCard()
    const removable = page
      .locator('.card li')
      .filter({ has: page.getByRole('button', { name: /^(Poista|Palauta)/ }) })
    const count = await removable.count()
    expect(count).toBeGreaterThanOrEqual(10)
    for (let at = 0; at < count; at += 1) {
      const line = removable.nth(at)
      const label = await line.locator('small').innerText()
      await line.getByRole('button', { name: /^Poista/ }).click()
      await page.locator('.card').getByText(`Poistettu: ${label}`).waitFor()
      const left = await readCard()
      expect(
        left.lines.map((one) => one.label),
        label,
      ).not.toContain(label)
      await holdsFor(`without “${label}”`)
      await press(page, /^Palauta/)
      expect(await readCard(), label).toEqual(whole)
    }
  })

  long('a server that routed otherwise would be seen (red twin)', async () => {
    const body = await bodyOfCard()
    const { opened } = await throughServer({
      ...body,
      answers: { ...body.answers, 'housing/trouble': 'declined' },
    })
    const sent = Object.entries(body.answers).filter(([, value]) => value !== 'declined')
    expect(shownOf(opened)).not.toHaveLength(sent.length)
  })
})
