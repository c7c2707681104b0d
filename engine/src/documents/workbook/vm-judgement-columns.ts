import { SEVERITIES } from '../../assessment/assessment.ts'
import { MODE_TITLES } from '../wording/names.ts'
import { ANY_RED, MODE_TONES } from './tones.ts'
import { modeOf, osOf } from './vm-cells.ts'
import { moveColumn, osColumn, powerColumn, riskColumn, type VmColumn } from './vm-columns.ts'

export const judgementColumns: readonly VmColumn[] = [
  riskColumn,
  {
    ...{ key: 'riskScore', header: 'Score', kind: 'integer', width: 8 },
    value: (vm, { assessment }) => assessment.score[vm],
    meaning: 'Sum of the weights of its findings, 0 to 100; of an exclusive group only the heaviest counts.',
  },
  {
    ...{ key: 'mode', header: 'Computed mode', kind: 'text', width: 14, words: MODE_TITLES, tones: MODE_TONES },
    value: modeOf,
  },
  moveColumn,
  ...SEVERITIES.map((severity, index): VmColumn => {
    const header = { critical: 'Critical', warning: 'Warnings', info: 'Infos' }[severity]
    return {
      ...{ key: `${severity}Findings`, header, kind: 'integer', width: 10 },
      tones: severity === 'critical' ? ANY_RED : undefined,
      value: (vm, { findingCounts }) => findingCounts[index][vm],
      meaning: `Findings of severity ${severity}; the tab Findings lists them.`,
    }
  }),
]

export const systemColumns: readonly VmColumn[] = [
  powerColumn,
  osColumn,
  { key: 'osFamily', header: 'Family', kind: 'text', width: 9, value: (vm, book) => osOf(vm, book).product.family },
  {
    ...{ key: 'osEvidence', header: 'OS read from', kind: 'text', width: 13 },
    value: (vm, book) => osOf(vm, book).evidence,
    meaning: 'Column that decided: detailed guest data, VMware Tools, or the configuration of the VM.',
  },
  { key: 'osDoubt', header: 'OS doubt', kind: 'text', width: 28, value: (vm, book) => osOf(vm, book).doubt },
  {
    ...{ key: 'supportEnd', header: 'Support ends', kind: 'date', width: 13 },
    value: (vm, book) => osOf(vm, book).product.lifecycle.standardEnd,
    meaning: 'Last day of vendor support that every customer gets; empty where none is published.',
  },
  {
    ...{ key: 'paidSupportEnd', header: 'Paid support ends', kind: 'date', width: 13 },
    value: (vm, book) => osOf(vm, book).product.lifecycle.paidEnd,
  },
]
