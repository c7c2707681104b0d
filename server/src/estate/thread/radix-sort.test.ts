import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortedByDigits, sortedByNumber } from './radix-sort.ts'

describe('sorting numbers by their digits', () => {
  it('gives the order of a stable sort, with what is not finite last', () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constantFrom(0, -0, 1.5, Number.NaN, Number.POSITIVE_INFINITY),
    )
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (values) => {
        const rows = values.map((_, row) => row)
        const finite = rows.filter((row) => Number.isFinite(values[row]))
        const expected = [
          ...finite.sort((a, b) => values[a] - values[b] || a - b),
          ...rows.filter((row) => !Number.isFinite(values[row])),
        ]
        const { rows: sorted, known } = sortedByNumber(values)
        expect([...sorted]).toEqual(expected)
        expect(known).toBe(finite.length)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [[], 1],
    [[7], 1],
    [[2, 1, 2, 0, 1, 0], 2],
  ])('sorts keys of several digits, the least one first', (keys, digits) => {
    const order = sortedByDigits(Uint16Array.from(keys), digits, keys.length / digits)
    const keyAt = (at: number) =>
      keys.slice(at * digits, at * digits + digits).reduceRight((sum, it) => sum * 65536 + it, 0)
    const values = [...order].map(keyAt)
    expect(values).toEqual([...values].sort((a, b) => a - b))
  })
})
