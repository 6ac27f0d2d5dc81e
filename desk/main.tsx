/** Where the desk begins: words first, then the session, then the address. */
import '#core/design/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import './callbacks/styles/queue.css'
import './callbacks/styles/lines.css'
import './callbacks/styles/request.css'
import './callbacks/styles/contact.css'
import './callbacks/styles/acts.css'
import './callbacks/styles/columns.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { speakFirst } from './state/language.ts'
import { followAddress } from './state/route.ts'
import { resume } from './state/session.ts'

await speakFirst()
const room = document.getElementById('desk')
if (room) render(<App />, room)
followAddress()
await resume()
