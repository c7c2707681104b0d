import { VmFilter } from '@portolan/contract/vms'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, searchOf, stringifySearch, VmSearch } from '../../search.ts'
import { ruleTitle } from './rule-title.ts'
import {
  chipText,
  FILTERS,
  type FilterKey,
  filterOf,
  rangeOf,
  rangeText,
  textOf,
  valuesOf,
  withoutFilter,
  withToggled,
} from './vm-filter.ts'

const rowOf = (key: FilterKey) => FILTERS.find((row) => row.key === key)!

describe('filters in the URL', () => {
  it('takes from a URL what filters and leaves sort, columns and the open VM', () => {
    const search: VmSearch = { risk: 'RED', search: 'db', sort: '-usedGiB', columns: 'name,risk', vm: 'x', tab: 'raw' }
    expect(filterOf(search)).toEqual({ risk: 'RED', search: 'db' })
    expect(withoutFilter(search)).toEqual({ sort: '-usedGiB', columns: 'name,risk', vm: 'x', tab: 'raw' })
  })

  it('brings any values back through the URL, commas, quotes and signs in them too', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.endsWith('\\'))
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
        const url = stringifySearch({ tenant: textOf(names) })
        expect(valuesOf(searchOf(VmSearch)(parseSearch(url)).tenant)).toEqual(names)
      }),
    )
  })

  it('drops a range that is none and keeps the rest of the link', () => {
    expect(searchOf(VmSearch)(parseSearch('?usedGiB=many&risk=RED'))).toEqual({ risk: 'RED' })
  })

  it('has a row for every filter of the API but the search, so that none is out of reach', () => {
    const inBar = FILTERS.map(({ key }) => key).sort()
    const inApi = Object.keys(VmFilter.shape).filter((key) => key !== 'search')
    expect(inBar).toEqual(inApi.sort())
  })
})

describe('values', () => {
  it.each([
    [undefined, 'RED', 'RED'],
    ['RED', 'YELLOW', 'RED,YELLOW'],
    ['RED,YELLOW', 'RED', 'YELLOW'],
    ['RED', 'RED', undefined],
    [undefined, 'Acme, Inc', 'Acme\\, Inc'],
    ['Acme\\, Inc,b', 'Acme, Inc', 'b'],
  ])('makes of %s with a click on %s: %s', (before, value, after) => {
    expect(withToggled(before, value)).toBe(after)
  })
})

describe('ranges', () => {
  it.each([
    [[1, 2], '1..2'],
    [[null, 2], '..2'],
    [[0, null], '0..'],
    [[null, null], undefined],
  ] as const)('writes %j as %s and reads it back', ([from, to], text) => {
    expect(rangeText(from, to)).toBe(text)
    expect(rangeOf(text)).toEqual([from, to])
  })
})

describe('chips', () => {
  it.each([
    ['risk', 'RED', 'RED'],
    ['power', 'poweredOn,suspended', 'on or suspended'],
    ['tenant', 'a,b,c', 'any of 3'],
    ['excluded', 'true', 'left out'],
    ['memoryGiB', '64..', '≥ 64 GiB'],
    ['score', '..20', '≤ 20'],
    ['usedGiB', '50..100', '50 to 100 GiB'],
    ['usedGiB', '50..<100', '50 to < 100 GiB'],
    ['usedGiB', '..<50', '< 50 GiB'],
    ['day', '2026-06-09', '2026-06-09'],
  ] as const)('says of %s=%s: %s', (key, text, words) => {
    expect(chipText(rowOf(key), text)).toBe(words)
  })

  it('names rules by their titles', () => {
    expect(chipText(rowOf('rule'), 'cbt-off', ruleTitle)).toBe('Changed block tracking is off')
    expect(ruleTitle('of-a-later-version')).toBe('of-a-later-version')
  })
})
