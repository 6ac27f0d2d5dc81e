/** Our own content with items that cannot be shown: what a check that missed them, or an older one, would have published. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AreaSeed } from '#core/place/area.ts'
import type { Folders } from '../../server/content/reading/read-folder.ts'
import { loadSmallArea } from '../support/content.ts'

/** What is written elsewhere in each item; the text must be there once. */
const LINK = "link: { fi: 'https://www.hyvaks.fi' }"
const CHANGES: Record<string, [old: string, fresh: string]> = {
  'meal-service': [LINK, "link: { fi: 'https://<osoite-puuttuu>' }"],
  'home-care': [LINK, 'link: { fi: 7 }'],
  'safety-phone': ['provider: county', 'provider: nobody-knows-whom'],
  'service-housing': ['kind: guidance', 'kind: guidance\nwhen: some-day'],
  'care-allowance-pensioner': ['lifeAreas: [', 'lifeAreas: daily-life # ['],
}

/** An item of whose words some are no text, and one that has none in any language. */
const NO_TEXT = 'needs-assessment'
export const NO_WORDS = 'acting-for-another'
const LANGUAGES = ['fi', 'sv', 'en']

function changeWords(file: string) {
  const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)
  const kept = texts.filter(([key]) => !key.startsWith(`${NO_WORDS}.`))
  const changed = kept.map(([key, text]) => [key, key.startsWith(`${NO_TEXT}.how`) ? 5 : text])
  writeFileSync(file, JSON.stringify(Object.fromEntries(changed), null, 2))
}

/** Folders of such a content, in a place of their own. */
export function hostileFolders(): Folders {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-hostile-'))
  const [flows, locales] = [path.join(folder, 'flows'), path.join(folder, 'locales')]
  cpSync('flows', flows, { recursive: true })
  cpSync('locales', locales, { recursive: true })
  for (const [id, [old, fresh]] of Object.entries(CHANGES)) {
    const file = path.join(flows, 'advice', `${id}.yaml`)
    const parts = readFileSync(file, 'utf8').split(old)
    if (parts.length !== 2) throw new Error(`${id} has "${old}" ${parts.length - 1} times`)
    writeFileSync(file, parts.join(fresh))
  }
  for (const language of LANGUAGES) changeWords(path.join(locales, language, 'advice.json'))
  return { flows, locales }
}

/** The example place, with a line that answers in what is no language. */
export function hostileArea(): AreaSeed {
  const { lines, ...area } = loadSmallArea()
  const told = (lines?.lines ?? []).map((line) => ({ ...line, speaks: ['x'] }))
  return { ...area, lines: { ...lines, lines: told } } as AreaSeed
}
