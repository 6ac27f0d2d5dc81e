/** What the app draws that the first screen does not, worn as it starts; in development again when it changes on disk. */
import style from '../styles/app.css?inline'
import { wear } from './sheets.ts'

wear('app', style)
import.meta.hot?.accept()
