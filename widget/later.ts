/** Ring 3: the screens that no first question needs, in one chunk that is fetched in idle time. */
import { wear } from './parts/sheets.ts'
import laterStyle from './styles/later.css?inline'

export { Request } from './request/request.tsx'
export { Result } from './result/result.tsx'
export { Keep } from './save/keep.tsx'
export { SentElsewhere } from './save/sent-elsewhere.tsx'
export { Stands } from './save/stands.tsx'
export { translated } from './state/translated.ts'

wear('later', laterStyle)
// development only: worn again when it changes on disk
import.meta.hot?.accept('./styles/later.css?inline', (sheet) => sheet && wear('later', sheet.default))
