import type { Exclusion } from '../../scope/scope.ts'
import { EXCLUSION_TITLES } from '../wording/scope.ts'
import { type Book, sumByGroup } from './book.ts'
import type { Column, TableDefinition } from './table-definition.ts'

interface ScopeRow {
  readonly exclusion: Exclusion
  readonly sums: Readonly<Record<Figure, number>>
}

const FIGURES = ['vcpus', 'memoryGiB', 'usedGiB'] as const
type Figure = (typeof FIGURES)[number]

const figure = (key: Figure, header: string, kind: 'integer' | 'gib'): Column<ScopeRow> => ({
  ...{ key, header, kind, width: 12, unit: kind === 'gib' ? 'GiB' : undefined, total: 'sum' },
  value: ({ sums }) => sums[key],
})

/** What takes VMs out of scope, and how much each takes: every VM counts once. */
export const scopeTable: TableDefinition<ScopeRow> = {
  name: 'scope',
  title: 'Scope',
  about: 'One row per thing that takes VMs out of scope; empty where everything is in scope.',
  columns: [
    {
      ...{ key: 'what', header: 'Excluded', kind: 'text', width: 60, wraps: true },
      value: ({ exclusion }) => exclusion.text,
    },
    {
      ...{ key: 'by', header: 'By', kind: 'text', width: 16, words: EXCLUSION_TITLES },
      value: ({ exclusion }) => exclusion.kind,
    },
    {
      ...{ key: 'subject', header: 'Tenant, pattern or cluster', kind: 'text', width: 34 },
      value: ({ exclusion }) => exclusion.subject,
      meaning: 'A tenant by its key, which no rename changes.',
    },
    {
      ...{ key: 'reason', header: 'Reason', kind: 'text', width: 48, wraps: true },
      value: ({ exclusion }) => exclusion.reason,
    },
    {
      ...{ key: 'vms', header: 'VMs', kind: 'integer', width: 9, total: 'sum' },
      value: ({ exclusion }) => exclusion.vms,
      meaning: 'VMs that are out of scope by this; one with several reasons counts with the first.',
    },
    {
      ...{ key: 'matchedVms', header: 'VMs it fits', kind: 'integer', width: 10 },
      value: ({ exclusion }) => exclusion.matchedVms,
      meaning: 'Also those that something else takes out already.',
    },
    figure('vcpus', 'vCPU', 'integer'),
    figure('memoryGiB', 'Memory', 'gib'),
    figure('usedGiB', 'Data in use', 'gib'),
  ],
  rows: scopeRows,
}

function scopeRows({ whole }: Book): ScopeRow[] {
  const { facts, scope } = whole
  // Group 0 is what is in scope.
  const sums = Object.fromEntries(
    FIGURES.map((it) => [
      it,
      sumByGroup(facts.count, scope.excludedBy, scope.exclusions.length + 1, (vm) => facts[it][vm]),
    ]),
  )
  return scope.exclusions.map((exclusion, index) => ({
    exclusion,
    sums: Object.fromEntries(FIGURES.map((it) => [it, sums[it][index + 1]])) as ScopeRow['sums'],
  }))
}
