import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from './pack.ts'

describe('packed columns', () => {
  it('come back as they were, whatever they hold', () => {
    const value = {
      texts: ['', 'ä', '漢字', '😀', 'lone \ud800 surrogate'.slice(0, 5)],
      nested: [{ speedMHz: Number.NaN, most: Number.POSITIVE_INFINITY, name: 'esx1', maintenance: null }],
      columns: new Set(['vInfo.cbt']),
      places: new Map([['0/vInfo.cbt', { index: 3 }]]),
      f64: Float64Array.of(1.5, Number.NaN, -0),
      u32: Uint32Array.of(1, 2 ** 32 - 1),
      i8: Int8Array.of(-1, 0, 1),
      u16: Uint16Array.of(65535),
      empty: new Uint8Array(0),
    }
    expect(unpack(pack(value))).toEqual(value)
  })

  it('carry any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 8 }), (texts) => {
        expect(unpack(pack({ texts }))).toEqual({ texts })
      }),
    )
  })

  it('are read from bytes that stand anywhere', () => {
    const packed = pack({ a: Float64Array.of(1, 2, 3) })
    const shifted = new Uint8Array(packed.length + 3)
    shifted.set(packed, 3)
    expect(unpack(shifted.subarray(3))).toEqual({ a: Float64Array.of(1, 2, 3) })
  })

  it('are refused when they are cut short', () => {
    const packed = pack({ text: 'x'.repeat(100), a: Float64Array.of(1, 2, 3) })
    expect(() => unpack(packed.subarray(0, 2))).toThrow(RangeError)
    expect(() => unpack(packed.subarray(0, 50))).toThrow(RangeError)
    expect(() => unpack(packed.subarray(0, packed.length - 16))).toThrow(RangeError)
  })
})
