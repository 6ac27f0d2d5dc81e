/** A host page of our own making, on an origin of its own: its words and headers are a proof's to choose. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type HostPage = { html: string; headers?: Record<string, string> }

export type Host = {
  url: string
  /** what stands at a path; may be changed at any time */
  pages: Map<string, HostPage>
  /** bodies that were posted to it: reports of a policy, words of a spy */
  posted: string[]
  close(): Promise<void>
}

export const NEUTRAL = '/neutral'

const bodyOf = async (request: IncomingMessage) => {
  let body = ''
  for await (const piece of request) body += piece
  return body
}

/** Starts it on a free port of 127.0.0.1: to the browser another site than `localhost`, where the chat is. */
export async function serveHost(): Promise<Host> {
  const pages = new Map<string, HostPage>([[NEUTRAL, { html: documentOf('<h1>Sää</h1>') }]])
  const posted: string[] = []
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    if (request.method === 'POST') {
      posted.push(body)
      return response.writeHead(204).end()
    }
    const page = pages.get(request.url ?? '')
    if (!page) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    posted,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A station’s page around what is given; it names its icon, so that nothing else is asked for. */
export const documentOf = (inside: string, head = '') =>
  `<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Asema</title><link rel="icon" href="data:,">${head}</head><body><h1>Laukaan asema</h1>${inside}</body></html>`

/** The tag that a web master of the county writes. */
export const tagOf = (chat: string, more = '') =>
  `<script async src="${chat}/widget.js" data-station="laukaa" data-language="fi" data-phone="014 000 0000" data-exit="${NEUTRAL}"${more}></script>`
