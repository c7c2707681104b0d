import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namePattern } from './name-pattern.ts'

describe('a pattern over names', () => {
  it.each`
    pattern       | fits                             | fitsNot
    ${'test'}     | ${['test', 'TEST']}              | ${['test1', 'a test', '']}
    ${'test*'}    | ${['test', 'Test-Lab']}          | ${['a test']}
    ${'%-lab'}    | ${['x-LAB', '-lab']}             | ${['lab', 'x-lab2']}
    ${'a*b%c'}    | ${['abc', 'a--b--c', 'aXbYbZc']} | ${['acb', 'ab', 'ac']}
    ${'ab*ba'}    | ${['abba', 'abXba']}             | ${['aba']}
    ${'*'}        | ${['', 'anything']}              | ${[]}
    ${'*b*b*'}    | ${['bb', 'abcb']}                | ${['b', 'ab']}
    ${'a.c'}      | ${['a.c']}                       | ${['abc']}
    ${'[x](y)+?'} | ${['[X](y)+?']}                  | ${['x']}
  `('$pattern fits $fits and not $fitsNot', ({ pattern, fits, fitsNot }) => {
    const matches = namePattern(pattern)
    expect(fits.filter(matches)).toEqual(fits)
    expect(fitsNot.filter(matches)).toEqual([])
  })

  it('says what a regular expression says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '.'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '%'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(pattern, text, (pattern, text) => {
        const source = pattern.replaceAll('.', '\\.').replace(/[*%]/g, '.*')
        expect(namePattern(pattern)(text)).toBe(new RegExp(`^${source}$`, 'is').test(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no time with many wildcards', () => {
    const before = performance.now()
    expect(namePattern(`${'*a'.repeat(120)}*b`)('a'.repeat(20_000))).toBe(false)
    expect(performance.now() - before).toBeLessThan(200)
  })
})
