/** From a web page to a call that is made: resident on a phone, coordinator at a desk, two windows. */
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { axeFinds, desktop } from '../support/screen/browser.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import {
  fillForm,
  heading,
  lookAgain,
  MATTERS,
  moving,
  NAME,
  OWN_WORDS,
  openOnHostPage,
  photograph,
  press,
  talkThrough,
} from './resident.ts'

const { server, newPage, ownPage } = withServer()

describe('one real conversation', () => {
  it('goes from the host page to a call that is made and recorded, and the resident can follow it', async () => {
    const desk = await enterDesk(await ownPage(desktop), server.url)
    const { page, frame } = await openOnHostPage(await newPage(moving), server.url)
    const seen: string[] = []
    const look = async (name: string, words: string) => {
      await photograph(page, `resident-${name}`)
      // axe is blind to closed roots: what it looked at must hold the words of the screen
      expect(await frame.locator('.room').innerText()).toContain(words)
      for (const { id, nodes } of await axeFinds(frame)) seen.push(`${name}: ${id} ${nodes.join(' ')}`)
    }
    await look('first-question', 'Missä asioissa haluat neuvoa tai apua?')
    await talkThrough(frame, async (at) => {
      if (at === 0) await look('second-question', 'Kenen asiasta on kyse?')
      if (at === 2) await look('in-the-middle', 'Miten raha-asiat sujuvat nyt?')
    })
    await frame.getByText('Miksi ehdotamme tätä?').waitFor()
    await look('result', 'kuka päättää')
    await fillForm(frame)
    await look('card', OWN_WORDS)
    expect(await frame.locator('.card').innerText()).toContain(MATTERS)
    await press(frame, 'Lähetä')
    await heading(frame, 'Kiitos, pyyntösi on perillä').waitFor()
    await look('sent', 'klo 16 mennessä')

    const row = desk.locator('[data-row]')
    await row.waitFor()
    await photograph(desk, 'desk-arrived')
    expect(await row.innerText()).not.toContain(NAME)
    await row.getByRole('link').click()
    await desk.getByText(OWN_WORDS).waitFor()
    await desk.getByText(NAME).waitFor()
    // before anything else that is known
    expect(await desk.locator('[data-step]').first().innerText()).toContain(MATTERS)
    await photograph(desk, 'desk-opened')
    await press(desk, 'Ota hoidettavaksi')
    await lookAgain(frame, frame.getByText(/Helmi on ottanut pyyntösi/))
    await photograph(page, 'resident-taken')
    await press(desk, 'Merkitse soittoyritys')
    await desk.getByLabel('Vastasi').check()
    await press(desk, 'Tallenna yritys')
    await lookAgain(frame, frame.getByText(/Olemme olleet yhteydessä/))
    await press(desk, 'Päätä pyyntö')
    await desk.getByLabel('Annoin neuvoa').check()
    await photograph(desk, 'desk-closing')
    for (const { id, nodes } of await axeFinds(desk)) seen.push(`desk: ${id} ${nodes.join(' ')}`)
    await press(desk, 'Päätä')
    await row.waitFor({ state: 'detached' })
    await lookAgain(frame, frame.getByText(/Pyyntösi on päätetty täällä/))
    await look('closed', 'Pyyntösi on päätetty täällä')
    expect(seen).toEqual([])
  })

  long('a planted fault is found by the same look (red twin)', async () => {
    const { frame } = await openOnHostPage(await newPage(moving), server.url)
    await frame.evaluate(() => {
      const image = document.createElement('img')
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
      document.querySelector('kynnys-room')?.shadowRoot?.append(image)
    })
    expect((await axeFinds(frame)).map(({ id }) => id)).toContain('image-alt')
  })
})
