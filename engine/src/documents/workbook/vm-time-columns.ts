import type { VmColumn } from './vm-columns.ts'

export const timeColumns: readonly VmColumn[] = [
  {
    ...{ key: 'copyHours', header: 'Copy', unit: 'h', kind: 'hours', width: 9, total: 'sum' },
    value: (vm, { plan }) => plan.times.copyHours[vm],
    meaning: 'With the whole link to itself.',
  },
  {
    ...{ key: 'cutoverHours', header: 'Cut-over', unit: 'h', kind: 'hours', width: 9, total: 'sum' },
    value: (vm, { plan }) => plan.times.cutoverHours[vm],
  },
  {
    ...{ key: 'fixMinutes', header: 'Fixes', unit: 'min', kind: 'minutes', width: 8, total: 'sum' },
    value: (vm, { plan }) => plan.times.fixMinutes[vm],
    meaning: 'Expected repairs after the move.',
  },
  {
    ...{ key: 'downtimeHours', header: 'Downtime', unit: 'h', kind: 'hours', width: 10, total: 'sum' },
    value: (vm, { plan }) => plan.times.downtimeHours[vm],
    meaning: 'Warm: cut-over and fixes; cold: copy, cut-over and fixes.',
  },
]

export const plannedColumns: readonly VmColumn[] = [
  {
    ...{ key: 'copyStart', header: 'Copy starts', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.copyStart[vm],
  },
  {
    ...{ key: 'copyEnd', header: 'Copy ends', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.copyEnd[vm],
  },
  {
    ...{ key: 'cutoverStart', header: 'Cut-over starts', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.cutoverStart[vm],
  },
  {
    ...{ key: 'cutoverEnd', header: 'Cut-over ends', kind: 'instant', width: 17 },
    value: (vm, { plan }) => plan.schedule.cutoverEnd[vm],
  },
]
