import { describe, expect, it } from 'vitest'
import { detectTenants } from '../tenancy/detect-tenants.ts'
import { TenantDetectionSettings } from '../tenancy/tenancy-settings.ts'
import { inventoryCounts } from './counts.ts'
import { deriveFacts } from './derive-facts.ts'
import { importTables } from './rvtools/import-tables.ts'

const VINFO = {
  sheet: 'vInfo',
  header: ['VM', 'VM ID', 'Powerstate', 'Template', 'SRM Placeholder', 'CPUs', 'Memory', 'Host', 'Cluster'],
  rows: [
    ['web', 'vm-1', 'poweredOn', 'False', 'False', 4, 8192, 'esx1', 'c1'],
    ['old', 'vm-2', 'poweredOff', 'False', 'False', 2, 4096, 'esx1', 'c1'],
    ['tpl', 'vm-3', 'poweredOff', 'True', 'False', 8, 16384, 'esx2', 'c1'],
    ['srm', 'vm-4', 'poweredOff', 'False', 'True', 8, 16384, 'esx2', 'c2'],
  ],
}
const DISKS = {
  sheet: 'vDisk',
  header: ['VM', 'VM ID', 'Disk', 'Capacity MiB'],
  rows: [
    ['web', 'vm-1', 'Hard disk 1', 10240],
    ['web', 'vm-1', 'Hard disk 2', 20480],
    ['tpl', 'vm-3', 'Hard disk 1', 40960],
  ],
}
const NICS = {
  sheet: 'vNetwork',
  header: ['VM', 'VM ID', 'NIC label', 'Network'],
  rows: [
    ['web', 'vm-1', 'Network adapter 1', 'lan'],
    ['web', 'vm-1', 'Network adapter 2', 'none'],
    ['old', 'vm-2', 'Network adapter 1', 'lan'],
    ['tpl', 'vm-3', 'Network adapter 1', 'templates'],
  ],
}

function counts(...tables: Parameters<typeof importTables>[0][number][]) {
  const { estate } = importTables(tables)
  const facts = deriveFacts(estate)
  return inventoryCounts(estate, detectTenants(estate, facts, TenantDetectionSettings.parse({})))
}

describe('the counts of an estate', () => {
  it('leave templates and placeholders out of every sum', () =>
    expect(counts(VINFO)).toMatchObject({
      vms: 2,
      templates: 1,
      poweredOn: 1,
      poweredOff: 1,
      suspended: 0,
      vcpus: 6,
      memoryGiB: 12,
    }))

  it('say null for what no sheet told', () =>
    expect(counts(VINFO)).toMatchObject({
      disks: null,
      diskCapacityGiB: null,
      inUseGiB: null,
      nics: null,
      networks: null,
      snapshots: null,
      datastores: null,
    }))

  it('take rows of parts only from VMs that count, adapters on no network among them', () =>
    expect(counts(VINFO, DISKS, NICS)).toMatchObject({ disks: 2, diskCapacityGiB: 30, nics: 3, networks: 1 }))

  it('find nothing in a sheet that is there and empty', () =>
    expect(
      counts(VINFO, { sheet: 'vSnapshot', header: ['VM', 'VM ID', 'Name', 'Date / time'], rows: [] }).snapshots,
    ).toBe(0))

  it('derive hosts from the VMs where no sheet lists them', () => expect(counts(VINFO).hosts).toBe(2))

  it('believe the sheet that lists hosts', () => {
    const hosts = {
      sheet: 'vHost',
      header: ['Host', 'Object ID', 'Speed', '# Cores'],
      rows: [['esx1', 'host-1', 2900, 32]],
    }
    expect(counts(VINFO, hosts).hosts).toBe(1)
  })
})
