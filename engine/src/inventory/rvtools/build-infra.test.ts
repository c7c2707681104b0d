import { describe, expect, it } from 'vitest'
import { importTables, type Table } from './import-tables.ts'

const vInfo: Table = {
  sheet: 'vInfo',
  header: ['VM', 'Host', 'Cluster', 'Datacenter', 'Path', 'VI SDK UUID'],
  rows: [
    ['a', 'h1', 'c1', 'dc', '[ds1] a/a.vmx', 'vc'],
    ['b', 'h2', 'c1', 'dc', '[ds1] b/b.vmx', 'vc'],
    ['c', 'h2', '', 'dc', '', 'vc'],
  ],
}
const estateOf = (...tables: Table[]) => importTables(tables).estate
const names = (rows: readonly { name: string; listed?: boolean }[]) => rows.map((it) => it.name)

describe('hosts, clusters and datastores', () => {
  it('come from the rows of VMs where no sheet lists them', () => {
    const { hosts, clusters, datastores } = estateOf(vInfo)
    expect([names(hosts), names(clusters), names(datastores)]).toEqual([['h1', 'h2'], ['c1'], ['ds1']])
    expect(hosts[0]).toMatchObject({ cluster: 'c1', datacenter: 'dc', listed: false, speedMHz: Number.NaN, row: 0 })
  })

  it('come from their sheets alone where these exist, even empty', () => {
    const host = {
      sheet: 'vHost',
      header: ['Host', 'Speed', '# Memory', 'HT Active'],
      rows: [['h9', 2400, 262144, 'True']],
    }
    const { hosts, clusters } = estateOf(vInfo, host, { sheet: 'vCluster', header: ['Name'], rows: [] })
    expect(hosts).toMatchObject([
      { name: 'h9', speedMHz: 2400, memoryGiB: 256, threadsActive: true, listed: true, row: 2 },
    ])
    expect(clusters).toEqual([])
  })

  it('are distinct by vCenter and object id', () => {
    const header = ['Name', 'Object ID', 'VI SDK UUID', 'Capacity MiB']
    const rows = [
      ['nfs', 'datastore-1', 'vc', 1024],
      ['nfs', 'datastore-2', 'vc', 2048],
      ['nfs', 'datastore-1', 'other', 1024],
    ]
    const one = { sheet: 'vDatastore', header, rows }
    expect(estateOf(vInfo, one).datastores).toHaveLength(3)
    expect(estateOf({ ...vInfo, file: 'a' }, { ...one, file: 'a' }, { ...one, file: 'b' }).datastores).toHaveLength(3)
  })

  it('are distinct by name where there is no object id, the newest file speaking', () => {
    const cluster = (file: string, hosts: number): Table => ({
      sheet: 'vCluster',
      header: ['Name', 'NumHosts', 'VI SDK UUID'],
      rows: [['c1', hosts, 'vc']],
      file,
    })
    const { clusters } = estateOf(vInfo, cluster('2025-10.xlsx', 3), cluster('2025-11.xlsx', 4))
    expect(clusters).toMatchObject([{ name: 'c1', hosts: 4 }])
  })

  it('reads names of other tools', () => {
    const { hosts, clusters } = estateOf(
      vInfo,
      {
        sheet: 'vHost',
        header: ['Name', 'CPU MHz', 'Memory', '# CPU', 'Cores per CPU'],
        rows: [['h', 2400, 1024, 2, 10]],
      },
      {
        sheet: 'vCluster',
        header: ['Name', 'Num Hosts', 'Total CPU MHz', 'Total Memory'],
        rows: [['c', 2, 96000, 2048]],
      },
    )
    expect(hosts).toMatchObject([{ speedMHz: 2400, memoryGiB: 1, cores: 20 }])
    expect(clusters).toMatchObject([{ hosts: 2, cpuMHz: 96000, memoryGiB: 2 }])
  })
})

describe('networks', () => {
  it('reads the VLANs of standard and distributed port groups', () => {
    const { portGroups } = estateOf(
      vInfo,
      { sheet: 'vPort', header: ['Host', 'Port Group', 'Switch', 'VLAN'], rows: [['h1', 'VM Network', 'vSwitch0', 0]] },
      {
        sheet: 'dvPort',
        header: ['Port', 'Switch', 'Type', 'VLAN'],
        rows: [['net%2fa', 'dvs', 'earlyBinding', '0-4094']],
      },
    )
    expect(portGroups).toMatchObject([
      { name: 'VM Network', distributed: false, host: 'h1', vlan: '0' },
      { name: 'net/a', distributed: true, binding: 'earlyBinding', vlan: '0-4094' },
    ])
  })

  it('reads the speed of network cards, however it is written', () => {
    const rows = [
      ['h1', 'vmnic0', 10000],
      ['h1', 'vmnic1', '25 Gbit/s'],
      ['h1', 'vmnic2', ''],
    ]
    const { hostNics } = estateOf(vInfo, { sheet: 'vNIC', header: ['Host', 'Network Device', 'Speed'], rows })
    expect(hostNics.map((it) => it.speedMbps)).toEqual([10000, 25000, Number.NaN])
  })
})

describe('resource pools, licences and counts', () => {
  it('reads the path of a pool, which 3.x writes into the column of its name', () => {
    const old = { sheet: 'vRP', header: ['Resource pool', 'CPU limit'], rows: [['/dc/c/Resources/gold', -1]] }
    expect(estateOf(vInfo, old).resourcePools).toMatchObject([
      { name: 'gold', path: '/dc/c/Resources/gold', cpuLimitMHz: Number.POSITIVE_INFINITY },
    ])
  })

  it('counts licences and drops their keys', () => {
    const header = ['Name', 'Key', 'Total', 'Used', 'VI SDK UUID']
    const rows = [
      ['vSphere', 'AAAAA-BBBBB', 16, 4, 'vc'],
      ['vSphere', 'CCCCC-DDDDD', 'Unlimited', 2, 'vc'],
    ]
    const { licences, texts } = estateOf(vInfo, { sheet: 'vLicense', header, rows })
    expect(licences).toEqual([{ name: 'vSphere', total: Number.POSITIVE_INFINITY, used: 6, count: 2 }])
    expect(texts.filter((text) => /AAAAA|CCCCC/.test(text))).toEqual([])
  })

  it('does not count the rows of one vCenter once for every file', () => {
    const health = (file: string): Table => ({
      sheet: 'vHealth',
      header: ['Name', 'Message type', 'VI SDK UUID'],
      rows: [
        ['x', 'Zombie', 'vc'],
        ['y', 'Zombie', 'vc'],
      ],
      file,
    })
    const both = [{ ...vInfo, file: 'a.xlsx' }, health('a.xlsx'), { ...vInfo, file: 'b.xlsx' }, health('b.xlsx')]
    expect(estateOf(...both).health).toEqual([{ type: 'Zombie', count: 2 }])
  })

  it('knows the version of a vCenter from vSource, else from vInfo', () => {
    const vm = {
      sheet: 'vInfo',
      header: ['VM', 'VI SDK Server type', 'VI SDK UUID'],
      rows: [['a', 'vCenter 8.0.1', 'vc']],
    }
    const source = {
      sheet: 'vSource',
      header: ['Fullname', 'API version', 'VI SDK UUID'],
      rows: [['vCenter 8.0.3', '8.0.3.0', 'VC']],
    }
    expect(estateOf(vm).vcenters).toMatchObject([{ uuid: 'vc', version: 'vCenter 8.0.1' }])
    expect(estateOf(vm, source).vcenters).toMatchObject([{ version: 'vCenter 8.0.3', apiVersion: '8.0.3.0' }])
  })
})

describe('sources', () => {
  it('tell version, time and servers, in an order the arguments do not decide', () => {
    const about = (file: string): Table => ({
      sheet: 'vMetaData',
      header: ['RVTools major version', 'RVTools version', 'xlsx creation datetime', 'Server'],
      rows: [[4.4000000000000004, file === 'b' ? '4.7.1.4' : '', '2025-11-03 10:00:00', `${file}.lab`]],
      file,
    })
    expect(estateOf(about('b'), about('a')).sources).toEqual([
      { file: 'a', format: 'xlsx', rvtoolsVersion: '4.4', exportedAt: Date.UTC(2025, 10, 3, 10), vcenters: ['a.lab'] },
      {
        file: 'b',
        format: 'xlsx',
        rvtoolsVersion: '4.7.1.4',
        exportedAt: Date.UTC(2025, 10, 3, 10),
        vcenters: ['b.lab'],
      },
    ])
  })
})
