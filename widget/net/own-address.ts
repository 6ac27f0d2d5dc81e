/** The page's own address says the language in which the page speaks: loaded again, or kept as a bookmark, it speaks so too. */
import { embedded } from './host.ts'

/** Only the language changes, and in place: neither a step in the history nor anything that was answered is told. */
function tell() {
  const { pathname, search, hash } = location
  const path = pathname.replace(/^.chat.[^/]+/, `/chat/${document.documentElement.lang}`)
  if (path === pathname) return
  try {
    // what `press/back.ts` has written down of its entry would go with the old address
    const state = self.navigation?.currentEntry?.getState()
    history.replaceState(history.state, '', path + search + hash)
    if (state !== undefined) self.navigation.updateCurrentEntry({ state })
  } catch {
    // in a sandbox: the page speaks, its address does not say so
  }
}

/** In a panel the address is the host page's to give. */
export function tellLanguage() {
  if (embedded()) return
  tell()
  // the entry before ours, to which Back leads, still has the address of the first language
  addEventListener('popstate', tell)
}
