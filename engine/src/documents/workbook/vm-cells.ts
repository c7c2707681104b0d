import { MIGRATION_MODES, type MigrationMode, RISK_CATEGORIES, type RiskCategory } from '../../assessment/assessment.ts'
import type { GuestOs } from '../../assessment/os/guest-os.ts'
import { Flag } from '../../inventory/estate.ts'
import { EFFECTIVE_MODES, type EffectiveMode } from '../../schedule/schedule.ts'
import type { Tenant } from '../../tenancy/tenancy.ts'
import { type Book, textOf } from './book.ts'

/** What tables say of a row of `VmFacts`. */

export const vmName = (vm: number, book: Book): string => textOf(book, book.facts.name, vm)
export const tenantOfVm = (vm: number, { tenancy }: Book): Tenant => tenancy.tenants[tenancy.tenantOf[vm]]
export const riskOf = (vm: number, { assessment }: Book): RiskCategory => RISK_CATEGORIES[assessment.category[vm]]
export const modeOf = (vm: number, { assessment }: Book): MigrationMode => MIGRATION_MODES[assessment.mode[vm]]
export const moveOf = (vm: number, { plan }: Book): EffectiveMode => EFFECTIVE_MODES[plan.times.mode[vm]]
export const osOf = (vm: number, { facts }: Book): GuestOs => facts.systems[facts.osOf[vm]]

/** Yes, no, or nothing where no file tells. */
export function flagCell(flag: number): boolean | null {
  return flag === Flag.unknown ? null : flag === Flag.yes
}

export function vcenterName(vcenter: { readonly server: string; readonly uuid: string } | undefined): string {
  return vcenter?.server || vcenter?.uuid || ''
}
