/** The environment is the only configuration; a wrong value is refused in a sentence that names it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Environment, readConfig } from '../../../server/config.ts'

const refusal = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

const CONTACT =
  'SECURITY_CONTACT must be a mailto:, https: or tel: address, such as mailto:security@example.fi; several with commas between.'

describe('configuration', () => {
  it('needs nothing for a first look', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: 'localhost',
      databaseUrl: 'sqlite:data/kynnys.db',
      trustProxy: [],
    })
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535.'],
    [
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL must be sqlite:PATH or postgres://user:password@host/database.',
    ],
    [
      { TRUST_PROXY: 'true' },
      'TRUST_PROXY must be addresses or networks such as 127.0.0.1,10.0.0.0/8; “true” is not accepted.',
    ],
    [
      { TRUST_PROXY: '127.0.0.1,999.1.1.1' },
      'TRUST_PROXY must be addresses or networks such as 127.0.0.1,10.0.0.0/8; “true” is not accepted: 999.1.1.1 is no network.',
    ],
    [
      { TRUST_PROXY: '0.0.0.0/0' },
      'TRUST_PROXY must be addresses or networks such as 127.0.0.1,10.0.0.0/8; “true” is not accepted: 0.0.0.0/0 is no network.',
    ],
    [
      { PUBLIC_URL: 'chat.example.fi' },
      'PUBLIC_URL must be an address such as https://chat.example.fi, without a path.',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent.'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must be a token of at least 16 characters.'],
    [{ SECURITY_CONTACT: 'tietoturva@kunta.example' }, CONTACT],
    [{ SECURITY_CONTACT: 'http://kunta.example/ilmoita' }, CONTACT],
    [{ SECURITY_CONTACT: 'tel:040 123 4567' }, CONTACT],
    [{ SECURITY_CONTACT: 'mailto:a@kunta.example,' }, CONTACT],
    [{ SECURITY_CONTACT: 'https://kunta.example\nExpires: 1970-01-01T00:00:00Z' }, CONTACT],
    [{ SECURITY_CONTACT: 'mailto:a@kunta.example\r' }, CONTACT],
    [{ SECURITY_CONTACT: 'mailto:a@kunta.example,\r\nmailto:b@kunta.example' }, CONTACT],
    [
      { DATA_KEY: 'a', DATA_KEY_FILE: 'b' },
      'DATA_KEY and DATA_KEY_FILE are both set: keep the one you use and unset the other.',
    ],
    [
      { PORT: '9000', METRICS_PORT: '9000' },
      'METRICS_PORT must be another port than PORT: residents are served there.',
    ],
  ])('refuses %o', (environment, sentence) => {
    expect(refusal(environment)).toBe(sentence)
  })

  it('tells every wrong value at once', () => {
    expect(refusal({ PORT: 'x', LOG_LEVEL: 'y' })?.split('\n')).toHaveLength(2)
  })

  it('asks for a key of the operator’s own when residents can come', () => {
    expect(refusal({ PUBLIC_URL: 'https://chat.example.fi' })).toMatch(
      /^PUBLIC_URL is set, so DATA_KEY_FILE \(or DATA_KEY\) must be given: make a key/,
    )
    const config = readConfig({ PUBLIC_URL: 'https://chat.example.fi/', DATA_KEY: 'x' })
    expect(config.publicOrigin).toBe('https://chat.example.fi')
  })

  it('reads lists, times and origins into what the server works with', () => {
    const config = readConfig({
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
      ALLOWED_ORIGINS: 'https://www.example.fi,https://b.example.fi',
      SESSION_IDLE_MINUTES: '15',
      SECURITY_CONTACT: 'mailto:a@kunta.example, tel:+358-40-1234567,https://kunta.example/x?y=z',
    })
    expect(config).toMatchObject({
      trustProxy: ['127.0.0.1', '10.0.0.0/8'],
      allowedOrigins: ['https://www.example.fi', 'https://b.example.fi'],
      session: { idle: 900_000, absolute: 36_000_000 },
      securityContacts: ['mailto:a@kunta.example', 'tel:+358-40-1234567', 'https://kunta.example/x?y=z'],
    })
  })

  it('is told in the README, every variable with its default', () => {
    const readme = readFileSync('server/README.md', 'utf8')
    for (const [name, shape] of Object.entries(Environment.properties)) {
      const { default: fallback } = shape as { default?: unknown }
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
      expect(row, `server/README.md says nothing of ${name}`).toBeDefined()
      if (fallback !== undefined) expect(row).toContain(`\`${fallback}\``)
    }
  })
})
