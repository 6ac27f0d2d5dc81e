import { describe, expect, it } from 'vitest'
import { siteOf } from '#core/say/link.ts'

const GOOD: [string, string][] = [
  ['https://www.hyvaks.fi/palvelut/ikaantyneet', 'hyvaks.fi'],
  ['https://hyvaks.fi', 'hyvaks.fi'],
  ['https://www.kela.fi/hae?aihe=asumistuki&kieli=fi#hakeminen', 'kela.fi'],
  ['https://www.finlex.fi/fi/lainsäädäntö/2014/1301', 'finlex.fi'],
  ['https://sv.wikipedia.org/wiki/Åland_(landskap)', 'sv.wikipedia.org'],
  ['https://www.xn--hyvks-ira.fi/', 'xn--hyvks-ira.fi'],
  ['https://www.hyväks.fi/', 'xn--hyvks-ira.fi'],
  ['https://WWW.Kela.FI/Asumistuki', 'kela.fi'],
  ['https://x.fi/a:b/c@d?e=https://y.fi', 'x.fi'],
  ['https://x.fi/%E2%82%AC', 'x.fi'],
]

const BAD = [
  'https://<osoite-puuttuu>',
  'https://www.hyvaks.fi:sivu',
  'https://www.hyvaks.fi|x',
  'https://https://www.hyvaks.fi',
  'https://www,hyvaks.fi',
  'https://%20hyvaks.fi',
  'https://hyvaks',
  'https://hyvaks.',
  'https://.fi',
  'https://www..hyvaks.fi',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::1]/',
  'https://x.fi/"onmouseover=alert(1)',
  'https://x.fi/<b>',
  'https://x.fi/{{id}}',
  'https://user@x.fi',
  'https://kela.fi@x.fi/',
  'https://user:secret@x.fi/',
  'https://x.fi:8080/',
  'https://x.fi:443/',
  'https://x.fi\\@y.fi/',
  'https:///x.fi',
  'https:x.fi',
  'http://x.fi',
  'javascript:alert(1)//x.fi',
  ' https://x.fi',
  'https://x.fi/a b',
  'https://x.fi/a\u00a0b',
  'https://x.fi/\u202efi',
  'https://x\u200b.fi/',
  'https://x.fi/\u0007',
  'https://x.fi/\n',
  '',
  null,
  undefined,
  7,
  { toString: null },
]

describe('the address of an official page', () => {
  it.each(GOOD)('%s is one, of the site %s', (link, site) => expect(siteOf(link)).toBe(site))
  it.each(BAD.map((link) => [JSON.stringify(link), link]))('%s is none', (_, link) =>
    expect(siteOf(link)).toBeUndefined(),
  )
})
