/** What every answer carries, and the content security policies of the documents. */
import { createHash } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Config } from '../config.ts'

const YEAR = 31_536_000
/** Nothing of the device is asked for. */
const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
  'browsing-topics',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Strict by default; a document widens its own policy, a public file its own caching. */
export async function sendHeaders(
  app: FastifyInstance,
  { publicOrigin, hstsSubdomains }: Pick<Config, 'publicOrigin' | 'hstsSubdomains'>,
) {
  const secure = publicOrigin?.startsWith('https:') ?? false
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: YEAR, includeSubDomains: hstsSubdomains } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    // frame-ancestors says it, for each document; the old header knows no list
    xFrameOptions: false,
  })
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', PERMISSIONS).header('cache-control', 'no-store')
  })
}

/** A document that other sites frame: also those that ask of everything they show that it allows it (COEP `require-corp`). */
export const frameable = (reply: FastifyReply) =>
  reply
    .header('cross-origin-embedder-policy', 'require-corp')
    .header('cross-origin-resource-policy', 'cross-origin')

const INLINE = /<(script|style)(\s[^>]*)?>(.*?)<\/\1>/gs

/** Hashes of what stands inline in our own documents, for `script-src` and `style-src`. Data blocks (JSON) need none. */
function hashes(html: string, tag: 'script' | 'style'): string {
  const found = [...html.matchAll(INLINE)].filter(
    ([, name, attributes = '', text]) => name === tag && text && !/type="?application\//.test(attributes),
  )
  return found
    .map(
      ([, , , text]) =>
        ` 'sha256-${createHash('sha256')
          .update(text as string)
          .digest('base64')}'`,
    )
    .join('')
}

type Document = { html: string; framedBy: string[]; connect?: string[]; extra?: string[] }

/**
 * The policy of one document: style and script by hash or from our own address, nothing from elsewhere, no HTML sinks.
 * @param framedBy origins of pages that may frame it; none: nobody may
 */
export function policyOf({ html, framedBy, connect = ["'self'"], extra = [] }: Document): string {
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(html, 'script')}`,
    `style-src 'self'${hashes(html, 'style')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect.join(' ')}`,
    `frame-ancestors ${framedBy.length ? framedBy.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    ...extra,
  ].join('; ')
}

/** A script that could turn text into markup does not run. */
export const TRUSTED_TYPES = ["require-trusted-types-for 'script'", "trusted-types 'none'"]
