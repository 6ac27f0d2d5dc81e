/**
 * Components that are replaced in the open page and keep their state: Vite’s compiler marks them, Prefresh’s runtime swaps
 * them. Its own plugin for Vite wants a newer Node than ours.
 */
import type { Plugin } from 'vite'

/** What the marks call: each module has its own, so that names of two modules never meet. On one line: no line moves. */
const before = (id: string) =>
  [
    "import '@prefresh/core'",
    "import { flush as $flush } from '@prefresh/utils'",
    `const $RefreshReg$ = (type, name) => self.__PREFRESH__.register(type, ${JSON.stringify(`${id} `)} + name)`,
    'const $RefreshSig$ = () => { let known, counted, custom',
    'return (type, key, reset, hooks) => { const { sign } = self.__PREFRESH__',
    "if (typeof key === 'string') { custom ??= typeof hooks === 'function'; known ??= type; if (type) sign(type, key, reset, hooks, 'begin') } else if (custom && !counted) { counted = true; sign(known, undefined, undefined, undefined, 'needsHooks') }",
    'return type } }',
    '',
  ].join('; ')

const AFTER = '\nif (import.meta.hot) import.meta.hot.accept(() => $flush())\n'

export const refresh = (): Plugin => ({
  name: 'kynnys-refresh',
  apply: 'serve',
  applyToEnvironment: ({ config }) => config.consumer === 'client',
  transform: {
    filter: { id: /\.tsx$/ },
    handler(code, id) {
      const isMarked = /\$Refresh(Reg|Sig)\$\(/.test(code)
      if (!isMarked || id.includes('node_modules')) return undefined
      const isComponent = code.includes('$RefreshReg$(')
      return { code: `${before(id)}${code}${isComponent ? AFTER : ''}`, map: null }
    },
  },
})
