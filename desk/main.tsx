/** Where the desk begins: words first, then the session, then the address. */
import '#core/design/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import './styles/queue.css'
import './styles/lines.css'
import './styles/request.css'
import './styles/contact.css'
import './styles/acts.css'
import './styles/columns.css'
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
