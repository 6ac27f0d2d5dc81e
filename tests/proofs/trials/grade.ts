/**
 * How safe a document’s headers are: in points, by the rules that Mozilla’s HTTP Observatory publishes
 * (https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring), and by what Google’s CSP Evaluator finds.
 * The Observatory’s own program fetches lists from the network and looks at ports 80 and 443, so its table stands here.
 */
import { CspEvaluator } from 'csp_evaluator'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'

export type Answer = { headers: Record<string, string>; html: string; cookies: string[] }
export type Grade = {
  points: number
  letter: string
  /** what took points, and what gave some, each with its points */
  because: Record<string, number>
  /** of the CSP Evaluator: high, medium, and what is written wrongly */
  findings: string[]
}

const HALF_A_YEAR = 15_768_000
/** Extra points count only for those who have lost few. */
const NEARLY_ALL = 90
const LETTERS: [number, string][] = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
]

const BROAD = ['ftp:', 'http:', 'https:', '*', 'http://*', 'https://*']
const UNSAFE = [...BROAD, "'unsafe-inline'", 'data:']
const PASSIVE = ['img-src', 'media-src']
const isPlain = (source: string) => /^(http|ftp):/.test(source)
const isHashed = (source: string) => /^'(nonce|sha256|sha384|sha512)-/.test(source)

type Point = [what: string, points: number]

function policyPoints(policy: string | undefined): Point {
  if (policy === undefined) return ['no policy', -25]
  const { directives } = new CspParser(policy).csp
  const given = (name: string) => directives[name] ?? directives['default-src'] ?? ['*']
  /** a hash or nonce makes the browser pass over *unsafe-inline* */
  const sources = (name: string) =>
    given(name).filter((source) => source !== "'unsafe-inline'" || !given(name).some(isHashed))
  const active = Object.entries(directives).flatMap(([name, list]) =>
    PASSIVE.includes(name) ? [] : (list ?? []),
  )
  if (
    sources('script-src').some((one) => UNSAFE.includes(one)) ||
    given('object-src').some((one) => BROAD.includes(one))
  )
    return ['script from anywhere or in the page', -20]
  if (active.some(isPlain)) return ['something without encryption', -20]
  if ([...sources('script-src'), ...sources('style-src')].includes("'unsafe-eval'"))
    return ['text as program', -10]
  if (PASSIVE.flatMap(given).some(isPlain)) return ['pictures without encryption', -10]
  if (sources('style-src').some((one) => UNSAFE.includes(one))) return ['style from anywhere', 0]
  const isNothing = directives['default-src']?.join() === "'none'"
  return isNothing ? ['policy: nothing but what is named', 10] : ['policy without unsafe sources', 5]
}

function transportPoints(header: string | undefined): Point {
  const age = Number(/max-age=(\d+)/.exec(header ?? '')?.[1] ?? -1)
  if (age < 0) return ['encryption is not asked for', -20]
  return age < HALF_A_YEAR
    ? ['encryption for less than half a year', -10]
    : ['encryption for half a year or more', 0]
}

const PRIVATE = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']
function referrerPoints(header: string | undefined): Point {
  if (header === undefined) return ['no referrer policy', 0]
  return PRIVATE.includes(header) ? ['tells nobody whence', 5] : ['tells others whence', -5]
}

function framePoints(policy: string | undefined, header: string | undefined): Point {
  const ancestors = /frame-ancestors ([^;]+)/.exec(policy ?? '')?.[1]?.split(' ')
  if (ancestors && !ancestors.some((one) => BROAD.includes(one))) return ['framed by named pages only', 5]
  return /^(deny|sameorigin)$/i.test(header ?? '')
    ? ['framed by its own pages only', 0]
    : ['framed by anybody', -20]
}

function cookiePoints(cookies: string[]): Point {
  if (cookies.length === 0) return ['no cookie', 0]
  const has = (word: RegExp) => cookies.every((cookie) => word.test(cookie))
  if (!has(/; *secure/i)) return ['cookie without encryption', -40]
  if (!has(/; *httponly/i)) return ['cookie that scripts can read', -30]
  return has(/; *samesite=(strict|lax)/i)
    ? ['cookie that stays at home', 5]
    : ['cookie that others may send', 0]
}

function resourcePoints(header: string | undefined): Point {
  if (header === 'same-origin' || header === 'same-site') return ['fetched by own pages only', 10]
  return header === undefined || header === 'cross-origin' ? ['fetched by others', 0] : ['no such value', -5]
}

const script = /<script\b[^>]*\bsrc="?(https?:)?\/\/[^>]*>/gi
function scriptPoints(html: string): Point {
  const foreign = html.match(script) ?? []
  if (foreign.some((tag) => /src="?http:/.test(tag))) return ['foreign script without encryption', -50]
  return foreign.some((tag) => !/integrity=/.test(tag))
    ? ['foreign script unchecked', -5]
    : ['own scripts only', 0]
}

function findingsIn(policy: string | undefined): string[] {
  if (policy === undefined) return ['no policy']
  return new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity <= Severity.MEDIUM)
    .map(({ directive, value, description }) => `${directive} ${value ?? ''}: ${description}`)
}

/** An answer’s grade, as it is over HTTPS. */
export function gradeOf({ headers, html, cookies }: Answer): Grade {
  const policy = headers['content-security-policy']
  const all: Point[] = [
    policyPoints(policy),
    transportPoints(headers['strict-transport-security']),
    headers['x-content-type-options'] === 'nosniff' ? ['not guessed at', 0] : ['guessed at', -5],
    referrerPoints(headers['referrer-policy']),
    framePoints(policy, headers['x-frame-options']),
    cookiePoints(cookies),
    resourcePoints(headers['cross-origin-resource-policy']),
    scriptPoints(html),
  ]
  const sum = (points: Point[]) => points.reduce((total, [, point]) => total + point, 100)
  const lost = sum(all.filter(([, point]) => point < 0))
  const points = Math.max(0, lost >= NEARLY_ALL ? sum(all) : lost)
  const letter = LETTERS.find(([least]) => points >= least)?.[1] ?? 'F'
  return {
    points,
    letter,
    because: Object.fromEntries(all.filter(([, point]) => point)),
    findings: findingsIn(policy),
  }
}
