import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNatural } from './compare.ts'

describe('compareNatural', () => {
  it.each([
    ['Hard disk 2', 'Hard disk 10'],
    ['Hard disk 9', 'Hard disk 10 (copy)'],
    ['a', 'b'],
    ['a', 'aa'],
    ['', 'a'],
    ['a1', 'ab'],
    ['4.7.1.4', '4.10.0.0'],
    ['/', '/var'],
  ])('puts %j before %j', (a, b) => {
    expect(compareNatural(a, b)).toBeLessThan(0)
    expect(compareNatural(b, a)).toBeGreaterThan(0)
  })

  it('is a total order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '0', '1', '2', '/'), maxLength: 5 })
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) + 0)
        expect(compareNatural(a, b) === 0).toBe(a === b)
        if (compareNatural(a, b) < 0 && compareNatural(b, c) < 0) expect(compareNatural(a, c)).toBeLessThan(0)
      }),
      { numRuns: 2000 },
    )
  })
})
