import type { DraftTable } from './draft-table.ts'
import { bestFirst, type Harvest, hasSheet, liveRows } from './drafts.ts'
import type { IdentifiedVms } from './identify-vms.ts'
import { type Joined, NO_VM } from './join-rows.ts'
import type { VmSheet } from './sheet-specs.ts'

/** Rows of one sheet that belong to VMs, sorted by VM: those of VM `i` are `start[i] … start[i + 1] - 1`. */
export interface RowsOfVms {
  readonly rows: Int32Array
  readonly start: Uint32Array
}

/** Chooses, for every VM, the rows of the export that speaks for it. */
export class CopyChooser {
  private readonly harvest: Harvest
  private readonly vms: IdentifiedVms
  private readonly joined: Joined
  /** Sources that have a row in vInfo for the VM and were outdone by a newer one. */
  private readonly losers = new Map<number, Set<number>>()
  private readonly cache = new Map<VmSheet, RowsOfVms>()
  /** Rows of vInfo that repeat a VM of the same file. */
  readonly pastedTwice: number

  constructor(harvest: Harvest, vms: IdentifiedVms, joined: Joined) {
    this.harvest = harvest
    this.vms = vms
    this.joined = joined
    const { drafts, opened } = harvest
    let pasted = 0
    for (let row = 0; row < drafts.vInfo.count; row++) {
      const vm = vms.ofRow[row]
      if (vm < 0 || vms.rows[vm] === row) continue
      const source = opened[drafts.vInfo.sheet[row]].source
      if (source === this.winnerOf(vm)) pasted++
      else this.losers.set(vm, (this.losers.get(vm) ?? new Set()).add(source))
    }
    this.pastedTwice = pasted
  }

  /** How many VMs stand in several files. */
  get outdone(): number {
    return this.losers.size
  }

  /**
   * The rows of a sheet by VM. With several files: those of the file whose vInfo row won and of files that can be parts
   * of the same export; where that export lacks the sheet, those of the newest file that has rows.
   */
  rowsOf(sheet: VmSheet): RowsOfVms {
    let rows = this.cache.get(sheet)
    if (!rows) {
      rows = this.chosenRows(sheet)
      this.cache.set(sheet, rows)
    }
    return rows
  }

  private chosenRows(sheet: VmSheet): RowsOfVms {
    const draft = this.harvest.drafts[sheet]
    const byVm = this.byVm(draft)
    if (this.harvest.sources.sources.length < 2) return byVm
    const rows = new Int32Array(byVm.rows.length)
    const start = new Uint32Array(byVm.start.length)
    let count = 0
    for (let vm = 0; vm < this.vms.count; vm++) {
      start[vm] = count
      for (const row of this.chosen(sheet, draft, vm, byVm.rows.subarray(byVm.start[vm], byVm.start[vm + 1]))) {
        rows[count++] = row
      }
    }
    start[this.vms.count] = count
    return { rows: rows.subarray(0, count), start }
  }

  /** For sheets with one row a VM: its row, or -1. Of several (a row pasted twice) the one that sorts first. */
  rowOf(sheet: VmSheet): Int32Array {
    const { rows, start } = this.rowsOf(sheet)
    const better = bestFirst(this.harvest, this.harvest.drafts[sheet])
    const rowOf = new Int32Array(this.vms.count).fill(-1)
    for (let vm = 0; vm < this.vms.count; vm++) {
      const own = start[vm + 1] - start[vm]
      if (own === 1) rowOf[vm] = rows[start[vm]]
      else if (own > 1) rowOf[vm] = rows.slice(start[vm], start[vm + 1]).sort(better)[0]
    }
    return rowOf
  }

  private winnerOf(vm: number): number {
    const { opened, drafts } = this.harvest
    return opened[drafts.vInfo.sheet[this.vms.rows[vm]]].source
  }

  private byVm(draft: DraftTable): RowsOfVms {
    const { vmOf } = this.joined
    const live = liveRows(this.harvest, draft)
    const start = new Uint32Array(this.vms.count + 1)
    for (const row of live) {
      const vm = vmOf[draft.ref[row]]
      if (vm !== NO_VM) start[vm + 1]++
    }
    for (let vm = 0; vm < this.vms.count; vm++) start[vm + 1] += start[vm]
    const next = start.slice()
    const rows = new Int32Array(start[this.vms.count])
    for (const row of live) {
      const vm = vmOf[draft.ref[row]]
      if (vm !== NO_VM) rows[next[vm]++] = row
    }
    return { rows, start }
  }

  private chosen(sheet: VmSheet, draft: DraftTable, vm: number, rows: Int32Array): Int32Array {
    const { sources, opened } = this.harvest
    const winner = this.winnerOf(vm)
    const sourceOf = (row: number) => opened[draft.sheet[row]].source
    if (rows.every((row) => sourceOf(row) === winner)) return rows
    const losers = this.losers.get(vm)
    const own = rows.filter((row) => {
      const source = sourceOf(row)
      return source === winner || (!losers?.has(source) && sources.isSameExport(source, winner))
    })
    if (own.length > 0 || hasSheet(this.harvest, winner, sheet)) return own
    const best = [...new Set(Array.from(rows, sourceOf))].sort(sources.newestFirst)[0]
    return rows.filter((row) => sourceOf(row) === best)
  }
}
