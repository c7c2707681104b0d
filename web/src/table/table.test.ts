import { describe, expect, it } from 'vitest'
import { type Column, nextSort, shownColumns } from './column.ts'
import { sortRows } from './row-source.ts'
import {
  allSelected,
  isSelected,
  nothingSelected,
  type Selection,
  selectedCount,
  toggled,
  withRows,
} from './selection.ts'
import { tsvOf } from './tsv.ts'

interface Host {
  readonly name: string
  readonly memoryGiB: number | null
}

const columns: readonly Column<Host>[] = [
  { id: 'name', title: 'Host', width: 200, sort: 'ascending', value: (host) => host.name },
  { id: 'memory', title: 'Memory', unit: 'GiB', width: 90, sort: 'descending', value: (host) => host.memoryGiB },
  { id: 'note', title: 'Note', width: 90, isExtra: true, value: () => '' },
]
const hosts: readonly Host[] = [
  { name: 'esx-b', memoryGiB: null },
  { name: 'ESX-a', memoryGiB: 512 },
  { name: 'esx-c', memoryGiB: 64 },
]

describe('sorting', () => {
  it.each([
    ['name', ['ESX-a', 'esx-b', 'esx-c']],
    ['-name', ['esx-c', 'esx-b', 'ESX-a']],
    ['memory', ['esx-c', 'ESX-a', 'esx-b']],
    ['-memory', ['ESX-a', 'esx-c', 'esx-b']],
    ['nothing', ['esx-b', 'ESX-a', 'esx-c']],
  ])('puts rows in the order of %s, the unknown last', (sort, names) => {
    expect(sortRows(hosts, columns, sort).map((host) => host.name)).toEqual(names)
  })

  it('begins with the direction of the column and then turns it', () => {
    expect(nextSort('name', columns[1])).toBe('-memory')
    expect(nextSort('-memory', columns[1])).toBe('memory')
    expect(nextSort('memory', columns[1])).toBe('-memory')
  })
})

describe('columns', () => {
  it('shows the usual ones, or those chosen and always the first', () => {
    expect(shownColumns(columns, null).map(({ id }) => id)).toEqual(['name', 'memory'])
    expect(shownColumns(columns, ['note']).map(({ id }) => id)).toEqual(['name', 'note'])
  })
})

describe('selection', () => {
  it('holds some rows, then not', () => {
    const some = toggled<Host>(nothingSelected, 'a', hosts[0])
    expect([isSelected(some, 'a'), selectedCount(some, 3)]).toEqual([true, 1])
    expect(selectedCount(toggled(some, 'a', hosts[0]), 3)).toBe(0)
  })

  it('holds all but some, whose rows nobody fetched', () => {
    const all: Selection<Host> = toggled<Host>(allSelected, 'a', hosts[0])
    expect([isSelected(all, 'a'), isSelected(all, 'b'), selectedCount(all, 100_000)]).toEqual([false, true, 99_999])
    expect(selectedCount(withRows(all, [['a', hosts[0]]]), 100_000)).toBe(100_000)
  })
})

describe('copying', () => {
  it('writes titles with units, bare numbers and nothing for the unknown', () => {
    expect(tsvOf(columns.slice(0, 2), hosts)).toBe('Host\tMemory (GiB)\nesx-b\t\nESX-a\t512\nesx-c\t64\n')
  })

  it('keeps names from running as formulas or breaking the grid', () => {
    expect(tsvOf(columns.slice(0, 1), [{ name: '=cmd|\t"x"\n', memoryGiB: 1 }])).toBe('Host\n\'=cmd| "x" \n')
  })
})
