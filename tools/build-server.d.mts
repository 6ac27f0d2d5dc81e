import type { Plugin } from 'vite'
export function buildServer(given?: { outDir?: string; plugins?: Plugin[] }): Promise<void>
