/** The wing of figures, for who leads the work. */
import './styles/statistics.css'
import type { Wing } from '../parts/wing.ts'
import { FiguresRoom } from './page.tsx'
import { look } from './state.ts'

export const statisticsWing: Wing = { Page: FiguresRoom, begin: look, turned: async () => {} }
