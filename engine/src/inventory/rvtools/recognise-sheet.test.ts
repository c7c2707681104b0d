import { describe, expect, it } from 'vitest'
import { recogniseSheet } from './recognise-sheet.ts'

describe('recogniseSheet', () => {
  it.each([
    ['vInfo', ['VM', 'Powerstate'], 'vInfo'],
    ['VINFO', ['VM'], 'vInfo'],
    ['tabvInfo', ['VM'], 'vInfo'],
    ['RVTools_tabvDisk', ['VM', 'Disk', 'Capacity MiB'], 'vDisk'],
    ['RVTools_tabvSC_VMK.csv', ['Host', 'Device'], 'vSC_VMK'],
    ['vPort', ['Host', 'Port Group', 'Switch', 'VLAN'], 'vPort'],
    ['Sheet1', ['VM Name', 'Power State', 'CPUs'], 'vInfo'],
    ['export', ['VM', 'OS'], 'vInfo'],
    ['vms', ['vInfoVMName', 'vInfoCPUs'], 'vInfo'],
    ['Tabelle1', ['VM', 'Powerstate', 'Disk', 'Capacity MB', 'Thin'], 'vDisk'],
    ['disks', ['VM', 'Disk', 'Capacity MB', 'Consumed MB'], 'vPartition'],
    ['nics', ['VM', 'Powerstate', 'Network', 'Mac Address'], 'vNetwork'],
    ['hosts', ['Host', 'CPU Model', '# CPU', '# Cores'], 'vHost'],
  ] as const)('takes "%s" with %j for %s', (name, header, sheet) => {
    expect(recogniseSheet(name, [...header])?.sheet).toBe(sheet)
  })

  it.each([
    ['Summary', ['Cluster \nName', 'Total \nVMs', 'Notes']],
    ['Pivot', ['VM', 'Count of things']],
    ['Sheet2', []],
    // Other programs use the names for tables of their own.
    ['vPort', ['VM', 'Network', 'Port Group', 'Switch', 'VLAN']],
    ['dvPort', ['VM', 'Network', 'Port Group']],
    ['vInfo', ['Cluster', 'Powerstate', 'CPUs']],
  ] as const)('takes "%s" with %j for a foreign sheet', (name, header) => {
    expect(recogniseSheet(name, [...header])).toBeNull()
  })
})
