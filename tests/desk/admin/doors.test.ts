/** Who may do two kinds of work finds both in the header; where nothing is answered the page says so and asks again. */
import { expect, it } from 'vitest'
import { axeFinds } from '../../support/screen/browser.ts'
import { button, withDesk } from '../desk.ts'
import { person } from '../fake.ts'
import { heading } from './administering.ts'

const { enterDesk, fake } = withDesk()

it('who has one kind of work sees no navigation between kinds', async () => {
  const page = await enterDesk()
  expect(await page.getByRole('navigation', { name: 'Osiot' }).count()).toBe(0)
})

it('who has two goes from one to the other and back, by a link that says where they are', async () => {
  fake.state.people.set('aino', { ...person('p3', 'Aino'), roles: ['coordinator', 'admin'] })
  const page = await enterDesk('aino')
  const doors = page.getByRole('navigation', { name: 'Osiot' })
  const here = doors.locator('[aria-current=page]')
  expect(await here.innerText()).toBe('Soittopyynnöt')
  await doors.getByRole('link', { name: 'Hallinta' }).click()
  await heading(page, 'Poissaolot').waitFor()
  await expect.poll(() => here.innerText()).toBe('Hallinta')
  // the stand-in answers nothing of it
  await button(page, 'Yritä uudelleen').waitFor()
  expect(await axeFinds(page)).toEqual([])
  await doors.getByRole('link', { name: 'Soittopyynnöt' }).click()
  await heading(page, 'Soittopyynnöt').waitFor()
  await page.getByText('Jono ajan tasalla').waitFor()
})
