/** Text twice as large: whoever signs in on a narrow window sees all of it. */
import { expect, it } from 'vitest'
import { some } from '../support/evidence.ts'
import { LARGE, sticksOut } from '../support/screen/large-text.ts'
import { withDesk } from './desk.ts'

const { fake, newPage } = withDesk()

it.each(
  some(
    [320, 416].flatMap((width) =>
      (Object.keys(LARGE) as (keyof typeof LARGE)[]).map((way) => [way, width] as const),
    ),
    2,
  ),
)('with text twice as large, %s, signing in keeps within %i px', async (way, width) => {
  const page = await newPage({ viewport: { width, height: 720 } })
  await LARGE[way](page)
  await page.goto(`${fake.url}/desk/`)
  await page.getByLabel('Salasana').waitFor()
  expect(await sticksOut(page)).toEqual([])
  await page.getByRole('button', { name: 'Kirjaudu' }).click()
  expect(await sticksOut(page)).toEqual([])
})
