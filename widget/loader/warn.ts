/** After so long without what is waited for, people and web masters are told (milliseconds). */
export const PATIENCE = 6000

const told: Record<string, boolean> = {}

/** For the web master, once and in English: never for those who read the page. */
export function warn(sentence: string) {
  if (!told[sentence]) console.warn(`Kynnys: ${sentence}`)
  told[sentence] = true
}
