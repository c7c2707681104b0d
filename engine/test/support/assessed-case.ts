import { assess } from '../../src/assessment/assess.ts'
import { UTC, type ZoneOffsets } from '../../src/calendar/zone.ts'
import type { AssessedEstate } from '../../src/documents/assessed-estate.ts'
import { deriveFacts } from '../../src/inventory/derive-facts.ts'
import { importTables, type Table } from '../../src/inventory/rvtools/import-tables.ts'
import { type MappingDecisions, NO_MAPPING_DECISIONS } from '../../src/mapping/mapping-decisions.ts'
import { sourceNetworks } from '../../src/networks/source-networks.ts'
import { type Decisions, NO_DECISIONS } from '../../src/schedule/decisions.ts'
import { planMigration } from '../../src/schedule/plan-migration.ts'
import { scopeOf } from '../../src/scope/scope-of.ts'
import { NO_SCOPE_RULES, type ScopeRules } from '../../src/scope/scope-rules.ts'
import { Settings } from '../../src/settings.ts'
import { detectTenants } from '../../src/tenancy/detect-tenants.ts'
import { resolveTenants } from '../../src/tenancy/resolve-tenants.ts'
import type { TenantDecision } from '../../src/tenancy/tenant-decision.ts'
import { instant } from '../../src/units.ts'

const AS_OF = instant(Date.parse('2025-12-15T00:00:00Z'))

interface CaseDecisions {
  readonly decisions?: Decisions
  readonly tenants?: readonly TenantDecision[]
  readonly rules?: ScopeRules
  readonly mapping?: MappingDecisions
}

/** Sheets, settings and a day as one assessed estate: the whole offline pipeline without files. */
export function assessedCase(
  tables: readonly Table[] = SMALL_EXPORT,
  settings: Record<string, unknown> = {},
  zone: ZoneOffsets = UTC,
  {
    decisions = NO_DECISIONS,
    tenants = [],
    rules = NO_SCOPE_RULES,
    mapping = NO_MAPPING_DECISIONS,
  }: CaseDecisions = {},
): AssessedEstate {
  const decided = { tenants, vmTenants: new Map() }
  const imported = importTables(tables)
  const { estate } = imported
  const parsed = Settings.parse({ name: 'Acme & Söhne', ...settings })
  const facts = deriveFacts(estate)
  const tenancy = resolveTenants(detectTenants(estate, facts, parsed.tenantDetection), decided)
  const scope = scopeOf({ facts, vcenters: estate.vcenters, tenancy, decisions, rules })
  const assessment = assess(facts, parsed, AS_OF)
  const plan = planMigration({ facts, assessment, tenancy, scope, settings: parsed, asOf: AS_OF, zone, decisions })
  const networks = sourceNetworks(estate)
  return { ...imported, facts, tenancy, scope, networks, mapping, assessment, plan, settings: parsed, zone }
}

/** Four VMs of two tenants: two adapters, a snapshot, a name that a spreadsheet would run, a thick disk that is off. */
export const SMALL_EXPORT: readonly Table[] = [
  {
    sheet: 'vInfo',
    header: [
      ...['VM', 'VM ID', 'Powerstate', 'Template', 'CPUs', 'Memory', 'Provisioned MiB', 'In Use MiB', 'NICs', 'Disks'],
      ...['OS according to the VMware Tools', 'OS according to the configuration file', 'Folder', 'Cluster', 'Host'],
      ...[
        'Datacenter',
        'DNS Name',
        'Primary IP Address',
        'CBT',
        'HW version',
        'VI SDK UUID',
        'VI SDK Server',
        'Cost Centre',
      ],
    ],
    rows: [
      vInfo('web-1', 'vm-1', 'poweredOn', 'Ubuntu Linux (64-bit)', 'Acme', 4096, '10.0.0.1'),
      vInfo(
        '=HYPERLINK("http://x")',
        'vm-2',
        'poweredOn',
        'Microsoft Windows Server 2008 R2 (64-bit)',
        'Acme',
        8192,
        '10.0.0.2',
      ),
      vInfo('db-1', 'vm-3', 'poweredOff', 'Microsoft Windows Server 2019 (64-bit)', 'Beta', 65_536, ''),
      vInfo('old', 'vm-4', 'poweredOn', 'FreeBSD (64-bit)', 'Beta', 2048, '10.0.0.4'),
    ],
  },
  {
    sheet: 'vDisk',
    header: ['VM', 'VM ID', 'Disk', 'Capacity MiB', 'Thin', 'Path', 'VI SDK UUID'],
    rows: [
      ['web-1', 'vm-1', 'Hard disk 1', 51_200, 'True', '[ds1] web-1/web-1.vmdk', 'uuid'],
      ['=HYPERLINK("http://x")', 'vm-2', 'Hard disk 1', 102_400, 'True', '[ds1] x/x.vmdk', 'uuid'],
      ['db-1', 'vm-3', 'Hard disk 1', 512_000, 'False', '[ds2] db-1/db-1.vmdk', 'uuid'],
      ['db-1', 'vm-3', 'Hard disk 2', 1_048_576, 'False', '[ds1] db-1/db-1_1.vmdk', 'uuid'],
      ['old', 'vm-4', 'Hard disk 1', 20_480, 'True', '[ds2] old/old.vmdk', 'uuid'],
    ],
  },
  {
    sheet: 'vNetwork',
    header: ['VM', 'VM ID', 'NIC label', 'Network', 'Switch', 'IPv4 Address', 'VI SDK UUID'],
    rows: [
      ['web-1', 'vm-1', 'Network adapter 1', 'VLAN 20', 'vSwitch0', '10.0.0.1', 'uuid'],
      ['web-1', 'vm-1', 'Network adapter 2', 'Backup', 'vSwitch0', '10.9.0.1, fe80::1', 'uuid'],
      ['db-1', 'vm-3', 'Network adapter 1', 'VLAN 20', 'vSwitch0', '', 'uuid'],
    ],
  },
  {
    sheet: 'vSnapshot',
    header: ['VM', 'VM ID', 'Name', 'Date / time', 'Size MiB (total)', 'State', 'VI SDK UUID'],
    rows: [['web-1', 'vm-1', 'before patch', '2025-10-01 12:00:00', 2048, 'poweredOn', 'uuid']],
  },
]

function vInfo(
  name: string,
  moref: string,
  power: string,
  os: string,
  tenant: string,
  memoryMiB: number,
  address: string,
): (string | number | boolean)[] {
  return [
    ...[name, moref, power, false, 4, memoryMiB, 102_400, 40_960, 1, 1],
    ...[os, os, `/DC/${tenant}`, 'Cluster A', 'esx-1'],
    ...['DC', `${moref}.example.com`, address, true, 19, 'uuid', 'vc.example.com', `cost of ${tenant}`],
  ]
}
