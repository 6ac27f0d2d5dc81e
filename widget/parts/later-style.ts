/** What the screens of the later chunk draw, worn as it comes; in development again when it changes on disk. */
import style from '../styles/later.css?inline'
import { wear } from './sheets.ts'

wear('later', style)
import.meta.hot?.accept()
