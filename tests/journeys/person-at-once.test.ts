/** Who asks for a person at once, after no answer or after three, in each language: no outcome is claimed, nobody is suspected. */
import type { Frame, Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import type { Answers } from '#core/flow/definition.ts'
import type { TestApp } from '../support/app.ts'
import { brokenWidget } from '../support/broken.ts'
import { testClock } from '../support/clock.ts'
import { loadDialogue, loadWords } from '../support/content.ts'
import { some } from '../support/evidence.ts'
import { forLong, long } from '../support/long.ts'
import { axeFinds, desktop } from '../support/screen/browser.ts'
import { withApp, withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import { lookOf, PHONES, type Phone, phonesOf } from './phones.ts'
import { openLauncher, photographWhole, press } from './resident.ts'
import { talkBy, type Voice, voiceOf } from './speaking.ts'

const NOW = '2026-11-24T10:00:00+02:00'
const ON = NOW.slice(0, 10)
const dialogue = loadDialogue()
const ANSWERS: Answers = { needs: ['money', 'housing'], asker: 'relative', 'money/trouble': ['rent'] }

const { server, newPage, ownPage } = withServer({ clock: testClock(NOW) })
const hasty = { file: 'widget/request/card.tsx', find: '(finished ? ', put: '(finished || !finished ? ' }
const twin = forLong(() =>
  withApp({ clock: testClock(NOW) }, async () => ({ dist: await brokenWidget('hasty-card', [hasty]) })),
)
let desk: Page
beforeAll(async () => {
  desk = await enterDesk(await ownPage(desktop), server.url)
})

let numbers = 0

/** From “talk to a person” to the card. */
async function toCard(frame: Frame, { t }: Voice) {
  await frame
    .locator('summary')
    .filter({ hasText: t('widget:human.open') })
    .click()
  await press(frame, t('widget:human.request'))
  await frame.getByLabel(t('widget:form.phone'), { exact: true }).fill(`040 765 43${++numbers + 10}`)
  await press(frame, t('widget:form.next'))
  await frame.getByRole('heading', { name: t('widget:card.title') }).waitFor()
}

/** The titles of every outcome a conversation can reach. */
const outcomes = (language: string) =>
  Object.entries(loadWords(language).segments ?? {}).flatMap(([key, text]) =>
    /\.title/.test(key) ? [text] : [],
  )

async function send(page: Page, frame: Frame, { t }: Voice) {
  const sending = page.waitForResponse((one) => one.url().endsWith('/api/callback-requests'))
  await press(frame, t('widget:card.send'))
  const response = await sending
  await frame.getByRole('heading', { name: t('widget:sent.title') }).waitFor()
  return {
    body: response.request().postDataJSON() as CallbackRequestBody,
    receipt: (await response.json()) as Receipt,
  }
}

/** What is saved tells that a person was wanted, and no steps that nobody came to. */
async function readSaved(frame: Frame, { t }: Voice) {
  await frame
    .locator('summary')
    .filter({ hasText: t('widget:save.title') })
    .click()
  const paper = await frame.locator('.paper').innerText()
  expect(paper).toContain(t('widget:card.unfinished'))
  expect(paper).not.toContain(t('widget:path.title'))
}

async function readOnDesk(voice: Voice, id: string) {
  const { t, language } = voice
  await press(desk, loadWords(language).language?.name ?? '')
  const row = desk.locator(`[data-row="${id}"]`)
  await row.getByText(t('desk:row.unfinished')).waitFor()
  await row.getByRole('link').click()
  await desk
    .locator('.request-top .begin')
    .filter({ hasText: t('desk:row.unfinished') })
    .waitFor()
  const said = `${await row.innerText()} ${await desk.locator('.request-view').innerText()}`
  for (const suspicion of [
    'mark.unverified',
    'request.unverified',
    'row.unknownLifeArea',
    'segment.self-service',
  ])
    expect(said).not.toContain(t(`desk:${suspicion}`))
  expect(await axeFinds(desk)).toEqual([])
  return said
}

/** From the host page to the card, after the first answers. */
async function walkToCard(on: TestApp, phone: Phone, most: number) {
  const { language } = phone
  const answers = Object.fromEntries(Object.entries(ANSWERS).slice(0, most)) as Answers
  const voice = voiceOf(language, answers.asker)
  const page = await newPage(lookOf(phone))
  await page.goto(`${on.url}/?language=${language}`)
  const frame = await openLauncher(page, language)
  await talkBy(frame, language, { dialogue, answers: ANSWERS, on: ON, most })
  await toCard(frame, voice)
  return { page, frame, voice, answers }
}

const titleOf = (frame: Frame) => frame.locator('.card h3').innerText()

describe.each(some([0, 3], 2))('a person at once, after %i answers', (most) => {
  const phones = phonesOf(most + 1).map((one) => [one.language, one.width, one] as const)
  it.each(phones)('in %s at %i px: from the first screen to the desk', async (language, width, phone) => {
    const { page, frame, voice, answers } = await walkToCard(server, phone, most)
    const card = await frame.locator('.card').innerText()
    expect(await titleOf(frame)).toBe(voice.t('widget:card.unfinished'))
    for (const outcome of outcomes(language)) expect(card).not.toContain(outcome)
    expect(await axeFinds(frame)).toEqual([])
    const file = `at-once-${most}-${language}-${width}`
    await photographWhole(page, frame, `${file}-card`)
    const { body, receipt } = await send(page, frame, voice)
    expect(body.answers).toEqual(answers)
    expect(receipt).toMatchObject({ verified: true, finished: false, segment: 'callback' })
    await readSaved(frame, voice)
    await photographWhole(page, frame, `${file}-sent`)

    const said = await readOnDesk(voiceOf(language), body.id)
    await photographWhole(desk, desk, `${file}-desk`)
    const { headers } = await server.signIn('helmi')
    const open = await server.app.inject({ url: `/api/desk/requests/${body.id}`, headers })
    const { answers: shown, row } = open.json<OpenRequest>()
    expect(shown.map(({ address, value }) => [address, value])).toEqual(Object.entries(answers))
    expect(row.lifeAreas).toEqual(answers.needs ?? [])
    if (most === 0) expect(said).toContain(voiceOf(language).t('desk:answers.unanswered'))
  })

  long('a card that names an outcome nobody reached is found out (red twin)', async () => {
    const [phone] = PHONES as [Phone]
    const { frame, voice } = await walkToCard(twin, phone, most)
    expect(await titleOf(frame)).not.toBe(voice.t('widget:card.unfinished'))
  })
})
