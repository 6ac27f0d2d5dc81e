/** Signing in and out, and what of a person stays on the screen. */
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { button, openRow, signIn, withDesk } from './desk.ts'
import { person } from './fake.ts'
import { request } from './people.ts'

const { enterDesk, fake, openDesk } = withDesk()

const held = () => {
  const takenBy = { id: 'p1', firstName: 'Helmi' }
  const takenUntil = new Date(Date.now() + 1_800_000).toISOString()
  const mine = request({ row: { status: 'taken', takenBy, takenUntil } })
  fake.state.requests.set(mine.row.id, mine)
  return mine
}

/** Opens my request and begins a note, without saving it. */
async function beginNote(mine: ReturnType<typeof held>) {
  const page = await enterDesk()
  await button(page, 'Minulla 1').click()
  await openRow(page, mine)
  await button(page, 'Kirjoita muistiinpano').click()
  await page.getByLabel('Uusi muistiinpano').fill('Tytär kuulee huonosti')
  return page
}

describe('signing in', () => {
  it('says what is wrong, forgets the password and puts the cursor where typing goes on', async () => {
    const page = await openDesk()
    await page.getByLabel('Käyttäjätunnus').fill('nobody')
    await page.getByLabel('Salasana').fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('ei täsmää').waitFor()
    expect(await page.getByLabel('Käyttäjätunnus').inputValue()).toBe('nobody')
    expect(await page.getByLabel('Salasana').inputValue()).toBe('')
    expect(await page.getByLabel('Salasana').evaluate((field) => field === document.activeElement)).toBe(true)
  })

  it('lands on the queue of one’s own areas, and reloading stays there', async () => {
    const page = await openDesk()
    await signIn(page, 'helmi')
    await page.getByText('Helmi Esimerkki').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Soittopyynnöt' }).waitFor()
  })
})

describe('a session that the server ends', () => {
  it('leads back to signing in, and the note that was being written is still there after it', async () => {
    const mine = held()
    const page = await beginNote(mine)
    fake.state.people.delete('helmi')
    await button(page, 'Tallenna muistiinpano').click()
    await page.getByText('se, mitä kirjoitit tai valitsit, on tallessa').waitFor()
    expect(await page.getByText('Kerttu').count()).toBe(0)
    fake.state.people.set('helmi', person('p1', 'Helmi'))
    await signIn(page, 'helmi')
    await page.getByRole('heading', { name: `Soittopyyntö ${mine.row.reference}` }).waitFor()
    expect(await page.getByLabel('Uusi muistiinpano').inputValue()).toBe('Tytär kuulee huonosti')
  })

  long('gives the note to nobody else who signs in on the same screen', async () => {
    const mine = held()
    const page = await beginNote(mine)
    fake.state.people.delete('helmi')
    await button(page, 'Tallenna muistiinpano').click()
    await page.getByText('Istunto päättyi').waitFor()
    mine.row = { ...mine.row, takenBy: { id: 'p2', firstName: 'Elias' } }
    await signIn(page, 'elias')
    await page.getByRole('heading', { name: `Soittopyyntö ${mine.row.reference}` }).waitFor()
    await button(page, 'Kirjoita muistiinpano').click()
    expect(await page.getByLabel('Uusi muistiinpano').inputValue()).toBe('')
  })
})

describe('signing out', () => {
  it('asks once about an unsaved note, then forgets it and everything else', async () => {
    const mine = held()
    const page = await beginNote(mine)
    await button(page, 'Kirjaudu ulos').click()
    await page.getByText('Ne katoavat, kun kirjaudut ulos').waitFor()
    await button(page, 'Kirjaudu silti ulos').click()
    await page.getByText('Kirjauduit ulos').waitFor()
    expect(new URL(page.url()).hash).toBe('')
    await signIn(page, 'helmi')
    await button(page, 'Minulla 1').click()
    await openRow(page, mine)
    await button(page, 'Kirjoita muistiinpano').click()
    expect(await page.getByLabel('Uusi muistiinpano').inputValue()).toBe('')
  })

  long('has left nothing in the browser’s storage at any time', async () => {
    const page = await beginNote(held())
    const kept = () =>
      page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        (await indexedDB.databases()).length,
      ])
    expect(await kept()).toEqual([0, 0, 0])
    await button(page, 'Kirjaudu ulos').click()
    await button(page, 'Kirjaudu silti ulos').click()
    await page.getByText('Kirjauduit ulos').waitFor()
    expect(await kept()).toEqual([0, 0, 0])
  })
})
