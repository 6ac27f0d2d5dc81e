/** After so long without what is waited for, people and web masters are told (milliseconds). */
export const PATIENCE = 6000

const told = new Set<string>()

/** For the web master, once and in English: never for those who read the page. */
export function warn(sentence: string) {
  if (!told.has(sentence)) console.warn(`Kynnys: ${sentence}`)
  told.add(sentence)
}
