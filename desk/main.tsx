/** Where the desk begins: words first, then the address, then the session. */
import '#core/design/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import './styles/practice.css'
import { options, render } from 'preact'
import { sayWhatChanges } from '#core/design/said.ts'
import { App } from './app.tsx'
import { askBeforeLeaving } from './press/leaving.ts'
import { passOverUnread } from './press/unread.ts'
import { resume } from './shell/entering.ts'
import { speakFirst } from './shell/language.ts'
import { leaveWhenOver } from './shell/practice.tsx'
import { followAddress } from './state/address.ts'
import { hasDrafts } from './state/drafts.ts'
import { keepWhileHere } from './state/staying.ts'
import { learn } from './words/words.ts'

sayWhatChanges(options)
await speakFirst()
const room = document.getElementById('desk')
const draw = () => room && render(<App />, room)
draw()
if (room) {
  passOverUnread(room)
  askBeforeLeaving(room, hasDrafts)
}
followAddress()
leaveWhenOver()
keepWhileHere()
if (import.meta.hot)
  import.meta.hot.on('kynnys:words', ({ language, namespace, texts }) => {
    learn(language, namespace, texts)
    draw()
  })
await resume()
