import { describe, expect, it } from 'vitest'
import { numberOf, stepped } from './number-field.tsx'

describe('a number that is typed', () => {
  it.each`
    text      | value
    ${'12'}   | ${12}
    ${'12.'}  | ${12}
    ${'.5'}   | ${0.5}
    ${'-3'}   | ${-3}
    ${''}     | ${null}
    ${'-'}    | ${null}
    ${'.'}    | ${null}
    ${'1e9'}  | ${null}
    ${'0x10'} | ${null}
  `('reads $text as $value', ({ text, value }) => expect(numberOf(text)).toBe(value))

  it('steps without the dust of binary fractions', () => {
    expect(stepped(0.1, 0.2)).toBe(0.3)
    expect(stepped(0.55, -0.05)).toBe(0.5)
  })
})
