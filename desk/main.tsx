/** Where the desk begins: words first, then the session, then the address. */
import '#core/design/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import './styles/queue.css'
import './styles/lines.css'
import './styles/request.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { followAddress } from './state/route.ts'
import { resume } from './state/session.ts'
import { speak } from './words/words.ts'

await speak('fi')
const room = document.getElementById('desk')
if (room) render(<App />, room)
followAddress()
await resume()
