/** What residents and coordinators do in a trial of server processes, each answered by a status. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { asking } from '../../support/asking.ts'
import type { Running } from '../../support/process.ts'
import { headersOf, type Session } from './servers.ts'

export const SHIPPED = 'dist/server/main.js'

type Receipt = { promise?: { day: string } }
export type Answer = { status: number; body: CallbackRequestBody; receipt: Receipt }

/** One resident asks for a call; the same body sent again is a retry. */
export async function ask(
  { url }: Pick<Running, 'url'>,
  revision: string,
  body = asking(revision, { on: new Date().toISOString().slice(0, 10) }),
): Promise<Answer> {
  const answer = await fetch(`${url}/api/callback-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body, receipt: (await answer.json()) as Receipt }
}

export async function askMany(at: Pick<Running, 'url'>, revision: string, count: number): Promise<Answer[]> {
  const all: Answer[] = []
  for (let each = 0; each < count; each++) all.push(await ask(at, revision))
  return all
}

/** A coordinator's look or act. */
export const atDesk = (session: Session, method: 'GET' | 'POST', under: string, body?: object) =>
  fetch(`${session.at.url}/api/desk/${under}`, {
    method,
    headers: headersOf(session),
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  })

/** `npm run verify` of a build. @returns its exit code and what it says */
export const verifyBy = (
  main: string,
  environment: Record<string, string>,
): Promise<{ code: number; lines: string[] }> =>
  new Promise((resolve) => {
    const command = path.join(path.dirname(main), 'verify.js')
    const { PATH = '', HOME = '' } = process.env
    execFile(process.execPath, [command], { env: { PATH, HOME, ...environment } }, (error, out, err) => {
      const code = error ? Number(error.code ?? 1) : 0
      resolve({ code, lines: `${out}${err}`.trim().split('\n') })
    })
  })

/** How often something stands in a text. */
export const timesIn = (text: string, what: string): number => text.split(what).length - 1
