import type { Stats } from '@portolan/contract/inventory'
import { describe, expect, it } from 'vitest'
import { overviewSentence } from './overview-sentence.ts'
import type { Picture } from './picture.ts'
import { clustersPicture, cpuModelsPicture, hostsPicture, tenantsPicture } from './place-pictures.ts'
import { findingsPicture, modePicture, riskPicture } from './risk-pictures.ts'
import { largestPicture, sizesPicture } from './size-pictures.ts'
import { familiesPicture, powerPicture, supportPicture } from './system-pictures.ts'

const WIDTH = 360

type Cluster = Stats['clusters'][number]
type Host = Parameters<typeof hostsPicture>[0][number]

const cluster = (part: Partial<Cluster>): Cluster => ({
  ...{ name: 'c1', vcenter: 'vc', datacenter: 'dc', hosts: 4, cores: 100, cpuMHz: 1, memoryGiB: 1000 },
  ...{ haEnabled: true, drsEnabled: true, vms: 10, vcpus: 250, vmMemoryGiB: 470 },
  ...part,
})
const host = (part: Partial<Host>): Host => ({
  ...{
    name: 'esx1',
    vcenter: 'vc',
    datacenter: 'dc',
    cluster: 'c1',
    cpuModel: 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz',
  },
  ...{
    esxVersion: 'VMware ESXi 8.0.3',
    vendor: 'V',
    model: 'M',
    sockets: 2,
    cores: 64,
    speedMHz: 2000,
    memoryGiB: 512,
  },
  ...{ cpuUsagePct: 20, memoryUsagePct: 40, vms: 12, maintenance: false },
  ...part,
})
const shares = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([key, vms]) => ({ key, label: key, vms }))
const system = (label: string, vms: number, standardEnd: string | null, paidEnd: string | null = null) => ({
  ...{ key: label, label, vms, family: 'linux', support: 'supported', standardEnd, paidEnd },
})
const stats: Stats = {
  counts: { vms: 100, tenants: 7 },
  asOf: '2026-01-01T00:00:00.000Z',
  risk: shares({ GREEN: 90, YELLOW: 7, RED: 3 }),
  mode: shares({ warm_eligible: 60, warm_risky: 9, cold_required: 30, unknown: 1 }),
  power: shares({ poweredOn: 75, poweredOff: 25, suspended: 0, unknown: 0 }),
  osFamilies: shares({ windows: 30, linux: 60, other: 0, unknown: 10 }),
  systems: [
    system('Red Hat Enterprise Linux 8', 60, '2029-05-31', '2032-05-31'),
    system('Old, "quoted"', 4, '2020-11-30'),
    system('Other', 36, null),
  ],
  sizes: [
    { key: '0..50', label: '< 50 GiB', vms: 80, fromGiB: 0, toGiB: 50 },
    { key: '500..1024', label: '500 GiB–1 TiB', vms: 15, fromGiB: 500, toGiB: 1024 },
    { key: '5120..', label: '≥ 5 TiB', vms: 5, fromGiB: 5120, toGiB: null },
  ],
  clusters: [cluster({}), cluster({ name: 'full', vmMemoryGiB: 1300, haEnabled: false })],
  tenants: shares({ a: 40, b: 20, c: 10, d: 10, e: 10, f: 6, 'g, ltd': 4 }),
  largest: [{ id: '0c4d6e2a-0000-4000-8000-000000000000', name: 'big', usedGiB: 500, risk: 'RED', os: 'RHEL 8' }],
  findings: [
    { rule: 'os-unsupported', title: 'Unsupported guest system', severity: 'critical', vms: 2 },
    { rule: 'guest-disk-no-space', title: 'Too little free space', severity: 'critical', vms: 5 },
    { rule: 'cbt-off', title: 'Changed block tracking is off', severity: 'warning', vms: 50 },
  ],
  next: [],
}
const hosts = [host({}), host({ name: 'esx2', memoryUsagePct: 91 }), host({ name: 'esx3', memoryUsagePct: null })]

const pictures: Readonly<Record<string, Picture | null>> = {
  risk: riskPicture(stats),
  mode: modePicture(stats),
  power: powerPicture(stats),
  families: familiesPicture(stats),
  support: supportPicture(stats),
  findings: findingsPicture(stats),
  sizes: sizesPicture(stats),
  largest: largestPicture(stats, 1000),
  tenants: tenantsPicture(stats),
  clusters: clustersPicture(stats),
  hosts: hostsPicture(hosts),
  cpus: cpuModelsPicture(hosts),
}

describe('the pictures of the overview', () => {
  it.each([
    ['risk', '3 VMs of 100 are RED'],
    ['mode', '30 VMs of 100 can only move cold'],
    ['power', '25 VMs are off, 25 % of all'],
    ['families', 'Linux on 60 % of the VMs; 10 not identified'],
    ['support', '4 VMs run a system past vendor support'],
    ['findings', '2 critical findings; the widest: too little free space on 5 VMs'],
    ['sizes', '80 % of the VMs use less than 50 GiB; 5 use more than 2 TiB'],
    ['largest', 'The 1 largest VM holds 50 % of the data in use'],
    ['tenants', '5 of 7 tenants own 90 % of the VMs'],
    ['clusters', 'HA is off in 1 of 2 clusters; VMs of the fullest cluster were given 130 % of its memory'],
    ['hosts', '1 of 3 hosts uses more than 80 % of its memory'],
    ['cpus', 'All 3 hosts have one CPU model'],
  ])('%s says: %s', (id, title) => {
    expect(pictures[id]?.title).toBe(title)
  })

  it.each(Object.keys(pictures))('%s has for every mark a row of its table and a filter', (id) => {
    const { draw, picks, table } = pictures[id]!
    const { areas } = draw(WIDTH)
    expect(areas.length).toBeGreaterThan(0)
    expect(table.rows).toHaveLength(picks.length)
    for (const { index } of areas) expect(Object.keys(picks[index].search).length).toBeGreaterThan(0)
    for (const row of table.rows) expect(row).toHaveLength(table.head.length)
  })

  it.each([
    ['risk', 2, { risk: 'RED', sort: '-score' }],
    ['power', 1, { power: 'poweredOff' }],
    ['support', 0, { os: 'Old\\, "quoted"' }],
    ['sizes', 2, { usedGiB: '5120..', sort: '-usedGiB' }],
    ['tenants', 6, { tenant: 'g\\, ltd' }],
    ['clusters', 0, { cluster: 'full' }],
    ['hosts', 0, { host: 'esx2' }],
    ['cpus', 0, { host: 'esx1,esx2,esx3' }],
  ])('a click on mark %2$j of %s filters', (id, index, search) => {
    expect(pictures[id]?.picks[index].search).toEqual(search)
  })

  it('says what is good too', () => {
    expect(riskPicture({ ...stats, risk: shares({ GREEN: 9, YELLOW: 0, RED: 0 }) }).title).toBe('Every VM is GREEN')
    expect(modePicture({ ...stats, mode: shares({ warm_eligible: 9 }) }).title).toMatch(/^No VM needs a cold move/)
    expect(supportPicture({ ...stats, systems: [system('New', 9, '2030-01-01')] })?.title).toMatch(/^No VM runs/)
  })

  it('leaves out what the export does not tell', () => {
    expect(supportPicture({ ...stats, systems: [system('Other', 9, null)] })).toBeNull()
    expect(clustersPicture({ ...stats, clusters: [] })).toBeNull()
    expect(hostsPicture([host({ memoryUsagePct: null })])).toBeNull()
    expect(cpuModelsPicture([])).toBeNull()
    expect(findingsPicture({ ...stats, findings: [] })).toBeNull()
  })

  it('filters by cluster where the names of the hosts would not fit a link', () => {
    const many = Array.from({ length: 500 }, (_, i) => host({ name: `esx-${i}.example.org`, cluster: `c${i % 3}` }))
    expect(cpuModelsPicture(many)?.picks[0].search).toEqual({ cluster: 'c0,c1,c2' })
  })
})

describe('the sentence of the overview', () => {
  const totals = {
    ...{ vms: 100, vcpus: 1, memoryGiB: 1, inUseGiB: 1, tenants: 7, risk: { green: 90, yellow: 7, red: 3 } },
    ...{
      mode: { warm_eligible: 1, warm_risky: 1, cold_required: 1, unknown: 1 },
      computedAt: '2026-01-01T00:00:00.000Z',
    },
  }

  it.each([
    ['2026-03-26', 70, '; the plan ends Thu 26 Mar 2026, 70 days late'],
    ['2026-03-26', 0, '; the plan ends Thu 26 Mar 2026'],
    [null, null, '; the plan does not finish'],
  ])('with finish %s and %s days late ends in: %s', (finish, daysLate, end) => {
    expect(overviewSentence(stats, { ...totals, finish, daysLate })).toBe(
      `100 VMs in 7 tenants as of 1 Jan 2026, 3 RED${end}`,
    )
  })
})
