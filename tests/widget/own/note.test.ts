/** Going on another day from a file of one's own: only what has changed is asked, and nothing is lost by a file that is none. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { longDescribe } from '../../support/long.ts'
import { axeFinds } from '../../support/screen/browser.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { type Harness, serveWidget } from '../harness.ts'
import { answer, button, openChat, withChat } from '../room.ts'
import { openNote, summary, tellFear, toResult } from './rows.ts'

const { harness, openRoom, newPage } = withChat()

const given = (page: Page, text: string, name = 'kynnys-2026-12-20.json') =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

/** A page that has begun, with the row of the file open. */
async function begun(where: Pick<Harness, 'url'> = harness) {
  const page = await openChat(await newPage(), where)
  await answer(page, 'Raha-asiat ja laskut')
  await page.getByRole('group', { name: 'Kenen asiasta on kyse?' }).waitFor()
  await openNote(page)
  return page
}

/** The whole way, saved; and the text of the file. */
async function saved() {
  const page = await openRoom()
  await toResult(page)
  const title = (await page.locator('#heading').textContent()) ?? ''
  await openNote(page)
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Lataa jatkolappu').click()])
  await page.getByText('Jatkolappu on nyt laitteellasi.').waitFor()
  return { page, title, name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

/** The same conversation, as if one of its questions had other answers by now. */
function changed(text: string) {
  const note = JSON.parse(text)
  note.answers['housing/trouble'] = ['answer-of-old']
  return JSON.stringify(note)
}

describe('a conversation as a file', () => {
  it('has a name that tells nothing, is known to nobody else, and leads back to where it was', async () => {
    const from = harness.asked.length
    const { page: before, title, name, text } = await saved()
    expect(name).toBe('kynnys-2026-12-22.json')
    expect(harness.asked.slice(from).filter(({ method }) => method !== 'GET')).toEqual([])
    expect(await axeFinds(before)).toEqual([])
    const page = await begun()
    await given(page, text, name)
    await page.getByText('Lappu on päivältä 22.12.2026.').waitFor()
    expect(await page.getByText('Ne tulevat nykyisten vastaustesi tilalle.').isVisible()).toBe(true)
    await button(page, 'Jatka tästä lapusta').click()
    await page.locator('.result').waitFor()
    expect(await page.locator('#heading').textContent()).toBe(title)
    expect(await button(page, 'Jatka tästä lapusta').count()).toBe(0)
  })

  it('is opened at the very beginning too, where there is nothing yet to take along or to replace', async () => {
    const { text, title } = await saved()
    const page = await openRoom()
    await summary(page, 'Jatkolappu omalle laitteelle').click()
    await given(page, text)
    await page.getByText('Lappu on päivältä 22.12.2026.').waitFor()
    expect(await page.getByText('Ne tulevat nykyisten vastaustesi tilalle.').count()).toBe(0)
    expect(await button(page, 'Lataa jatkolappu').count()).toBe(0)
    await button(page, 'Jatka tästä lapusta').click()
    await page.locator('.result').waitFor()
    expect(await page.locator('#heading').textContent()).toBe(title)
  })

  it('opened later asks only what has changed, and says that something was left out', async () => {
    const { text, title } = await saved()
    const page = await begun()
    await given(page, changed(text))
    await page.getByText('Kaikki vastaukset eivät enää sovi. Pois jää 1.').waitFor()
    await button(page, 'Jatka tästä lapusta').click()
    await page.getByText('Mikä asumisessa on vaikeaa?').first().waitFor()
    await answer(page, 'Vuokra on liian suuri')
    await page.locator('.result').waitFor()
    expect(await page.locator('#heading').textContent()).toBe(title)
  })

  it.each([
    ['foreign', 'Rakas päiväkirja', 'Tämä tiedosto ei ole jatkolappu. Mitään ei muuttunut.'],
    ['damaged', '{"kynnys":1,"on":"2026-', 'Tiedosto on rikki, eikä sitä voi lukea. Mitään ei muuttunut.'],
    ['too large', `{"kynnys":1,"x":"${'x'.repeat(64_000)}"}`, 'Tiedosto on liian suuri jatkolapuksi.'],
  ])('that is %s is told in a sentence, and nothing is lost', async (_what, text, told) => {
    const page = await begun()
    await given(page, text)
    await page.getByText(told).waitFor()
    expect(await button(page, 'Jatka tästä lapusta').count()).toBe(0)
    expect(await page.getByRole('group', { name: 'Kenen asiasta on kyse?' }).isVisible()).toBe(true)
    expect(await page.locator('.last').textContent()).toContain('Raha-asiat ja laskut')
  })

  it('is neither made nor opened where fear was told', async () => {
    const page = await openRoom()
    await toResult(page)
    await tellFear(page)
    await openNote(page)
    await page.getByText('Joku voi kuulla tai nähdä tämän.').waitFor()
    expect(await button(page, 'Lataa jatkolappu').count()).toBe(0)
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect(await summary(page, 'Jatkolappu omalle laitteelle').isVisible()).toBe(true)
  })
})

longDescribe('red twins', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('forgetful-note', [
        {
          file: 'widget/own/note-file.ts',
          find: 'return { answers: Object.fromEntries(kept)',
          put: 'return { answers: Object.fromEntries(kept.slice(0, 1))',
        },
      ]),
    }),
  )
  it('one that takes over the first answer alone asks everything anew', async () => {
    const { text } = await saved()
    const page = await begun(twin)
    await given(page, changed(text))
    await button(page, 'Jatka tästä lapusta').click()
    await page.getByRole('group', { name: 'Kenen asiasta on kyse?' }).waitFor()
  })
})
