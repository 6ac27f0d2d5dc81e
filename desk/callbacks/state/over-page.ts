/** Which of the two stands over the page: the help of the keys, or the commands by name. */
import { whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'

type Shown = 'help' | 'palette' | undefined
export const overPage = createStore<{ shown: Shown }>({ shown: undefined })

export const showKeys = (shown: Shown): void => overPage.set({ shown })

whenForgotten(() => showKeys(undefined))
