import { expect, it } from 'vitest'
import { check } from '#core/check/check.ts'
import { readContent } from '../../../server/content/reading/parse.ts'
import { whole } from './toy.ts'

it('the content of the repository has no problem', () => {
  const { content, locate, problems } = readContent('flows', 'locales')
  expect([...problems, ...check(content, locate)].map(whole)).toEqual([])
})
