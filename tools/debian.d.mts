export function findProgram(wanted: {
  called: string
  names: string[]
  debian: string
  more?: string
}): string
export function findStrace(): string
