import { exclusionOf } from '../../scope/scope.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { EXCLUSION_TITLES } from '../wording/scope.ts'
import type { Column, TableDefinition } from './table-definition.ts'
import { vcenterName } from './vm-cells.ts'

/** A column over a row of the facts of the whole estate: these VMs have none among those in scope. */
const ofWhole = ({
  value,
  ...head
}: Omit<Column<number>, 'value'> & {
  value: (vm: number, whole: AssessedEstate) => string | number
}): Column<number> => ({ ...head, value: (vm, { whole }) => value(vm, whole) })

/** Every VM that stays where it is, with the reason. */
export const outOfScopeTable: TableDefinition<number> = {
  name: 'outOfScope',
  title: 'Out of scope',
  about: 'One row per VM that counts and does not migrate: no other figure of this report has it.',
  columns: [
    ofWhole({
      ...{ key: 'vm', header: 'VM', kind: 'text', width: 32 },
      value: (vm, { facts }) => facts.texts[facts.name[vm]],
    }),
    ofWhole({
      ...{ key: 'tenant', header: 'Tenant', kind: 'text', width: 22 },
      value: (vm, { tenancy }) => tenancy.tenants[tenancy.tenantOf[vm]].name,
    }),
    ofWhole({
      ...{ key: 'orgVdc', header: 'Org VDC', kind: 'text', width: 18 },
      value: (vm, { tenancy }) => tenancy.tenants[tenancy.tenantOf[vm]].orgVdc,
    }),
    ofWhole({
      ...{ key: 'by', header: 'Excluded by', kind: 'text', width: 16, words: EXCLUSION_TITLES },
      value: (vm, { scope }) => exclusionOf(scope, vm)!.kind,
    }),
    ofWhole({
      ...{ key: 'why', header: 'Why', kind: 'text', width: 60, wraps: true },
      value: (vm, { scope }) => exclusionOf(scope, vm)!.text,
    }),
    ofWhole({
      ...{ key: 'vcpus', header: 'vCPU', kind: 'integer', width: 8, total: 'sum' },
      value: (vm, { facts }) => facts.vcpus[vm],
    }),
    ofWhole({
      ...{ key: 'memoryGiB', header: 'Memory', unit: 'GiB', kind: 'gib', width: 12, total: 'sum' },
      value: (vm, { facts }) => facts.memoryGiB[vm],
    }),
    ofWhole({
      ...{ key: 'usedGiB', header: 'Data in use', unit: 'GiB', kind: 'gib', width: 13, total: 'sum' },
      value: (vm, { facts }) => facts.usedGiB[vm],
    }),
    ofWhole({
      ...{ key: 'cluster', header: 'Cluster', kind: 'text', width: 20 },
      value: (vm, { facts }) => facts.texts[facts.cluster[vm]],
    }),
    ofWhole({
      ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
      value: (vm, { facts, estate }) => vcenterName(estate.vcenters[facts.vcenter[vm]]),
    }),
    ofWhole({
      ...{ key: 'moref', header: 'MoRef', kind: 'text', width: 12 },
      value: (vm, { facts }) => facts.texts[facts.moref[vm]],
    }),
  ],
  *rows({ whole: { facts, scope } }) {
    for (let vm = 0; vm < facts.count; vm++) if (scope.inScope[vm] === 0) yield vm
  },
}
