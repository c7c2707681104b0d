import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: [true, null, 'x'], Z: {} }, '{"Z":{},"a":[true,null,"x"],"b":1}'],
    [{ ä: 1, z: 2, '10': 3, '9': 4 }, '{"10":3,"9":4,"z":2,"ä":1}'],
    [[], '[]'],
    [{ nested: [{ d: 1, c: 2 }] }, '{"nested":[{"c":2,"d":1}]}'],
    ['a "quote"\n', '"a \\"quote\\"\\n"'],
  ])('writes %j with sorted keys and no white space', (value, text) => expect(canonicalJson(value)).toBe(text))

  it('keeps every digit of a number', () => {
    for (const value of [0.1 + 0.2, 1e21, 5e-324, 1_767_603_600_000.123, -0]) {
      expect(Object.is(JSON.parse(canonicalJson(value)), value === 0 ? 0 : value)).toBe(true)
    }
  })

  it('has no number for what is none', () =>
    expect(canonicalJson([Number.NaN, Number.POSITIVE_INFINITY])).toBe('[null,null]'))
})
