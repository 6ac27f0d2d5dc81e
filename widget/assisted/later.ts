/** What no first question needs: the result, and another language. */
import { wear } from '../parts/sheets.ts'
import laterStyle from '../styles/later.css?inline'

export { Result } from '../result/result.tsx'
export { translated } from '../state/translated.ts'

wear('later', laterStyle)
