/** The environment, and nothing else, configures the server: one schema, and a sentence for every refusal. */
import { Ajv } from 'ajv'
import Type, { type Static } from 'typebox'
import { addressesIn } from './network/address.ts'

const whole = (description: string, fallback: number, minimum = 0, maximum = 1_000_000) =>
  Type.Integer({
    description,
    default: fallback,
    minimum,
    maximum,
    asks: `a whole number from ${minimum} to ${maximum}`,
  })

const text = (description: string, asks: string, options: { pattern?: string; default?: string } = {}) =>
  Type.String({ description, asks, minLength: 1, ...options })

const ORIGINS = '^https?://[^\\s/,]+(\\s*,\\s*https?://[^\\s/,]+)*$'
/** What may stand in an address of RFC 3986, but for the comma: nothing that could begin another line. */
const URI = "[\\w.~:/?#@!$&'()*+;=%[\\]-]+"
const CONTACT = `(mailto:${URI}@${URI}|https://${URI}|tel:\\+?[\\d-]+)`

/** Every variable the server reads. `asks` ends the sentence “NAME must be …”. */
export const Environment = Type.Object({
  PORT: whole('where the server listens', 8080, 0, 65_535),
  HOST: text(
    'name or address to listen on; `localhost` means both of its families',
    'a host name or an address, such as 0.0.0.0',
    {
      default: 'localhost',
    },
  ),
  PUBLIC_URL: Type.Optional(
    text(
      'the address residents and staff use, when it is not this machine alone',
      'an address such as https://chat.example.fi, without a path',
      {
        pattern: '^https?://[^\\s/?#]+/?$',
      },
    ),
  ),
  DATABASE_URL: text('where requests are kept', 'sqlite:PATH or postgres://user:password@host/database', {
    default: 'sqlite:data/kynnys.db',
    pattern: '^(sqlite:.+|postgres(ql)?://.+)$',
  }),
  DATA_KEY_FILE: Type.Optional(
    text('file that holds the key which wraps every record’s key', 'a path to the key file'),
  ),
  DATA_KEY: Type.Optional(
    text(
      'the same key in the environment, instead of a file',
      'a key as `openssl rand -base64 32` prints it',
    ),
  ),
  ANCHOR_FILE: Type.Optional(
    text(
      'file, best on another machine, to which the end of the access log is written every hour and at each stop',
      'a path to a file',
    ),
  ),
  ORGANISATION: Type.Optional(
    text(
      'which organisation this installation serves, when the database holds several',
      'the id of an organisation, such as seututerveyskeskus',
      {
        pattern: '^[a-z0-9-]{1,40}$',
      },
    ),
  ),
  ALLOWED_ORIGINS: Type.Optional(
    text(
      'host pages that may frame the chat, besides those in the database; commas between',
      'origins such as https://www.example.fi, with commas between',
      {
        pattern: ORIGINS,
      },
    ),
  ),
  HSTS_SUBDOMAINS: Type.Enum(['yes', 'no'], {
    description: 'whether browsers are told to use https for every name below the public one too',
    default: 'no',
    asks: 'yes or no',
  }),
  TRUST_PROXY: Type.Optional(
    text(
      'addresses of the reverse proxies in front, whose X-Forwarded-For, -Proto and -Host are believed',
      'addresses or networks such as 127.0.0.1,10.0.0.0/8; “true” is not accepted',
      {
        pattern: '^[0-9a-fA-F.:]+(/\\d{1,3})?(\\s*,\\s*[0-9a-fA-F.:]+(/\\d{1,3})?)*$',
      },
    ),
  ),
  FLOWS_DIR: text(
    'folder of the dialogue; `locales/` stands beside it',
    'a path to a folder laid out like flows/',
    { default: 'flows' },
  ),
  SESSION_IDLE_MINUTES: whole('a session ends after so long without an act by the person', 60, 1, 600),
  SESSION_HOURS: whole('a session ends after so long in any case', 10, 1, 24),
  KEEP_CLOSED_DAYS: whole(
    'a closed request is erased so many days later, once it is recorded in the client system',
    30,
    0,
    365,
  ),
  KEEP_UNRECORDED_DAYS: whole(
    'a closed request that nobody marks as recorded in the client system is erased all the same so many days later, and told',
    90,
    14,
    365,
  ),
  LIMIT_REQUESTS: whole('callback requests from one network in an hour; room comes back evenly', 3000, 1),
  LIMIT_CLAIMS: whole(
    'places of the calendar that one address may claim in a day without proving itself, in parts of a hundred of what its area can promise for a day',
    100,
    1,
  ),
  LIMIT_CODES: whole('codes that open nothing, tried from one network in ten minutes', 120, 1),
  LIMIT_SIGN_INS: whole('sign-ins tried under one name from one network in ten minutes', 30, 1),
  LIMIT_STRAY: whole('addresses that do not exist, asked for from one network in a minute', 300, 1),
  LIMIT_SOCKETS: whole('desks that one signed-in session may have open at a time, in tabs', 20, 1),
  LIMIT_PROMISES: whole('times that one network asks in a minute when we would call', 1200, 1),
  MAX_CONNECTIONS: whole('open connections at one time, for each address listened on', 4000, 10),
  MAX_DELAY: whole(
    'milliseconds the process may lag before it answers 503 for a moment; 0 is never',
    2000,
    0,
  ),
  METRICS_TOKEN: Type.Optional(
    text('/metrics asks for it as a bearer token', 'a token of at least 16 characters', {
      pattern: '^\\S{16,}$',
    }),
  ),
  METRICS_PORT: Type.Optional(
    Type.Integer({
      description: 'a port of its own for /metrics, apart from the residents',
      minimum: 0,
      maximum: 65_535,
      asks: 'a whole number from 0 to 65535',
    }),
  ),
  METRICS_HOST: text('where that port listens', 'a host name or an address, such as 10.0.0.5', {
    default: 'localhost',
  }),
  SECURITY_CONTACT: Type.Optional(
    text(
      'whom to tell of a hole, as /.well-known/security.txt says it; the best first, with commas between',
      'a mailto:, https: or tel: address, such as mailto:security@example.fi; several with commas between',
      { pattern: `^${CONTACT}( *, *${CONTACT})*$` },
    ),
  ),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
    description: 'how much is logged; never content',
    default: 'info',
    asks: 'one of fatal, error, warn, info, debug, silent',
  }),
})

const MINUTE = 60_000
const list = (value: string | undefined) => value?.split(',').map((part) => part.trim()) ?? []
const origin = (url: string) => new URL(url).origin

/** Thrown by `readConfig`: the message is one sentence for each variable at fault. */
export class ConfigError extends Error {}

const validate = new Ajv({ coerceTypes: true, useDefaults: true, allErrors: true, strict: false }).compile<
  Static<typeof Environment>
>(Environment)

function parsed(environment: Record<string, string | undefined>): Static<typeof Environment> {
  const names = Object.keys(Environment.properties) as (keyof typeof Environment.properties)[]
  const read: Record<string, string> = {}
  for (const name of names) if (environment[name]) read[name] = environment[name] as string
  if (validate(read)) return read as unknown as Static<typeof Environment>
  const wrong = new Set(validate.errors?.map((error) => error.instancePath.slice(1)))
  const sentences = names
    .filter((name) => wrong.has(name))
    .map((name) => `${name} must be ${(Environment.properties[name] as unknown as { asks: string }).asks}.`)
  throw new ConfigError(sentences.join('\n'))
}

/** The form alone lets `999.1.1.1` through, and `0.0.0.0/0`, which is everybody. */
function refuseNoNetwork({ TRUST_PROXY }: Static<typeof Environment>) {
  try {
    addressesIn(list(TRUST_PROXY))
  } catch (error) {
    throw new ConfigError(
      `TRUST_PROXY must be ${(Environment.properties.TRUST_PROXY as unknown as { asks: string }).asks}: ${(error as Error).message}.`,
    )
  }
}

function refuseCombinations(read: Static<typeof Environment>) {
  if (read.DATA_KEY && read.DATA_KEY_FILE)
    throw new ConfigError(
      'DATA_KEY and DATA_KEY_FILE are both set: keep the one you use and unset the other.',
    )
  if (read.METRICS_PORT && read.METRICS_PORT === read.PORT)
    throw new ConfigError('METRICS_PORT must be another port than PORT: residents are served there.')
  if (read.PUBLIC_URL && !read.DATA_KEY && !read.DATA_KEY_FILE)
    throw new ConfigError(
      'PUBLIC_URL is set, so DATA_KEY_FILE (or DATA_KEY) must be given: make a key with `openssl rand -base64 32`, keep it outside the database and its backups, and name its file in DATA_KEY_FILE.',
    )
}

/**
 * Environment → configuration. Times in milliseconds, origins without a slash.
 * @throws ConfigError with a sentence that names the variable and says what it must be
 */
export function readConfig(environment: Record<string, string | undefined>) {
  const read = parsed(environment)
  refuseNoNetwork(read)
  refuseCombinations(read)
  return {
    port: read.PORT,
    host: read.HOST,
    publicOrigin: read.PUBLIC_URL && origin(read.PUBLIC_URL),
    databaseUrl: read.DATABASE_URL,
    dataKeyFile: read.DATA_KEY_FILE,
    dataKey: read.DATA_KEY,
    anchorFile: read.ANCHOR_FILE,
    organisation: read.ORGANISATION,
    allowedOrigins: list(read.ALLOWED_ORIGINS).map(origin),
    hstsSubdomains: read.HSTS_SUBDOMAINS === 'yes',
    trustProxy: list(read.TRUST_PROXY),
    flowsDir: read.FLOWS_DIR,
    session: { idle: read.SESSION_IDLE_MINUTES * MINUTE, absolute: read.SESSION_HOURS * 60 * MINUTE },
    keepDays: read.KEEP_CLOSED_DAYS,
    keepUnrecordedDays: Math.max(read.KEEP_UNRECORDED_DAYS, read.KEEP_CLOSED_DAYS),
    /** 1 is as `promise/budget.ts` has it */
    claimScale: read.LIMIT_CLAIMS / 100,
    limits: {
      requests: { max: read.LIMIT_REQUESTS, window: 60 * MINUTE },
      codes: { max: read.LIMIT_CODES, window: 10 * MINUTE },
      signIns: { max: read.LIMIT_SIGN_INS, window: 10 * MINUTE },
      stray: { max: read.LIMIT_STRAY, window: MINUTE },
      promises: { max: read.LIMIT_PROMISES, window: MINUTE },
    },
    mostSockets: read.LIMIT_SOCKETS,
    maxConnections: read.MAX_CONNECTIONS,
    maxDelay: read.MAX_DELAY,
    metrics: { token: read.METRICS_TOKEN, port: read.METRICS_PORT, host: read.METRICS_HOST },
    securityContacts: list(read.SECURITY_CONTACT),
    logLevel: read.LOG_LEVEL,
  }
}
export type Config = ReturnType<typeof readConfig>
export type Limits = Config['limits']
