/** Which language the desk speaks, each named in itself. One language needs no picker. */

import { languages, say, spokenLanguage } from '../words/words.ts'
import { turnTo } from './language.ts'

/** The page is drawn anew in the other language: focus stays on what was pressed. */
async function turn(language: string): Promise<void> {
  await turnTo(language)
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-language="${language}"]`)?.focus())
}

export const LanguagePicker = () => {
  const all = languages()
  if (all.length < 2) return null
  return (
    <ul class="languages" aria-label={say('top.language')}>
      {all.map(({ lang, name }) => (
        <li key={lang}>
          <button
            type="button"
            class="button quiet"
            lang={lang}
            data-language={lang}
            aria-pressed={lang === spokenLanguage()}
            onClick={() => void turn(lang)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
