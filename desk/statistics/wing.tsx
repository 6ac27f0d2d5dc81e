/** The wing of figures, for who leads the work. */
import './styles/statistics.css'
import type { Wing } from '../parts/wing.ts'
import { speakAlso } from '../words/words.ts'
import { FiguresRoom } from './page.tsx'
import { look } from './state.ts'

// its words come with it: nothing of it is drawn before
await speakAlso('statistics')

export const statisticsWing: Wing = { Page: FiguresRoom, begin: look, turned: async () => {} }
