/** What the tests of the administration do over and over: an administrator’s page on the real server, and a press elsewhere meanwhile. */
import type { Page } from 'playwright'
import { PASSWORD, type PersonName, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { desktop } from '../../support/screen/browser.ts'
import type { Opened } from '../../support/screen/with-browser.ts'

type Look = Parameters<Opened['newPage']>[0]

export const TODAY = '2026-11-24'

/** Somebody who has signed in, on a page of the administration, under the policy that ships. */
export function administering(server: TestApp, newPage: Opened['newPage']) {
  return async (page = 'absences', look: Look = desktop, { username = 'tuomas', language = 'fi' } = {}) => {
    const opened = await newPage({ ...look, bypassCSP: false })
    await opened.goto(`${server.url}/desk/?language=${language}#/admin/${page}`)
    await opened.locator('[name=username]').fill(username)
    await opened.locator('[name=password]').fill(PASSWORD)
    await opened.locator('[type=submit]').click()
    await opened.locator('#admin-page').waitFor()
    return opened
  }
}

/** A resident of the north who is promised a call. */
export async function promised(server: TestApp) {
  const payload = asking(server.content.current().revision)
  const answer = await server.app.inject({ method: 'POST', url: '/api/callback-requests', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

/** The same act as another administrator’s desk would do. */
export async function elsewhere(
  server: TestApp,
  method: 'PUT' | 'POST' | 'DELETE',
  url: string,
  payload: object,
) {
  const { headers } = await server.signIn('tuomas' satisfies PersonName)
  const answer = await server.app.inject({ method, url: `/api/admin/${url}`, headers, payload })
  if (answer.statusCode >= 300) throw new Error(answer.body)
}

export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
export const field = (page: Page, scope: string, name: string) => page.locator(`#admin-${scope}-${name}`)
