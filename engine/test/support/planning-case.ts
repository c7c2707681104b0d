import {
  type Assessment,
  MIGRATION_MODES,
  type MigrationMode,
  RISK_CATEGORIES,
  type RiskCategory,
} from '../../src/assessment/assessment.ts'
import type { GuestOs, OsFamily, OsProduct } from '../../src/assessment/os/guest-os.ts'
import { UTC, type ZoneOffsets } from '../../src/calendar/zone.ts'
import type { VmFacts } from '../../src/inventory/facts.ts'
import { type Decisions, NO_DECISIONS } from '../../src/schedule/decisions.ts'
import type { PlanRequest } from '../../src/schedule/plan-migration.ts'
import { scopeOf } from '../../src/scope/scope-of.ts'
import { Settings } from '../../src/settings.ts'
import { resolveTenants } from '../../src/tenancy/resolve-tenants.ts'
import type { ResolvedTenancy } from '../../src/tenancy/resolved-tenancy.ts'
import type { Tenancy } from '../../src/tenancy/tenancy.ts'
import type { TenantDecision } from '../../src/tenancy/tenant-decision.ts'
import { instant } from '../../src/units.ts'

/** One VM of a test: what is not said is a plain Linux VM of one disk, one NIC and 40 of 80 GiB in use. */
export interface VmCase {
  readonly name?: string
  readonly vcenter?: number
  readonly moref?: string
  readonly tenant?: string
  readonly usedGiB?: number
  readonly coldGiB?: number
  readonly mode?: MigrationMode
  readonly category?: RiskCategory
  readonly family?: OsFamily
  readonly disks?: number
  readonly nics?: number
  readonly snapshots?: number
}

/** What planning reads of the facts: the builder makes no other column. */
type PlanningColumn =
  | 'count'
  | 'texts'
  | 'vcenter'
  | 'moref'
  | 'name'
  | 'datacenter'
  | 'cluster'
  | 'systems'
  | 'osOf'
  | 'diskCount'
  | 'nicCount'
  | 'snapshotCount'
  | 'largestDiskGiB'
  | 'usedGiB'
  | 'coldGiB'

/** A Friday, so that a plan without a start date begins on Monday 5 January 2026. */
export const AS_OF = instant(Date.parse('2026-01-02T12:00:00Z'))

const FAMILIES: readonly OsFamily[] = ['linux', 'windows', 'other', 'unknown']

/** Facts, assessment and tenancy of some VMs, without an export in between. */
export function estateOf(
  vms: readonly VmCase[],
  tenants: readonly TenantDecision[] = [],
): Pick<PlanRequest, 'facts' | 'assessment' | 'tenancy'> {
  const texts = ['']
  const codes = new Map([['', 0]])
  const code = (text: string) => {
    const known = codes.get(text)
    if (known !== undefined) return known
    codes.set(text, texts.length)
    return texts.push(text) - 1
  }
  const textColumn = (of: (vm: VmCase, row: number) => string) => Uint32Array.from(vms, (vm, row) => code(of(vm, row)))
  const numbers = (of: (vm: VmCase, row: number) => number) => Float64Array.from(vms, of)

  const facts: Pick<VmFacts, PlanningColumn> = {
    count: vms.length,
    texts,
    vcenter: Uint16Array.from(vms, (vm) => vm.vcenter ?? 0),
    moref: textColumn((vm, row) => vm.moref ?? `vm-${row + 1}`),
    name: textColumn((vm, row) => vm.name ?? `web${row + 1}`),
    datacenter: textColumn(() => 'DC'),
    cluster: textColumn(() => 'Cluster A'),
    systems: FAMILIES.map(guestOs),
    osOf: Uint32Array.from(vms, (vm) => FAMILIES.indexOf(vm.family ?? 'linux')),
    diskCount: numbers((vm) => vm.disks ?? 1),
    nicCount: numbers((vm) => vm.nics ?? 1),
    snapshotCount: numbers((vm) => vm.snapshots ?? 0),
    largestDiskGiB: numbers((vm) => vm.coldGiB ?? 80),
    usedGiB: numbers((vm) => vm.usedGiB ?? 40),
    coldGiB: numbers((vm) => vm.coldGiB ?? 80),
  }
  return { facts: facts as VmFacts, assessment: assessmentOf(vms), tenancy: tenancyOf(vms, tenants) }
}

/** Everything a plan is made from; `settings` as a settings file would say them. */
export function planningCase(
  vms: readonly VmCase[],
  settings: Partial<Settings> = {},
  more: { zone?: ZoneOffsets; decisions?: Decisions; tenants?: readonly TenantDecision[] } = {},
): PlanRequest {
  const { zone = UTC, decisions = NO_DECISIONS, tenants } = more
  const { facts, assessment, tenancy } = estateOf(vms, tenants)
  const vcenters = Array.from({ length: Math.max(0, ...facts.vcenter) + 1 }, () => ({ uuid: '', server: '' }))
  const scope = scopeOf({ facts, vcenters, tenancy, decisions })
  return { facts, assessment, tenancy, scope, settings: Settings.parse(settings), asOf: AS_OF, zone, decisions }
}

function assessmentOf(vms: readonly VmCase[]): Assessment {
  return {
    asOf: AS_OF,
    score: new Uint8Array(vms.length),
    category: Uint8Array.from(vms, (vm) => RISK_CATEGORIES.indexOf(vm.category ?? 'GREEN')),
    mode: Uint8Array.from(vms, (vm) => MIGRATION_MODES.indexOf(vm.mode ?? 'warm_eligible')),
    modeReasons: new Uint32Array(vms.length),
    findings: [],
    notEvaluated: [],
  }
}

function tenancyOf(vms: readonly VmCase[], decisions: readonly TenantDecision[]): ResolvedTenancy {
  const names = [...new Set(vms.map((vm) => vm.tenant ?? 'acme'))].sort()
  const tenantOf = Uint32Array.from(vms, (vm) => names.indexOf(vm.tenant ?? 'acme'))
  const detected: Tenancy = {
    tenants: names.map((name, index) => ({
      name,
      orgVdc: '',
      method: 'folder_path',
      vms: tenantOf.filter((tenant) => tenant === index).length,
    })),
    tenantOf,
    methodOf: new Uint8Array(vms.length),
    appGroups: [''],
    appGroupOf: new Uint32Array(vms.length),
  }
  return resolveTenants(detected, { tenants: decisions, vmTenants: new Map() })
}

function guestOs(family: OsFamily): GuestOs {
  const product: Pick<OsProduct, 'id' | 'family' | 'product'> = { id: family, family, product: family }
  const system: Pick<GuestOs, 'label'> = { label: family }
  return { ...(system as GuestOs), product: product as OsProduct }
}
