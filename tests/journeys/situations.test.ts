/** The same situations in each language, from a web page to the desk: the same answers, the same outcome, nothing left in Finnish. */

import type { Frame, Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { STRIP } from '#core/flow/words.ts'
import { byWhen } from '#core/say/time.ts'
import { speak } from '../../widget/words/speech.ts'
import { callsOf } from '../desk/pressing.ts'
import type { TestApp } from '../support/app.ts'
import { testClock } from '../support/clock.ts'
import { loadArea, loadDialogue, loadWords } from '../support/content.ts'
import { size } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { axeFinds, desktop } from '../support/screen/browser.ts'
import { bring, seeCard } from '../support/screen/request-form.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import { openLauncher, photograph, photographWhole } from './resident.ts'
import { type Fill, SITUATIONS, type Situation } from './situations.ts'
import { finnishIn, saidBefore, talkBy, tellInRequest, type Voice, voiceOf } from './speaking.ts'

const LANGUAGES = ['fi', 'sv', 'en']
/** A Tuesday morning: the stations are open, and a call is promised for the same day. */
const NOW = '2026-11-24T10:00:00+02:00'
const ON = NOW.slice(0, 10)
const dialogue = loadDialogue()
/** All six; or in short the three whose forms ask the most, one of them in each language. */
const walked = SITUATIONS.filter(({ name }) => size(['violence at home'].includes(name), true))
const languagesOf = (at: number) => LANGUAGES.filter((_, index) => size(index === at % 3, true))
/** The desk reads in another language than the resident writes. */
const deskLanguage = (language: string) =>
  LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] as string

/** Nobody meets a day that those before them have filled. */
const seed = loadArea()
const area = { ...seed, areas: seed.areas.map((one) => ({ ...one, capacity: 60 })) }
const { server, newPage, ownPage } = withServer({ clock: testClock(NOW), area })
let desk: Page
let staff: Awaited<ReturnType<TestApp['signIn']>>
beforeAll(async () => {
  staff = await server.signIn('helmi')
  desk = await enterDesk(await ownPage(desktop), server.url)
})

async function openIn(language: string) {
  const page = await newPage()
  await page.goto(`${server.url}/?language=${language}`)
  return { page, frame: await openLauncher(page, language) }
}

const press = (place: Page | Frame, name: string) =>
  place.getByRole('button', { name, exact: true }).first().click()
const heading = (place: Page | Frame, name: string) => place.getByRole('heading', { name, exact: true })

/** Nobody is shut out, and nothing is left in another language. */
async function isClean(frame: Frame, language: string, screen: string, theirs: string[] = []) {
  expect(await frame.locator('.room').innerText()).toContain(screen)
  expect(await axeFinds(frame), screen).toEqual([])
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe(language)
  expect(await finnishIn(frame, language, theirs), screen).toEqual([])
}

async function tickStrip(frame: Frame, { t }: Voice, flags: string[]) {
  await frame
    .locator('summary')
    .filter({ hasText: t('widget:strip.open') })
    .click()
  for (const flag of flags)
    await frame.getByRole('checkbox', { name: t(`guidance:strip.options.${flag}`), exact: true }).check()
}

/** A number that nobody else has: requests from one number would be folded into one row. */
let numbers = 0
const newNumber = () => `040 123 ${4500 + ++numbers}`

function whereOf(frame: Frame, { t }: Voice, one: Fill) {
  if ('label' in one) return frame.getByLabel(t(one.label), { exact: true })
  if ('number' in one) return frame.getByLabel(t(one.number), { exact: true })
  // what need not be answered says so beside its question
  const group = frame.getByRole('group', { name: t(one.legend) })
  return group.getByRole('radio', { name: t(one.option), exact: true })
}

/** What stands on this screen of the form is filled in, and then what the other one asks. */
async function fillAll(frame: Frame, voice: Voice, all: Fill[]) {
  const left = [...all]
  while (left.length > 0) {
    const there = await Promise.all(left.map((one) => whereOf(frame, voice, one).count()))
    const at = Math.max(
      there.findIndex((count) => count > 0),
      0,
    )
    const [one] = left.splice(at, 1) as [Fill]
    const field = await bring(frame, whereOf(frame, voice, one))
    await ('legend' in one ? field.check() : field.fill('text' in one ? one.text : newNumber()))
  }
}

/** Sends what the card shows. @returns what went, and what came back */
async function send(page: Page, frame: Frame, { t }: Voice) {
  const sending = page.waitForResponse((one) => one.url().endsWith('/api/callback-requests'))
  await press(frame, t('widget:card.send'))
  const response = await sending
  expect(response.status()).toBe(201)
  await heading(frame, t('widget:sent.title')).waitFor()
  return {
    body: response.request().postDataJSON() as CallbackRequestBody,
    receipt: (await response.json()) as Receipt,
  }
}

/** What people wrote themselves, in whatever language. */
const written = ({ form, ownWords }: Situation) => [
  ...form.flatMap((one) => ('text' in one ? [one.text] : [])),
  ...Object.values(ownWords),
]
const titlesOf = (voice: Voice, ids: string[]) => ids.map((id) => voice.t(`advice:${id}.title`))

/** Where the conversation alone leads: what is told in the request may lead elsewhere. */
function resultOf({ of }: Situation) {
  const { headline, advice } = route(dialogue, replay(dialogue, saidBefore(dialogue, of.answers, ON), ON), ON)
  return { segment: headline.then.segment, advice: advice.map(({ id }) => id) }
}

/** The result says where to turn, every piece of advice with its reason, and a person. */
async function readResult(frame: Frame, voice: Voice, situation: Situation) {
  const { segment, advice } = resultOf(situation)
  await heading(frame, voice.t(`segments:${segment}.title`)).waitFor()
  // what is folded is one press away
  for (const folded of await frame.locator('.result .why > summary, .result .rest > summary').all())
    await folded.click()
  // of another language the words of advice come a moment later
  const titles = [...titlesOf(voice, advice), voice.t('widget:three.titleOther')]
  await expect.poll(() => frame.getByRole('heading').allInnerTexts()).toEqual(expect.arrayContaining(titles))
  const said = await frame.locator('.room').innerText()
  for (const line of voice.t(`segments:${segment}.text`).split('\n')) expect(said).toContain(line)
  expect(
    await frame.getByRole('button', { name: voice.t('widget:offer.ask'), exact: true }).isVisible(),
  ).toBe(true)
}

/** From the result to the card, in the person’s own words. @returns those words */
async function toCard(frame: Frame, voice: Voice, situation: Situation, look = async () => {}) {
  const { of, form, ownWords, guarded } = situation
  await press(frame, voice.t('widget:offer.ask'))
  await heading(frame, voice.t('widget:form.title')).waitFor()
  const text = ownWords[voice.language] as string
  const tell = () => tellInRequest(frame, voice.language, { dialogue, answers: of.answers, on: ON })
  // in fear the screen with it comes first
  if (guarded) await tell()
  await fillAll(frame, voice, [...form, { label: 'widget:form.ownWords', text }])
  if (!guarded) await tell()
  await look()
  await seeCard(frame)
  await heading(frame, voice.t('widget:card.title')).waitFor()
  // where the request itself has led elsewhere, the card says so
  expect(await frame.locator('.card').innerText()).toContain(voice.t(`segments:${of.ends.segment}.title`))
  return text
}

/** From the host page to the promise. */
async function ask(situation: Situation, language: string) {
  const { of, name } = situation
  const voice = voiceOf(language, of.answers.asker)
  const { page, frame } = await openIn(language)
  const file = (screen: string) => `${name.replaceAll(' ', '-')}-${language}-${screen}`
  await photograph(page, file('1-first'))
  const flags = of.answers[STRIP]
  if (Array.isArray(flags)) {
    await tickStrip(frame, voice, flags)
    await photograph(page, file('1-strip'))
    await press(frame, voice.t('widget:strip.back'))
  }
  const look = async (_: unknown, at: number) => {
    if (at === 2) await photograph(page, file('2-question'))
  }
  await talkBy(frame, language, { dialogue, answers: of.answers, on: ON, look })
  await readResult(frame, voice, situation)
  await photographWhole(page, frame, file('3-result'))
  await isClean(frame, language, voice.t(`segments:${resultOf(situation).segment}.title`))
  const own = await toCard(frame, voice, situation, () => photographWhole(page, frame, file('4-form')))
  await photographWhole(page, frame, file('5-card'))
  await isClean(frame, language, own, written(situation))
  const { body, receipt } = await send(page, frame, voice)
  await photographWhole(page, frame, file('6-sent'))
  const when = byWhen(
    speak({ lang: language, dir: 'ltr', name: language }, loadWords(language)),
    receipt.promise ?? { day: '2000-01-01', by: '00:00' },
  )
  const context = body.contact.way
  const promised =
    receipt.safeTime === 'words'
      ? voice.t('widget:promise.safe')
      : voice.t('widget:sent.promise', { when, context })
  expect(await frame.locator('.promise').innerText()).toBe(promised)
  expect(receipt.safeTime).toBe(situation.guarded ? 'words' : undefined)
  expect(await finnishIn(frame, language, written(situation))).toEqual([])
  return { id: body.id, body, receipt }
}

/** The number is its holder's: who waits is taken first; where a call at the wrong time is dangerous, when it is safe is read before. */
async function findNumber({ guarded }: Situation, { t }: Voice) {
  const number = desk.locator('a[href^="tel:"], a[href^="sms:"]')
  if (guarded) {
    const warning = desk.getByRole('note', { name: t('desk:safety.label'), exact: true })
    expect(await warning.isVisible()).toBe(true)
    expect(await number.count()).toBe(0)
    await press(desk, t('desk:contact.takeReveal'))
  } else {
    await callsOf(desk)
    await desk.locator('.take-call').click()
  }
  await number.waitFor()
}

/** The request as it stands on a desk of another language. */
async function readOnDesk(situation: Situation, language: string, id: string, reference: string) {
  const voice = voiceOf(deskLanguage(language), situation.of.answers.asker)
  await press(desk, loadWords(voice.language).language?.name ?? '')
  await desk.locator(`[data-row="${id}"] a`).click()
  await heading(desk, voice.t('desk:request.title', { reference })).waitFor()
  const text = await desk.locator('.request-view').innerText()
  const own = situation.ownWords[language] as string
  for (const words of [
    own,
    voice.t(`desk:segment.${situation.of.ends.segment}`),
    ...titlesOf(voice, situation.of.ends.advice ?? []),
    ...situation.desk(voice),
  ])
    expect(text).toContain(words)
  expect(await finnishIn(desk, voice.language, written(situation))).toEqual([])
  await findNumber(situation, voice)
  await photographWhole(desk, desk, `${situation.name.replaceAll(' ', '-')}-${language}-7-desk`)
}

/** What must be the same whatever the language: the answers, the way they led, and whose request it is. */
async function outcomeOf(id: string) {
  const { headers } = staff
  const answer = await server.app.inject({ url: `/api/desk/requests/${id}`, headers })
  const { row, answers, flags, because, attention, advice } = answer.json<OpenRequest>()
  const { area, lane, segment, municipality, verified, dontKnow, way } = row
  return {
    area,
    lane,
    segment,
    municipality,
    verified,
    dontKnow,
    way,
    answers,
    flags,
    because,
    attention,
    advice,
  }
}

describe.each(walked)('$name', (situation) => {
  const outcomes: Record<string, Awaited<ReturnType<typeof outcomeOf>>> = {}

  const languages = languagesOf(walked.indexOf(situation))
  it.each(languages)(
    'in %s leads from a web page to a promised call and a desk that knows',
    async (language) => {
      const { id, receipt } = await ask(situation, language)
      await readOnDesk(situation, language, id, receipt.reference)
      const outcome = await outcomeOf(id)
      expect(outcome.verified).toBe(true)
      outcomes[language] = outcome
    },
  )

  it('ends the same in every language, where the described situation says', () => {
    expect(Object.keys(outcomes)).toEqual(languages)
    const [one, ...others] = Object.values(outcomes)
    for (const other of others) expect(other).toEqual(one)
    const { answers, ends } = situation.of
    const { segment, advice = [], attention = [] } = ends
    const { municipalities, organisation } = seed
    const served = municipalities.find(({ municipality }) => municipality === answers.municipality)
    expect({ segment: one?.segment, area: one?.area }).toEqual({
      segment,
      area: served?.area ?? organisation.dutyArea,
    })
    expect(one?.advice.toSorted()).toEqual(advice.toSorted())
    expect(one?.attention.map(({ id }) => id).toSorted()).toEqual(attention.toSorted())
  })
})

longDescribe('the look for what was left in Finnish', () => {
  it('finds one sentence that nobody translated (red twin)', async () => {
    const { frame } = await openIn('sv')
    expect(await finnishIn(frame, 'sv')).toEqual([])
    await frame.evaluate((text) => {
      const said = document.createElement('p')
      said.textContent = text
      document.querySelector('kynnys-room')?.shadowRoot?.querySelector('main')?.append(said)
    }, voiceOf('fi').t('widget:offer.title'))
    expect(await finnishIn(frame, 'sv')).toContain('soittaa')
  })
})

longDescribe('who is afraid at home', () => {
  const afraid = SITUATIONS.find(({ name }) => name === 'violence at home')

  it.each(size(['sv'], LANGUAGES))(
    'in %s finds who answers and the way out, and Back leads to nothing of ours',
    async (language) => {
      const page = await ownPage()
      const elsewhere = { status: 200, contentType: 'text/html', body: '<title>another page</title>' }
      const voice = voiceOf(language)
      const neutral = voice.t('widget:exit.address')
      const before = 'https://before.example/'
      for (const address of [before, neutral]) await page.route(address, (route) => route.fulfill(elsewhere))
      await page.goto(before)
      await page.goto(`${server.url}/?language=${language}`)
      const frame = await openLauncher(page, language)
      await talkBy(frame, language, { dialogue, answers: afraid?.of.answers ?? {}, on: ON, most: 3 })
      await tickStrip(frame, voice, ['violence'])
      const help = frame.getByRole('status').filter({ hasText: voice.t('numbers:zero-line.name') })
      const [number, emergency, out] = await help.getByRole('link').all()
      expect(await number?.getAttribute('href')).toBe('tel:080005005')
      expect(await emergency?.getAttribute('href')).toBe('tel:112')
      expect(await out?.innerText()).toBe(voice.t('widget:exit'))
      await out?.click()
      await page.waitForURL(neutral)
      expect(page.frames()).toHaveLength(1)
      expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] })
      await page.goBack()
      expect(page.url()).toBe(before)
      await page.goForward()
      expect(page.url()).toBe(neutral)
    },
  )
})

longDescribe('who changes the language on the way', () => {
  const [nearOne] = SITUATIONS.filter(({ of }) => of.answers.asker === 'relative')

  it('goes on where they were, and is called in the language they ended with', async () => {
    if (!nearOne) throw new Error('Nobody asks for a near one')
    const { of } = nearOne
    const { page, frame } = await openIn('fi')
    const turnTo = async (language: string) => {
      const { name = '' } = loadWords(language).language ?? {}
      const tongue = frame.getByRole('link', { name, exact: true }).first()
      // folded after the first answer
      if (!(await tongue.isVisible())) await frame.locator('.tongues summary').click()
      await tongue.click()
      await frame.waitForFunction((lang) => document.documentElement.lang === lang, language)
    }
    const talk = { dialogue, answers: of.answers, on: ON }
    await talkBy(frame, 'fi', { ...talk, most: 4 })
    await turnTo('sv')
    await talkBy(frame, 'sv', { ...talk, from: 4 })
    await readResult(frame, voiceOf('sv', of.answers.asker), nearOne)
    await turnTo('en')
    const voice = voiceOf('en', of.answers.asker)
    await readResult(frame, voice, nearOne)
    const own = await toCard(frame, voice, nearOne)
    await isClean(frame, 'en', own, written(nearOne))
    const { body, receipt } = await send(page, frame, voice)
    expect(body.language).toBe('en')
    await readOnDesk(nearOne, 'en', body.id, receipt.reference)
    const { segment, verified } = await outcomeOf(body.id)
    expect({ segment, verified }).toEqual({ segment: of.ends.segment, verified: true })
  })
})
