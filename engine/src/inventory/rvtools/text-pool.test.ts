import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextPool, Translation } from './text-pool.ts'

describe('TextPool', () => {
  it('gives equal texts equal codes and different texts different ones, however many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { maxLength: 3000 }), (texts) => {
        const pool = new TextPool()
        const codes = texts.map((text) => pool.codeOf(text))
        expect(codes.map((code) => pool.texts[code])).toEqual(texts)
        expect(new Set(codes).size).toBe(new Set(texts).size)
      }),
      { numRuns: 30 },
    )
  })

  it('has the empty text at code 0', () => {
    expect(new TextPool().codeOf('')).toBe(0)
  })

  it.each([
    ['True', 1],
    ['TRUE', 1],
    ['Yes', 1],
    ['1', 1],
    ['False', 0],
    ['no', 0],
    ['0', 0],
    ['', -1],
    ['maybe', -1],
  ])('reads %j as the flag %i', (word, flag) => {
    const pool = new TextPool()
    expect(pool.flagOf(pool.codeOf(word))).toBe(flag)
  })
})

describe('Translation', () => {
  it('knows what it has learnt, also beyond the keys that were announced', () => {
    const translation = new Translation()
    translation.reserve(2)
    translation.learn(1, 7)
    translation.learn(900, 0)
    expect([0, 1, 900, 5000].map((key) => translation.codeOf(key))).toEqual([-1, 7, 0, -1])
  })
})
