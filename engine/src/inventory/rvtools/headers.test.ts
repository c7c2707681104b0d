import { describe, expect, it } from 'vitest'
import { headerKey } from './headers.ts'

describe('headerKey', () => {
  it.each([
    ['Free % ', 'Free %'],
    ['Power State', 'Powerstate'],
    ['  OS  according to\nthe VMware Tools', 'os according to the vmware tools'],
    ['In Use (MB)', 'In Use MiB'],
    ['vm_name', 'VM Name'],
    ['Cluster rule(s)', 'cluster rules'],
    ['Size MiB (total)', 'Size MB (total)'],
    ['vPartitionCapacityMiB', 'vPartitionCapacity'],
    ['Gerät', 'gerät'],
  ])('takes %j and %j for one name', (a, b) => {
    expect(headerKey(a).bare).toBe(headerKey(b).bare)
  })

  it.each([
    ['# Cores', 'Cores'],
    ['Free %', 'Free MiB'],
    ['Cluster rule(s)', 'Cluster rule name(s)'],
    ['Network #1', 'Network #2'],
    ['Size MiB (total)', 'Size MiB (vmsn)'],
    ['VM ID', 'VM UUID'],
    ['# VMs', '# VMs total'],
  ])('tells %j from %j', (a, b) => {
    expect(headerKey(a).bare).not.toBe(headerKey(b).bare)
  })

  it.each([
    ['Provisioned MB', 'MiB'],
    ['Provisioned MiB', 'MiB'],
    ['Memory (GB)', 'GiB'],
    ['In Use GiB', 'GiB'],
    ['Capacity_TB', 'TiB'],
    ['Video Ram KB', 'KiB'],
    ['File Size in bytes', 'B'],
    ['vMemorySizeMiB', 'MiB'],
    ['Memory', null],
    // Words that merely contain a unit.
    ['Cluster', null],
    ['Number', null],
    ['vCPU', null],
  ])('reads the unit of %j as %s', (header, unit) => {
    expect(headerKey(header).sizeUnit).toBe(unit)
  })

  it.each([
    ['Demand (MHz)', 'MHz'],
    ['Total CPU GHz', 'GHz'],
    ['Speed', null],
  ])('reads the frequency of %j as %s', (header, unit) => {
    expect(headerKey(header).frequencyUnit).toBe(unit)
  })
})
