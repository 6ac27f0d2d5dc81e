/** What the server behind and Vite’s side in front say to each other. */
import type { AdvicePageInput, FirstScreenInput, FirstScreenModule } from '#core/contract/screen.ts'

/** Stands in the place of a page of the chat: which function makes it, and of what. */
export type ToMake = { renders: keyof FirstScreenModule; input: FirstScreenInput | AdvicePageInput }

/** The server listens; content is in force, checked or not. */
export type Told = 'listens' | 'published' | 'published-unchecked'
