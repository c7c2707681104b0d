import { describe, expect, it } from 'vitest'
import { NETWORKED_VCENTERS, type NetworkedVm, networkedEstate } from '../../test/support/networked-estate.ts'
import { datastoreUses } from './datastore-uses.ts'
import { seedVolumeType } from './seed-volume-type.ts'
import { checkStorageMappings, confirmStorage, storageIssueText } from './storage-issues.ts'
import { StorageMappingDecision } from './storage-mapping-decision.ts'
import { storageMappings, volumeTypeTotals } from './storage-mappings.ts'

const [vcenter] = NETWORKED_VCENTERS
const VMS: readonly NetworkedVm[] = [
  {
    name: 'web',
    tenant: 'acme',
    nics: [],
    disks: [
      ['SSD01', 10.5],
      ['SSD01', 20],
    ],
  },
  {
    name: 'db',
    tenant: 'beta',
    nics: [],
    disks: [
      ['ds-nvme', 100],
      ['SSD01', 5],
    ],
  },
  { name: 'old', tenant: 'beta', nics: [], disks: [['sata-2', 7]] },
]

const decisions = (...all: object[]) => all.map((it) => StorageMappingDecision.parse(it))
const datastore = (name: string) => ({ kind: 'datastore', vcenter, name })
const pattern = (text: string, more: object = {}) => ({ kind: 'pattern', pattern: text, ...more })

function mapOf(decided: readonly StorageMappingDecision[] = [], outOfScope: readonly string[] = ['old']) {
  const { estate, facts, tenancy, scope } = networkedEstate(VMS, { outOfScope, datastores: [{ name: 'ISO' }] })
  return storageMappings(datastoreUses(estate, facts, tenancy, scope).datastores, decided)
}

describe('the seed of a datastore', () => {
  it.each`
    name                  | hosts  | volumeType       | reason       | isLocal
    ${'SSD01'}            | ${2}   | ${'ssd'}         | ${'ssd'}     | ${false}
    ${'prod_all-flash_3'} | ${2}   | ${'ssd'}         | ${'ssd'}     | ${false}
    ${'DS-NVMe-01'}       | ${2}   | ${'nvme'}        | ${'nvme'}    | ${false}
    ${'nl-sas'}           | ${2}   | ${'hdd'}         | ${'hdd'}     | ${false}
    ${'HDD_10k'}          | ${2}   | ${'hdd'}         | ${'hdd'}     | ${false}
    ${'datastore1 (3)'}   | ${1}   | ${'__DEFAULT__'} | ${'unknown'} | ${true}
    ${'esx7-local-ssd'}   | ${2}   | ${'ssd'}         | ${'ssd'}     | ${true}
    ${'vsanDatastore'}    | ${NaN} | ${'__DEFAULT__'} | ${'unknown'} | ${false}
    ${'ISO'}              | ${2}   | ${null}          | ${'images'}  | ${false}
    ${'backup-ssd'}       | ${2}   | ${null}          | ${'backup'}  | ${false}
    ${'SRM_Placeholder'}  | ${2}   | ${null}          | ${'replica'} | ${false}
    ${'esx1-scratch'}     | ${2}   | ${null}          | ${'scratch'} | ${false}
    ${'isolation'}        | ${2}   | ${'__DEFAULT__'} | ${'unknown'} | ${false}
    ${'glassdata'}        | ${2}   | ${'__DEFAULT__'} | ${'unknown'} | ${false}
  `('$name is $volumeType by $reason', ({ name, hosts, ...expected }) => {
    expect(seedVolumeType({ name, hosts })).toEqual(expected)
  })
})

describe('the storage map', () => {
  it('lists what holds disks of VMs in scope, with GiB as they are and as volumes', () => {
    expect(
      mapOf().map(({ subject, vms, disks, diskGiB, volumeGiB, volumeType, confirmed }) => ({
        ...{ name: subject.name, vms, disks, diskGiB, volumeGiB, volumeType, confirmed },
      })),
    ).toEqual([
      { name: 'ds-nvme', vms: 1, disks: 1, diskGiB: 100, volumeGiB: 100, volumeType: 'nvme', confirmed: false },
      { name: 'SSD01', vms: 2, disks: 3, diskGiB: 35.5, volumeGiB: 36, volumeType: 'ssd', confirmed: false },
    ])
  })

  it('lets a datastore decide before a pattern, and the pattern with most letters before the others', () => {
    const decided = decisions(
      { subject: pattern('*'), volumeType: 'any', confirmed: true },
      { subject: pattern('ssd*'), volumeType: 'fast' },
      { subject: pattern('ssd0*', { vcenter: NETWORKED_VCENTERS[1] }), volumeType: 'elsewhere' },
      { subject: datastore('ds-nvme'), volumeType: null, notes: 'scratch' },
    )
    const found = (all: readonly StorageMappingDecision[]) =>
      mapOf(all).map((it) => [it.subject.name, it.volumeType, it.decidedBy, it.pattern, it.confirmed])
    expect(found(decided)).toEqual([
      ['ds-nvme', null, 'datastore', '*', false],
      ['SSD01', 'fast', 'pattern', 'ssd*', false],
    ])
    expect(found(decided.toReversed())).toEqual(found(decided))
    expect(found(decisions({ subject: pattern('S%1'), confirmed: true }))[1]).toEqual([
      'SSD01',
      'ssd',
      'seed',
      'S%1',
      true,
    ])
  })

  it('keeps what was decided about a datastore that is out of scope or gone', () => {
    const decided = decisions({ subject: datastore('sata-2'), volumeType: 'cold' }, { subject: datastore('lost') })
    expect(mapOf(decided).map(({ subject, presence }) => [subject.name, presence])).toEqual([
      ['ds-nvme', 'in_use'],
      ['SSD01', 'in_use'],
      ['lost', 'gone'],
      ['sata-2', 'out_of_scope'],
    ])
  })

  it('adds up to all disks in scope, type by type', () => {
    const rows = mapOf(decisions({ subject: datastore('ds-nvme'), volumeType: 'ssd' }), [])
    const totals = volumeTypeTotals(rows)
    expect(totals.map(({ volumeType, datastores, diskGiB }) => [volumeType, datastores, diskGiB])).toEqual([
      ['hdd', 1, 7],
      ['ssd', 2, 135.5],
    ])
    expect(totals.reduce((sum, { diskGiB }) => sum + diskGiB, 0)).toBe(142.5)
  })

  it('refuses to confirm a type without a name, and says when disks are left behind', () => {
    const rows = mapOf(
      decisions({ subject: datastore('SSD01'), volumeType: ' ' }, { subject: datastore('ds-nvme'), volumeType: null }),
    )
    const issues = checkStorageMappings(rows)
    expect(issues.map(storageIssueText)).toEqual([
      'Disks of VMs that migrate become no volumes: expected a volume type, found none for 1 disks of 1 VMs, 100 GiB.',
      'The volume type has no name: expected a name, found none.',
    ])
    expect(confirmStorage(rows, issues)).toMatchObject({ confirmed: [0], refused: [{ row: 1 }] })
  })
})
