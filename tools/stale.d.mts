export function sourceHash(): string
export function isStale(): boolean
export const stampPath: string
