import { MS_PER_DAY } from '../../units.ts'
import { type Estate, Identity, type SheetName } from '../estate.ts'
import type { CopyChooser } from './choose-copies.ts'
import type { DraftTable } from './draft-table.ts'
import { type Harvest, liveRows } from './drafts.ts'
import type { IdentifiedVms } from './identify-vms.ts'
import { type Joined, NO_VM } from './join-rows.ts'
import type { OpenedSheet } from './opened-sheet.ts'
import type { Warning } from './sheet.ts'
import { isVmSheet, specsOf } from './sheet-specs.ts'
import { counted, warning } from './warnings.ts'

/** Sheets whose absence costs a plan something, and what. */
const USEFUL_SHEETS: readonly (readonly [SheetName, string])[] = [
  ['vDisk', 'disks, raw devices and shared buses'],
  ['vPartition', 'the space that guests really use'],
  ['vNetwork', 'network adapters'],
  ['vSnapshot', 'snapshots'],
  ['vTools', 'the state of VMware Tools'],
  ['vCPU', 'CPU usage, and the folder of VMs'],
  ['vMemory', 'memory usage'],
  ['vHost', 'hosts and their CPU speed'],
  ['vCluster', 'clusters'],
  ['vDatastore', 'datastores'],
]

/** Columns of few possible values: what else they hold belongs elsewhere, when it is in many rows. */
const TELLTALES = ['powerState', 'template', 'osConfig', 'osTools']
const MANY = 0.2

/** Everything about the files that was read but looks wrong. */
export function suspicions(
  harvest: Harvest,
  vms: IdentifiedVms,
  joined: Joined,
  copies: CopyChooser,
  estate: Estate,
): Warning[] {
  const sheets = harvest.opened.filter((it) => !it.discarded)
  return [
    ...aboutSources(estate),
    ...USEFUL_SHEETS.filter(([sheet]) => !estate.sheets.has(sheet)).map(([sheet, what]) =>
      warning('missing_sheet', `No file has the sheet ${sheet}; it would tell ${what}`, null, null),
    ),
    ...sheets.flatMap(aboutColumns),
    ...sheets.flatMap(aboutRows),
    ...sheets.flatMap((sheet) => aboutJoins(harvest, joined, sheet)),
    ...aboutIdentity(vms, copies),
    ...aboutDisks(estate),
    ...aboutDates(estate),
  ]
}

function aboutSources({ sources }: Estate): Warning[] {
  const versions = new Set(sources.map((it) => it.rvtoolsVersion).filter((it) => it !== null))
  const mixed = `The files were written by RVTools ${[...versions].join(', ')}`
  const undated = 'No file says when it was exported'
  return [
    ...(versions.size > 1 ? [warning('mixed_versions', mixed, null, null)] : []),
    ...(sources.every((it) => Number.isNaN(it.exportedAt)) ? [warning('no_metadata', undated, null, null)] : []),
  ]
}

function aboutColumns(sheet: OpenedSheet): Warning[] {
  if (sheet.rows === 0) return []
  const { file, name } = sheet
  const found = new Map(sheet.columns.matched.map((it, place) => [it.column, { ...it, place }]))
  return Object.entries(specsOf(sheet.as)).flatMap(([column, spec]) => {
    if (!spec.critical) return []
    const match = found.get(column)
    if (!match) return [warning('missing_column', `${sheet.as} has no column "${spec.headers[0]}"`, file, name)]
    if (sheet.telling[match.place] > 0) return []
    const message = `"${match.header}" is zero or empty in all ${counted(sheet.rows, 'row')}`
    return [warning('zero_filled_column', message, file, name)]
  })
}

function aboutRows(sheet: OpenedSheet): Warning[] {
  const { file, name } = sheet
  const warnings: Warning[] = []
  if (sheet.totalsRows > 0) {
    warnings.push(warning('totals_row', `${counted(sheet.totalsRows, 'row')} of totals kept out`, file, name))
  }
  if (sheet.rejectedMore > 0) {
    warnings.push(warning('rejected_more', `${counted(sheet.rejectedMore, 'more row')} kept out`, file, name))
  }
  if (sheet.shifted > 0) {
    const rows = counted(sheet.shifted, 'row')
    const message = `${rows} with several values that belong into other columns, first row ${sheet.firstShifted}`
    warnings.push(warning('shifted_columns', message, file, name))
  }
  sheet.columns.matched.forEach(({ header, column }, place) => {
    const unfit = sheet.unfit[place]
    if (unfit === 0) return
    const cells = `${counted(unfit, 'cell')} of "${header}"`
    const where = `first in row ${sheet.firstUnfit[place]}`
    const isMoved = TELLTALES.includes(column) && unfit > sheet.rows * MANY
    warnings.push(
      isMoved
        ? warning('shifted_columns', `${cells} with what belongs into another column, ${where}`, file, name)
        : warning('unreadable_values', `${cells} that cannot be read, ${where}`, file, name),
    )
  })
  return warnings
}

function aboutJoins(harvest: Harvest, { vmOf, ambiguous }: Joined, sheet: OpenedSheet): Warning[] {
  if (!isVmSheet(sheet.as) || sheet.as === 'vInfo') return []
  const draft: DraftTable = harvest.drafts[sheet.as]
  let lost = 0
  let unsure = 0
  const lostRefs = new Set<number>()
  for (const row of liveRows(harvest, draft)) {
    if (draft.sheet[row] !== sheet.index) continue
    if (ambiguous[draft.ref[row]] === 1) unsure++
    if (vmOf[draft.ref[row]] !== NO_VM) continue
    lost++
    lostRefs.add(draft.ref[row])
  }
  const warnings: Warning[] = []
  if (lost > 0) {
    const message = `${counted(lost, 'row')} of ${counted(lostRefs.size, 'VM')} that vInfo does not list`
    warnings.push(warning('join_failed', message, sheet.file, sheet.name))
  }
  if (unsure > 0) {
    const message = `${counted(unsure, 'row')} for several VMs of one name, given to the first of them`
    warnings.push(warning('join_ambiguous', message, sheet.file, sheet.name))
  }
  return warnings
}

function aboutIdentity(vms: IdentifiedVms, copies: CopyChooser): Warning[] {
  const warnings: Warning[] = []
  const count = (of: readonly number[]) => vms.identity.reduce((sum, it) => sum + (of.includes(it) ? 1 : 0), 0)
  const byName = count([Identity.place])
  const byContent = count([Identity.content, Identity.count])
  if (copies.outdone > 0) {
    const message = `${counted(copies.outdone, 'VM')} found in several files; the newest export was taken`
    warnings.push(warning('duplicate_vm', message, null, null))
  }
  if (copies.pastedTwice > 0) {
    const message = `${counted(copies.pastedTwice, 'row')} of vInfo for VMs that the same file lists already`
    warnings.push(warning('duplicate_vm', message, null, 'vInfo'))
  }
  if (byName > 0) {
    const message = `${counted(byName, 'VM')} without an id, known by name and place`
    warnings.push(warning('identity_by_name', message, null, null))
  }
  if (byContent > 0) {
    const message = `${counted(byContent, 'VM')} of the same name and place without an id`
    warnings.push(warning('identity_by_content', message, null, null))
  }
  return warnings
}

function aboutDisks({ vms, disks, sheets }: Estate): Warning[] {
  if (!sheets.has('vDisk')) return []
  // An export without vDisk beside one that has it is no contradiction: only vCenters that list disks are compared.
  const listed = new Set(Array.from(disks.vm, (vm) => vms.vcenter[vm]))
  let differ = 0
  for (let vm = 0; vm < vms.count; vm++) {
    if (!listed.has(vms.vcenter[vm])) continue
    if (!Number.isNaN(vms.diskCount[vm]) && vms.diskCount[vm] !== disks.start[vm + 1] - disks.start[vm]) differ++
  }
  const message = `${counted(differ, 'VM')} with another number of disks in vDisk than vInfo says`
  return differ > 0 ? [warning('disk_count_differs', message, null, 'vDisk')] : []
}

/** A VM that was started after its export was written: one of the two clocks is wrong, or somebody edited a date. */
function aboutDates({ vms, sources }: Estate): Warning[] {
  let later = 0
  for (let vm = 0; vm < vms.count; vm++) {
    const { exportedAt } = sources[vms.origins.vInfo.source[vm]]
    if (Math.max(vms.poweredOnAt[vm] || 0, vms.createdAt[vm] || 0) > exportedAt + MS_PER_DAY) later++
  }
  const message = `${counted(later, 'VM')} started or made later than the time of the export`
  return later > 0 ? [warning('export_date_doubtful', message, null, 'vMetaData')] : []
}
