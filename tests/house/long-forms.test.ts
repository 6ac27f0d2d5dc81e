/** What is tried in the long form alone is tried there: a file that nobody ran would tell nothing, for ever. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { longForms } from '../../tools/long-forms.mjs'

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('house'))
  .map((name) => path.join('tests', name))

describe('npm run evidence', () => {
  it('finds every file in which something is long', () => {
    const marked = files.filter((file) => /\b(long(Describe)?)(\.each)?\(/.test(readFileSync(file, 'utf8')))
    expect(marked.length).toBeGreaterThan(40)
    expect(marked.filter((file) => !longForms().includes(file))).toEqual([])
  })

  it('runs them in whatever room they stand', () => {
    expect(readFileSync('tools/evidence.mjs', 'utf8')).not.toContain('--project')
  })

  it('would miss one that came by another name (red twin)', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-long-'))
    mkdirSync(path.join(folder, 'widget'))
    const write = (name: string, from: string) =>
      writeFileSync(
        path.join(folder, 'widget', name),
        `import { long } from '${from}'\nlong('x', () => {})\n`,
      )
    write('found.test.ts', '../support/long.ts')
    write('missed.test.ts', '../elsewhere/long-ones.ts')
    expect(longForms(folder)).toEqual([path.join(folder, 'widget/found.test.ts')])
  })
})
