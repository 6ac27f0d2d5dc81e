/** The talk as a screen reader meets it: what takes the focus, with its description and the named parts around it, and what is said. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { longDescribe } from '../../support/long.ts'
import { seeCard } from '../../support/screen/request-form.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { serveWidget } from '../harness.ts'
import { answer, button, heading, openChat, walkBy, withChat } from '../room.ts'

const { openRoom, newPage } = withChat()

type Node = {
  nodeId: string
  parentId?: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  description?: { value: string }
  properties?: { name: string; value: { value: unknown } }[]
}
const PARTS = ['group', 'region', 'radiogroup', 'form']

/** The focus in words, `heading Kenen asiasta on kyse? | Vastasit: Asuminen`, and the named parts that a reader enters with it. */
async function heard(page: Page) {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
  await session.detach()
  const at = nodes.find(
    ({ role, properties = [] }) =>
      role?.value !== 'RootWebArea' &&
      properties.some(({ name, value }) => name === 'focused' && value.value === true),
  )
  const within: string[] = []
  for (let one = at; one; one = nodes.find(({ nodeId }) => nodeId === one?.parentId))
    if (one !== at && !one.ignored && PARTS.includes(one.role?.value ?? '') && one.name?.value)
      within.push(one.name.value)
  const focus = [`${at?.role?.value} ${at?.name?.value}`, at?.description?.value].filter(Boolean).join(' | ')
  return { focus, within }
}

/** With one need, from the first answer to the thanks. */
async function walk(page: Page) {
  const said: { focus: string; within: string[] }[] = []
  const hear = async () => said.push(await heard(page))
  await answer(page, 'Asuminen')
  await heading(page, 'Kenen asiasta on kyse?').waitFor()
  await hear()
  for (const row of ['Omastani', 'Vuokra on maksamatta tai häätö pelottaa', 'En selviä ilman apua']) {
    await answer(page, row)
    await hear()
  }
  await walkBy(page, [])
  await page.locator('.result').waitFor()
  await hear()
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).press('Enter')
  await hear()
  await page.getByLabel('Puhelinnumero').fill('040 123 4567')
  await button(page, 'Jatka').press('Enter')
  await hear()
  await seeCard(page)
  await hear()
  await button(page, 'Lähetä').press('Enter')
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
  await hear()
  return said
}

describe('who hears the page', () => {
  it('is led to each question once, with what was answered said back', async () => {
    const said = await walk(await openRoom())
    expect(said.map(({ focus }) => focus)).toEqual([
      'heading Kenen asiasta on kyse? | Vastasit: Asuminen',
      'heading Nyt puhutaan: Asuminen Mikä asumisessa on vaikeaa? | Vastasit: Omastani',
      'heading Nyt puhutaan: Asuminen Miten asuminen sujuu nyt? | Vastasit: Vuokra on maksamatta tai häätö pelottaa',
      'heading Kiitos, että kerroit. Apua saa pyytää. Kuka auttaa sinua nyt? | Vastasit: En selviä ilman apua',
      'heading Puhutaan puhelimessa',
      'heading Pyydä soitto',
      'heading Vielä muutama asia',
      'heading Tämän palveluohjaaja näkee',
      'heading Kiitos, pyyntösi on perillä',
    ])
    // no part around it has a name that would be read before it
    expect(said.flatMap(({ within }) => within)).toEqual([])
  })

  it('hears what is wrong once: as it comes, or at the field that has the focus', async () => {
    const page = await openRoom()
    await button(page, 'Jatka').click()
    await page.getByRole('alert').waitFor()
    const error = (await page.getByRole('alert').textContent()) ?? ''
    const { focus, within } = await heard(page)
    expect([focus, ...within].join()).not.toContain(error)
    await answer(page, 'Tulin vain katsomaan neuvoja')
    await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
    await button(page, 'Jatka').click()
    await page.getByText('Tarkista puhelinnumero').waitFor()
    expect((await heard(page)).focus).toMatch(/^textbox Puhelinnumero \| .*Tarkista puhelinnumero/)
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

longDescribe('a question whose answer is not said back (red twin)', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('not-said-back', [
        { file: 'widget/talk/question.tsx', find: " aria-describedby={answered && 'answered'}", put: '' },
      ]),
    }),
  )
  it('is heard without it', async () => {
    const page = await openChat(await newPage(), twin)
    await answer(page, 'Asuminen')
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    expect((await heard(page)).focus).toBe('heading Kenen asiasta on kyse?')
  })
})
