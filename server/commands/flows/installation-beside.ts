/** What reads an installation: by far the most of the command, and loaded only where there is one. */
export { differencesFrom } from '../../place/differs.ts'
export { keysFrom } from '../../seal/keys.ts'
export { openStore } from '../../store/open.ts'
