import { POWER_TITLES } from '../wording/names.ts'
import type { Column } from './table-definition.ts'
import { MODE_TONES, RISK_TONES } from './tones.ts'
import { moveOf, osOf, riskOf, tenantOfVm, vmName } from './vm-cells.ts'

/** A column of a table whose rows are VMs; `vm` is a row of `VmFacts`. */
export type VmColumn = Column<number>

export const vmNameColumn: VmColumn = { key: 'vm', header: 'VM', kind: 'text', width: 32, value: vmName }

export const tenantColumns: readonly VmColumn[] = [
  { key: 'tenant', header: 'Tenant', kind: 'text', width: 26, value: (vm, book) => tenantOfVm(vm, book).name },
  { key: 'orgVdc', header: 'Org VDC', kind: 'text', width: 18, value: (vm, book) => tenantOfVm(vm, book).orgVdc },
]

export const riskColumn: VmColumn = {
  ...{ key: 'risk', header: 'Risk', kind: 'text', width: 10, tones: RISK_TONES, value: riskOf },
}

export const moveColumn: VmColumn = {
  ...{ key: 'move', header: 'Moves', kind: 'text', width: 9, value: moveOf, tones: MODE_TONES },
  meaning: 'How the plan moves it: the decision of a person, else the computed mode; an unknown mode moves cold.',
}

export const powerColumn: VmColumn = {
  ...{ key: 'power', header: 'Power', kind: 'text', width: 11 },
  value: (vm, { facts }) => POWER_TITLES[facts.powerState[vm]],
}

export const osColumn: VmColumn = {
  ...{ key: 'os', header: 'Operating system', kind: 'text', width: 34, value: (vm, book) => osOf(vm, book).label },
}

export const usedColumn: VmColumn = {
  ...{ key: 'usedGiB', header: 'Data in use', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
  value: (vm, { facts }) => facts.usedGiB[vm],
  meaning: 'Estimate of the data to copy; the basis stands beside it.',
}

export const copyColumn: VmColumn = {
  ...{ key: 'copyGiB', header: 'To copy', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
  value: (vm, { plan }) => plan.times.copyGiB[vm],
  meaning: 'Warm: data in use with what is sent again; cold: thick disks whole, thin ones as far as they are in use.',
}
