/** Where the desk begins: words first, then the address, then the session. */
import '#core/design/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { resume } from './shell/entering.ts'
import { speakFirst } from './shell/language.ts'
import { followAddress } from './state/address.ts'

await speakFirst()
const room = document.getElementById('desk')
if (room) render(<App />, room)
followAddress()
await resume()
