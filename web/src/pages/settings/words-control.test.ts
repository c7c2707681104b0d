import { expect, it } from 'vitest'
import { withWords } from './words-control.tsx'

it.each([
  [['db'], 'sql', ['db', 'sql']],
  [['db'], ' sql ; mongo,', ['db', 'sql', 'mongo']],
  [['db'], 'db', ['db']],
  [[], ' , ', []],
])('puts into %j what was typed, %j', (words, text, after) => {
  expect(withWords(words, text)).toEqual(after)
})
