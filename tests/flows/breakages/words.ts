/** Slips in words: JSON, marks, names to fill in, decisions, services, translations. */
import { type Breakage, change, type Texts } from './breakage.ts'

const FI = 'locales/fi/daily-life.json'
const SV = 'locales/sv/daily-life.json'
const ADVICE = 'locales/fi/advice.json'
const MAIN = 'locales/fi/guidance.json'

type Words = Record<string, string>
/** The words of a file changed as data, and written again. */
const words = (texts: Texts, file: string, edit: (all: Words) => Words): Texts => ({
  ...texts,
  [file]: `${JSON.stringify(edit(JSON.parse(texts[file] ?? '{}')), null, 2)}\n`,
})
const KEY = 'trouble.hint'
/** One Finnish text and its translations, with something in them; the states stay, so translations are told as stale: only the plain one is looked at. */
const text = (
  name: string,
  value: string,
  code: string | undefined,
  level: 'error' | 'warning' = 'error',
): Breakage =>
  change(
    name,
    (texts) =>
      withFreshState(
        words(texts, FI, (all) => ({ ...all, [KEY]: value })),
        value,
      ),
    FI,
    code,
    { level, ...(code === undefined ? {} : { line: `"${KEY}"` }) },
  )

/** As if all translations had been read again after the change. */
function withFreshState(texts: Texts, original: string): Texts {
  const fresh = { ...texts }
  for (const language of ['fi-simple', 'sv', 'en']) {
    const file = `locales/${language}/daily-life.state.json`
    const states = JSON.parse(texts[file] ?? '{}') as Record<string, { source: string }>
    const state = states[KEY]
    if (state) state.source = shortName(original)
    fresh[file] = JSON.stringify(states, null, 2)
  }
  return fresh
}

const raw = (
  name: string,
  edit: (text: string) => string,
  code: string | undefined,
  line?: string,
): Breakage =>
  change(
    name,
    (texts) => ({ ...texts, [FI]: edit(texts[FI] ?? '') }),
    FI,
    code,
    line === undefined ? {} : { line },
  )

import { shortName } from '#core/check/words/translation-states.ts'

export const texts: Breakage[] = [
  raw(
    'a missing comma',
    (all) => all.replace('"trouble.hint": "Voit valita monta.",', '"trouble.hint": "Voit valita monta."'),
    'json-comma-missing',
    '"trouble.hint"',
  ),
  raw('a comma too many', (all) => all.replace(/"\n\}/, '",\n}'), 'json-comma-extra', '"coping.card"'),
  raw(
    'a straight quote inside',
    (all) => all.replace('Voit valita monta.', 'Voit "valita" monta.'),
    'json-inner-quote',
    '"trouble.hint"',
  ),
  raw(
    'a line break inside',
    (all) => all.replace('Voit valita monta.', 'Voit\nvalita monta.'),
    'json-line-break',
    '"trouble.hint"',
  ),
  raw(
    'a comment',
    (all) => all.replace('  "coping.card"', '  // arki\n  "coping.card"'),
    'json-comment',
    '// arki',
  ),
  raw(
    'quotes of Word',
    (all) => all.replace('"Voit valita monta."', '”Voit valita monta.”'),
    'json-smart-quotes',
    '"trouble.hint"',
  ),
  raw(
    'a key twice',
    (all) => all.replace('  "coping.card"', '  "coping.card": "Arki",\n  "coping.card"'),
    'yaml-duplicate-key',
    '"coping.card": "Arki kotona"',
  ),
  raw('a mark of byte order', (all) => `\ufeff${all}`, undefined),
  raw('an empty file', () => '', 'json-syntax'),
  raw('saved as Windows-1252', (all) => all.replaceAll('ä', '\ufffd'), 'not-utf8'),
  raw(
    'a misspelt key',
    (all) => all.replace('"coping.question":', '"coping.qestion":'),
    'text-unused',
    '"coping.qestion"',
  ),
  raw('a line deleted', (all) => all.replace(/ {2}"coping\.question": .*\n/, ''), 'text-missing'),
  change(
    'an option without words',
    (all) => ({
      ...all,
      'flows/daily-life.yaml': (all['flows/daily-life.yaml'] ?? '').replace('fear]', 'fear, lonely-days]'),
    }),
    FI,
    'text-missing',
  ),
  text('bold as on a page', 'Voit valita <b>monta</b>.', 'text-html'),
  text('a script', '<script>alert(1)</script>', 'text-html'),
  text('a link as on a page', 'Katso <a href="https://x.fi">tästä</a>.', 'text-html'),
  text('a space of a page', 'Voit&nbsp;valita monta.', 'text-html'),
  text('markdown', 'Voit valita **monta**.', 'text-markdown'),
  text('a link in markdown', 'Katso [tästä](https://x.fi).', 'text-markdown'),
  text('a heading', '# Voit valita monta', 'text-markdown'),
  text('a bracket too few', 'Voit valita {{count}.', 'name-open'),
  text('single brackets', 'Voit valita {count}.', 'name-open'),
  text('a name nobody fills in', 'Voit valita {{nimi}}.', 'name-unfilled'),
  text('a zero width space', 'Voit vali\u200bta monta.', 'text-invisible'),
  text('a direction mark', 'Voit valita \u202emonta.', 'text-invisible'),
  text('a soft hyphen', 'Voit valita mo\u00adnta.', undefined),
  text('a no-break space', 'Voit valita 8\u00a0kuukautta.', undefined),
  text('a picture', 'Voit valita monta 😀.', 'text-emoji', 'warning'),
  text('capitals', 'VOIT VALITA MONTA.', 'text-shouted', 'warning'),
  text('English', 'You can choose as many of these as you like.', 'text-other-language', 'warning'),
  text('Swedish', 'Du kan också välja det som är bra för dig.', 'text-other-language', 'warning'),
  text('an empty text', ' ', 'text-empty'),
  text('a long text', 'Voit valita monta. '.repeat(150), 'text-too-long'),
  text(
    'a long sentence',
    'Voit valita monta kohtaa tästä listasta joka on pitkä ja jossa on paljon kaikenlaista asiaa.',
    'sentence-too-long',
  ),
  text('a long word', 'Voit valita asumispalveluohjaussuunnitelmatapaamisen.', 'word-too-long'),
  text('a right', 'Sinulla on oikeus apuun.', 'decision-wording'),
  text('a right with no-break spaces', 'Sinulla\u00a0on\u00a0oikeus apuun.', 'decision-wording'),
  text('a right over two lines', 'Olet\noikeutettu apuun.', 'decision-wording'),
  text('what belongs to one, the other way round', 'Sinulle kuuluu ateria-apu.', 'decision-wording'),
  text('the right of a resident', 'Asukkaalla on oikeus saada ateriat.', 'decision-wording'),
  text('a meal that one gets', 'Saat kotiisi aterian joka päivä.', 'decision-wording'),
  text('a support that is paid', 'Tuki maksetaan tilillesi.', 'decision-wording'),
  text('a diagnosis', 'Sinulla voi olla masennus.', 'clinical-wording'),
  text('office language', 'Toimijat sopivat yhdessä.', 'office-word'),
  text('a number nobody verified', 'Soita 014 266 9999.', 'unverified-number'),
  change(
    'a service as a first choice',
    (all) => words(all, MAIN, (one) => ({ ...one, 'needs.options.money': 'Toimeentulotuki' })),
    MAIN,
    'service-name',
    { line: '"needs.options.money"' },
  ),
  change(
    'a service in a compound',
    (all) => words(all, MAIN, (one) => ({ ...one, 'needs.options.money': 'Aikuissosiaalityö' })),
    MAIN,
    'service-name',
    { line: '"needs.options.money"' },
  ),
  change(
    'care at home as a first choice',
    (all) => words(all, MAIN, (one) => ({ ...one, 'needs.options.money': 'Kotisairaanhoito' })),
    MAIN,
    'service-name',
    { line: '"needs.options.money"' },
  ),
  change(
    'a language without its file',
    ({ 'locales/sv/language.json': _, ...all }) => all,
    'locales/sv/language.json',
    'language-file-missing',
  ),
  change(
    'a translation missing',
    (all) => words(all, SV, ({ 'coping.card': _, ...one }) => one),
    SV,
    'translation-missing',
  ),
  change('a file of a translation missing', ({ [SV]: _, ...all }) => all, SV, 'translation-file-missing'),
  change(
    'a translation of nothing',
    (all) => words(all, SV, (one) => ({ ...one, 'coping.more': 'Mera' })),
    SV,
    'translation-left-over',
  ),
  change(
    'a translation not told of',
    (all) => words(all, SV, (one) => ({ ...one, 'coping.card': 'Vardagen' })),
    SV,
    'translation-changed',
  ),
  change(
    'a folder with a capital',
    (all) => ({ ...all, 'locales/Suomi/tea.json': '{ "a": "b" }' }),
    'locales/Suomi/tea.json',
    'language-folder',
  ),
  change(
    'an advice item without words',
    (all) => words(all, ADVICE, ({ 'meal-service.title': _, ...one }) => one),
    ADVICE,
    'text-missing',
  ),
]
