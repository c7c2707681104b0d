import type { Estate, Licence, Vcenter } from '../estate.ts'
import { compareNatural, compareTexts } from './compare.ts'
import type { DraftTable } from './draft-table.ts'
import { type Harvest, liveRows } from './drafts.ts'
import type { IdentifiedVms } from './identify-vms.ts'
import { plainRow } from './plain-rows.ts'
import { OTHER_SHEETS, type OtherSheet } from './sheet-specs.ts'

export type About = Pick<Estate, 'vcenters' | 'licences' | 'health' | 'counts'>

/** What is left of the sheets of which a plan needs counts or a version only. */
export function buildAbout(harvest: Harvest, vms: IdentifiedVms): About {
  const { drafts } = harvest
  const once = new OnePerVcenter(harvest, vms)
  return {
    vcenters: withVersions(harvest, vms),
    licences: licences(harvest, once.rows(drafts.vLicense)),
    health: health(harvest, once.rows(drafts.vHealth)),
    counts: {
      multipaths: once.rows(drafts.vMultiPath).length,
      hbas: once.rows(drafts.vHBA).length,
      files: once.rows(drafts.vFileInfo).length,
    },
  }
}

/**
 * Rows that no key tells apart must not be counted once for every file of one vCenter: a file whose VMs were all outdone
 * by a newer one counts only where that one lacks the sheet.
 */
class OnePerVcenter {
  private readonly harvest: Harvest
  /** `vCenter|source` of files with VMs, and whether one of them speaks for its VM. */
  private readonly speaks = new Map<string, boolean>()

  constructor(harvest: Harvest, vms: IdentifiedVms) {
    this.harvest = harvest
    const { drafts, opened, vcenters, refs } = harvest
    for (let row = 0; row < drafts.vInfo.count; row++) {
      const vm = vms.ofRow[row]
      if (vm < 0) continue
      const key = `${vcenters.of[refs.get(drafts.vInfo.ref[row]).vcenter]}|${opened[drafts.vInfo.sheet[row]].source}`
      this.speaks.set(key, this.speaks.get(key) === true || vms.rows[vm] === row)
    }
  }

  rows(draft: DraftTable): number[] {
    const { opened, vcenters } = this.harvest
    const sourceOf = (row: number) => opened[draft.sheet[row]].source
    const isOutdone = (row: number) => this.speaks.get(`${vcenters.of[draft.ref[row]]}|${sourceOf(row)}`) === false
    const live = Array.from(liveRows(this.harvest, draft))
    const covered = new Set(live.filter((row) => !isOutdone(row)).map((row) => vcenters.of[draft.ref[row]]))
    const newest = new Map<number, number>()
    for (const row of live) {
      const vcenter = vcenters.of[draft.ref[row]]
      const best = newest.get(vcenter)
      if (best === undefined || this.harvest.sources.newestFirst(sourceOf(row), best) < 0)
        newest.set(vcenter, sourceOf(row))
    }
    return live.filter((row) => {
      const vcenter = vcenters.of[draft.ref[row]]
      return covered.has(vcenter) ? !isOutdone(row) : newest.get(vcenter) === sourceOf(row)
    })
  }
}

function licences(harvest: Harvest, rows: readonly number[]): Licence[] {
  const byName = new Map<string, { name: string; total: number; used: number; count: number }>()
  for (const row of rows) {
    const { name, total, used } = plainRow(harvest, harvest.drafts.vLicense, row)
    const sum = byName.get(name) ?? { name, total: 0, used: 0, count: 0 }
    sum.total += Number.isNaN(total) ? 0 : total
    sum.used += Number.isNaN(used) ? 0 : used
    sum.count++
    byName.set(name, sum)
  }
  return [...byName.values()].sort((a, b) => compareTexts(a.name, b.name))
}

function health(harvest: Harvest, rows: readonly number[]): { type: string; count: number }[] {
  const column = harvest.drafts.vHealth.text('type')
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(column[row], (counts.get(column[row]) ?? 0) + 1)
  return [...counts]
    .map(([code, count]) => ({ type: harvest.pool.texts[code], count }))
    .sort((a, b) => b.count - a.count || compareTexts(a.type, b.type))
}

/** The version of a vCenter from vSource, else as vInfo's rows name it; the greatest where several were seen. */
function withVersions(harvest: Harvest, vms: IdentifiedVms): Vcenter[] {
  const { drafts, pool, vcenters, refs } = harvest
  const versions = vcenters.vcenters.map(() => ({ source: ['', ''], vInfo: ['', ''] }))
  const keep = (best: string[], seen: readonly [number, number]) => {
    seen.forEach((code, at) => {
      const text = pool.texts[code]
      if (code !== 0 && compareNatural(text, best[at]) > 0) best[at] = text
    })
  }
  const name = drafts.vSource.text('name')
  const api = drafts.vSource.text('apiVersion')
  for (const row of liveRows(harvest, drafts.vSource)) {
    keep(versions[vcenters.of[drafts.vSource.ref[row]]].source, [name[row], api[row]])
  }
  const serverType = drafts.vInfo.text('sdkServerType')
  const serverApi = drafts.vInfo.text('sdkApiVersion')
  let last = ''
  for (const row of vms.rows) {
    // Hundreds of thousands of rows name a handful of versions.
    const vcenter = vcenters.of[refs.get(drafts.vInfo.ref[row]).vcenter]
    const key = `${vcenter}|${serverType[row]}|${serverApi[row]}`
    if (key === last) continue
    last = key
    keep(versions[vcenter].vInfo, [serverType[row], serverApi[row]])
  }
  const named = vcenters.vcenters.map((vcenter, index) => ({
    ...vcenter,
    version: versions[index].source[0] || versions[index].vInfo[0],
    apiVersion: versions[index].source[1] || versions[index].vInfo[1],
  }))
  return isNamelessUsed(harvest, vms) ? named : named.slice(0, -1)
}

/** Rows of parts that name no vCenter are joined by other means: they alone make no nameless one (it is the last). */
function isNamelessUsed(harvest: Harvest, vms: IdentifiedVms): boolean {
  const { drafts, vcenters } = harvest
  if (vcenters.nameless < 0 || vcenters.vcenters.length === 1) return true
  if (vms.refs.some((ref) => vcenters.of[ref.vcenter] === vcenters.nameless)) return true
  const tables: DraftTable[] = (Object.keys(OTHER_SHEETS) as OtherSheet[])
    // vMetaData has no column for it.
    .filter((sheet) => sheet !== 'vMetaData')
    .map((sheet) => drafts[sheet])
  return tables.some((draft) =>
    liveRows(harvest, draft).some((row) => vcenters.of[draft.ref[row]] === vcenters.nameless),
  )
}
