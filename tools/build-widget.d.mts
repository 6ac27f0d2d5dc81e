import type { Plugin } from 'vite'
export function buildWidget(given?: { outDir?: string; plugins?: Plugin[] }): Promise<void>
