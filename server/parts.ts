/** What the app is made of: what the process or a test gives, and what the routes work with. Types only. */
import type { FastifyBaseLogger } from 'fastify'
import type { Deps } from './callbacks/deps.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Built } from './content/serving/built.ts'
import type { ServedContent } from './content/serving/content.ts'
import type { Screens } from './content/serving/screens.ts'
import type { Identity } from './identity/sessions.ts'
import type { ChatAnswers } from './pages/chat-answers.ts'
import type { Store } from './store/store.ts'

export type Given = {
  config: Config
  store: Store
  /** whom this installation serves */
  organisation: string
  content: ServedContent
  clock: Clock
  log: FastifyBaseLogger
  /** folder of the built widget and desk */
  dist?: string
  /** what makes the chat's pages, where it is not the one built there */
  built?: Built
  /** tests only: an open shadow root, into which axe can look */
  openShadow?: boolean
}
/** What routes work with. */
export type Parts = Given & {
  dist: string
  screens: Screens
  chatAnswers: ChatAnswers
  identity: Identity
  deps: Deps
}
