import { describe, expect, it } from 'vitest'
import { decimalSignOf, parseNumberText } from './number-text.ts'

describe('parseNumberText', () => {
  it.each`
    text            | decimal | expected
    ${'42'}         | ${'.'}  | ${42}
    ${'-1'}         | ${'.'}  | ${-1}
    ${'3.5'}        | ${'.'}  | ${3.5}
    ${'3,5'}        | ${','}  | ${3.5}
    ${'3,5'}        | ${'.'}  | ${3.5}
    ${'3.5'}        | ${','}  | ${3.5}
    ${'1,234'}      | ${'.'}  | ${1234}
    ${'1,234'}      | ${','}  | ${1.234}
    ${'1.234'}      | ${','}  | ${1234}
    ${'1.234'}      | ${'.'}  | ${1.234}
    ${'1,234.5'}    | ${'.'}  | ${1234.5}
    ${'1,234.5'}    | ${','}  | ${1234.5}
    ${'1.234,5'}    | ${','}  | ${1234.5}
    ${'1.234,5'}    | ${'.'}  | ${1234.5}
    ${'1.234.567'}  | ${'.'}  | ${1234567}
    ${'1 234,5'}    | ${','}  | ${1234.5}
    ${'1\u00a0234'} | ${','}  | ${1234}
    ${"1'234.5"}    | ${'.'}  | ${1234.5}
    ${'0.123'}      | ${','}  | ${0.123}
    ${'.5'}         | ${'.'}  | ${0.5}
    ${'1.5E+05'}    | ${'.'}  | ${150000}
  `('reads $text as $expected where the decimal sign is $decimal', ({ text, decimal, expected }) => {
    expect(parseNumberText(text, decimal)).toBe(expected)
  })

  it.each(['', 'n/a', '0%', '10.0.0.1', '1,23,4', '0x10', '1 2', 'Infinity', '12abc', '-', '.'])(
    'reads %j as no number',
    (text) => {
      expect(parseNumberText(text, '.')).toBeNaN()
      expect(parseNumberText(text, ',')).toBeNaN()
    },
  )

  it('takes time in proportion to a long text of digits and signs', () => {
    expect(parseNumberText(`${'1,111'.repeat(200_000)}x`, '.')).toBeNaN()
  })
})

describe('decimalSignOf', () => {
  it.each`
    text         | expected
    ${'3,5'}     | ${','}
    ${'3.5'}     | ${'.'}
    ${'1.234,5'} | ${','}
    ${'1,234.5'} | ${'.'}
    ${'1.234'}   | ${null}
    ${'1,234'}   | ${null}
    ${'12'}      | ${null}
    ${'7.0.3'}   | ${null}
  `('learns $expected from $text', ({ text, expected }) => {
    expect(decimalSignOf(text)).toBe(expected)
  })
})
