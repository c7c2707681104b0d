import { describe, expect, it } from 'vitest'
import { carryIdentities } from './carry-identities.ts'

const vm = (identity: string, instanceUuid = '') => ({ identity, instanceUuid })

describe('identities of a new snapshot', () => {
  it.each([
    ['the same identity', [vm('a', 'u1')], [vm('a', 'u1')], [0]],
    ['a VM never seen', [vm('a')], [vm('b')], [-1]],
    ['a new MoRef under the same uuid', [vm('a', 'u1')], [vm('b', 'u1')], [0]],
    ['an order that changed', [vm('a'), vm('b')], [vm('b'), vm('a')], [1, 0]],
    ['a clone with the uuid of a VM that is still there', [vm('a', 'u1')], [vm('a', 'u1'), vm('b', 'u1')], [0, -1]],
    ['two new VMs of one uuid', [vm('a', 'u1')], [vm('b', 'u1'), vm('c', 'u1')], [-1, -1]],
    ['two earlier VMs of one uuid', [vm('a', 'u1'), vm('b', 'u1')], [vm('c', 'u1')], [-1]],
    ['no uuid at all', [vm('a')], [vm('b')], [-1]],
    ['nothing before', [], [vm('a', 'u1')], [-1]],
  ])('know %s', (_, known, found, expected) => {
    expect([...carryIdentities(known, found)]).toEqual(expected)
  })
})
