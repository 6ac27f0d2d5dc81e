/** What a verification found: sentences, of each kind the first few, so that a ruined database does not fill the memory. */

const MOST = 20

export type Findings = ReturnType<typeof findings>

export function findings() {
  const kinds = new Map<string, { sentences: string[]; count: number }>()
  return {
    /** @param kind of damage, named only where there is more of it than is told */
    add(kind: string, sentence: string): void {
      const found = kinds.get(kind) ?? { sentences: [], count: 0 }
      kinds.set(kind, found)
      found.count += 1
      if (found.sentences.length < MOST) found.sentences.push(sentence)
    },
    lines: (): string[] =>
      [...kinds].flatMap(([kind, { sentences, count }]) =>
        count > sentences.length
          ? [...sentences, `… and ${count - sentences.length} more of this kind (${kind}).`]
          : sentences,
      ),
  }
}
