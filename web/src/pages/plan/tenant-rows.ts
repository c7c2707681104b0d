import type { PlanAnswer } from '@portolan/contract/plan'
import type { VmRow } from '@portolan/contract/vms'
import { dayAt, type PlanDay } from './buckets.ts'

export type PlanTenant = PlanAnswer['tenants'][number]

/** Columns of a VM that the table of tenants shows. */
export const VM_FIELDS = [
  'id',
  'name',
  'orgVdc',
  'risk',
  'effectiveMode',
  'usedGiB',
  'copyHours',
  'downtimeHours',
  'copyStart',
  'cutoverEnd',
  'excluded',
] as const satisfies readonly (keyof VmRow)[]
export type PlanVm = Pick<VmRow, (typeof VM_FIELDS)[number]>

/** A line of the table: a tenant with the sums of its VMs, and below it, when it is open, the VMs themselves. */
export type TenantLine =
  | { readonly kind: 'tenant'; readonly key: string; readonly tenant: PlanTenant; readonly isOpen: boolean }
  | {
      readonly kind: 'vm'
      readonly key: string
      readonly vm: PlanVm
      readonly firstDay: string | null
      readonly lastDay: string | null
    }
  | { readonly kind: 'note'; readonly key: string; readonly text: string; readonly tenant: PlanTenant }

export const tenantKey = ({ name, orgVdc }: Pick<PlanTenant, 'name' | 'orgVdc'>): string =>
  JSON.stringify([name, orgVdc])

/** What is known of an open tenant's VMs. */
export interface TenantVms {
  /** null while they are on their way. */
  readonly rows: readonly PlanVm[] | null
  readonly total: number
  readonly error: string | null
}

/** Sorted tenants with the VMs of the open ones between them. */
export function tenantLines(
  tenants: readonly PlanTenant[],
  open: ReadonlyMap<string, TenantVms>,
  days: readonly PlanDay[],
): TenantLine[] {
  return tenants.flatMap((tenant): TenantLine[] => {
    const key = tenantKey(tenant)
    const vms = open.get(key)
    const head: TenantLine = { kind: 'tenant', key, tenant, isOpen: vms !== undefined }
    if (!vms) return [head]
    const note = (text: string): TenantLine => ({ kind: 'note', key: `${key} note`, text, tenant })
    if (vms.error) return [head, note(vms.error)]
    if (!vms.rows) return [head, note('Reading its VMs')]
    const own = vms.rows.filter((vm) => vm.orgVdc === tenant.orgVdc)
    const lines = own.map(
      (vm): TenantLine => ({
        ...{ kind: 'vm', key: vm.id, vm },
        firstDay: dayAt(days, vm.copyStart),
        lastDay: dayAt(days, vm.cutoverEnd),
      }),
    )
    const left = tenant.vms - own.length
    return left > 0 ? [head, ...lines, note(`and ${left} more: all of them in the table of VMs`)] : [head, ...lines]
  })
}
