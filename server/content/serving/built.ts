/** What the widget's build left for us: a pure function from content to pages. Absent until `npm run build`. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FirstScreenModule, WidgetManifest } from '#core/contract/screen.ts'

export type Built = FirstScreenModule & {
  assets: WidgetManifest
  /** address of the script with which staff walk a conversation; absent: it has not been built */
  assisted?: string | undefined
}

/** @param dist folder of the built files; @returns undefined when the widget has not been built there */
export async function loadBuilt(dist: string): Promise<Built | undefined> {
  const module = path.resolve(dist, 'first-screen.js')
  const manifest = path.resolve(dist, 'widget-manifest.json')
  if (!existsSync(module) || !existsSync(manifest)) return undefined
  const screens = (await import(/* @vite-ignore */ pathToFileURL(module).href)) as FirstScreenModule
  const assets = JSON.parse(readFileSync(manifest, 'utf8')) as WidgetManifest
  const staff = path.resolve(dist, 'assisted/manifest.json')
  const assisted = existsSync(staff)
    ? (JSON.parse(readFileSync(staff, 'utf8')) as { entry: string }).entry
    : undefined
  return { ...screens, assets, assisted }
}
