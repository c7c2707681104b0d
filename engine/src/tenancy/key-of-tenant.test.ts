import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyForMadeTenant, pairOf, tenantKeyOf } from './key-of-tenant.ts'

/** Names made of what a key gives a meaning to, so that a mistake in escaping is found. */
const name = fc.string({ unit: fc.constantFrom('a', 'B', '/', '%', '~', '2', 'F', '5', '7', 'E'), minLength: 1 })
const pair = fc.record({ name, orgVdc: fc.oneof(fc.constant(''), name) })

describe('the key of a tenant', () => {
  it.each`
    name            | orgVdc           | key
    ${'acme'}       | ${''}            | ${'acme'}
    ${'acme'}       | ${'acme-vDC-12'} | ${'acme/acme-vDC-12'}
    ${'acme'}       | ${'acme'}        | ${'acme/acme'}
    ${'R/D'}        | ${''}            | ${'R%2FD'}
    ${'50 % ~ off'} | ${'a/b'}         | ${'50 %25 %7E off/a%2Fb'}
    ${'Söhne'}      | ${''}            | ${'Söhne'}
  `('of $name in $orgVdc is $key', ({ key, ...pair }) => expect(tenantKeyOf(pair)).toBe(key))

  it('can be read back, so two tenants never share one', () =>
    fc.assert(
      fc.property(pair, (it) => {
        expect(pairOf(tenantKeyOf(it))).toEqual(it)
      }),
    ))

  it('is numbered for a tenant added by hand whose key is taken, as no detected one can be', () => {
    const taken = new Set<string>()
    const made = Array.from({ length: 3 }, () => {
      const key = keyForMadeTenant({ name: 'acme', orgVdc: '' }, taken)
      taken.add(key)
      return key
    })
    expect(made).toEqual(['acme', 'acme~2', 'acme~3'])
    expect(made.map(pairOf)).toEqual(Array.from({ length: 3 }, () => ({ name: 'acme', orgVdc: '' })))
    fc.assert(
      fc.property(pair, pair, (other, it) => {
        const numbered = keyForMadeTenant(it, new Set([tenantKeyOf(it)]))
        return numbered !== tenantKeyOf(other) && numbered !== tenantKeyOf(it)
      }),
    )
  })
})
