import fc from 'fast-check'
import { deriveFacts } from '../../src/inventory/derive-facts.ts'
import type { Estate } from '../../src/inventory/estate.ts'
import type { VmFacts } from '../../src/inventory/facts.ts'
import { importTables } from '../../src/inventory/rvtools/import-tables.ts'
import { DetectionStep, TenantDetectionSettings } from '../../src/tenancy/tenancy-settings.ts'

/** A VM as far as detection, scope and references read it. `id` is its MoRef, and its instance UUID too. */
export interface OwnedVm {
  readonly id: number
  readonly vcenter: number
  readonly name: string
  readonly folder: string
  readonly pool: string
  readonly vapp: string
  readonly annotation: string
  readonly cluster: string
  readonly customer: string
}

export const VCENTERS = ['aaaa0000-0000-4000-8000-000000000001', 'aaaa0000-0000-4000-8000-000000000002']
const DATACENTER = 'DC'

/** The estate of an export that holds these VMs in this order. */
export function ownedEstate(vms: readonly OwnedVm[]): { estate: Estate; facts: VmFacts } {
  const { estate } = importTables([
    {
      sheet: 'vInfo',
      header: [
        ...['VM', 'VM ID', 'VI SDK UUID', 'Folder', 'Resource pool', 'vApp', 'Annotation', 'Cluster', 'Datacenter'],
        ...['Powerstate', 'In Use MiB', 'Customer'],
      ],
      rows: vms.map((vm) => [
        ...[vm.name, `vm-${vm.id}`, VCENTERS[vm.vcenter], vm.folder, vm.pool, vm.vapp, vm.annotation, vm.cluster],
        ...[DATACENTER, 'poweredOn', 10_240, vm.customer],
      ]),
    },
  ])
  return { estate, facts: deriveFacts(estate) }
}

const word = fc.constantFrom('acme', 'Acme', 'beta', 'R&D', 'x/y', 'test-lab', '')
const uuid = (end: string) => `00000000-0000-4000-8000-00000000000${end}`
const folder = fc.oneof(
  word.map((name) => `/DC/${name}`),
  fc.constantFrom('', '/DC/vm/acme/web', `/DC/acme (${uuid('a')})/acme-vDC-1 (${uuid('b')})/app (${uuid('c')})`),
)
const pool = fc.constantFrom('', '/DC/c1/Resources', '/DC/c1/Resources/gold', `/DC/c1/acme-vDC-1 (${uuid('b')})`)

/** Some VMs on two vCenters, no two of one id. */
export const ownedVms: fc.Arbitrary<OwnedVm[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 40 }),
    vcenter: fc.constantFrom(0, 1),
    name: fc.oneof(fc.constantFrom('acme-web', 'ACME-db', 'beta-1'), fc.string({ minLength: 1, maxLength: 3 })),
    folder,
    pool,
    vapp: fc.constantFrom('', 'none', 'shop'),
    annotation: fc.constantFrom('', 'Tenant: gamma; owner: x'),
    cluster: fc.constantFrom('', 'c1', 'c2'),
    customer: fc.oneof(fc.constant(''), word),
  }),
  { selector: ({ id, vcenter }) => `${vcenter}/${id}`, minLength: 1, maxLength: 25 },
)

const step: fc.Arbitrary<DetectionStep> = fc
  .record({
    method: fc.constantFrom(
      ...(['vcd_folder', 'folder_path', 'resource_pool', 'vapp_name'] as const),
      ...(['vm_name_prefix', 'annotation_field', 'custom_attribute', 'cluster'] as const),
    ),
    enabled: fc.boolean(),
  })
  .map((it) => DetectionStep.parse(it.method === 'vm_name_prefix' ? { ...it, minVms: 2 } : it))

/** Any order of any methods. */
export const detectionSettings: fc.Arbitrary<TenantDetectionSettings> = fc
  .record({
    methods: fc.uniqueArray(step, { selector: ({ method }) => method, minLength: 1 }),
    orgVdcFromResourcePool: fc.boolean(),
    orgVdcFromCluster: fc.boolean(),
  })
  .map((it) => TenantDetectionSettings.parse(it))
