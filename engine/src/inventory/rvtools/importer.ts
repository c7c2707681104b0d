import type { Estate, SheetName } from '../estate.ts'
import { buildAbout } from './build-about.ts'
import { buildInfrastructure } from './build-infra.ts'
import { buildParts } from './build-parts.ts'
import { buildVms } from './build-vms.ts'
import { CellReader } from './cell-reader.ts'
import { CopyChooser } from './choose-copies.ts'
import { columnPlaces, sheetColumns } from './column-report.ts'
import { CustomColumns } from './custom-columns.ts'
import { derivedInfrastructure } from './derived-infra.ts'
import { type Drafts, emptyDrafts, type Harvest } from './drafts.ts'
import { identifyVms } from './identify-vms.ts'
import { joinRefs } from './join-rows.ts'
import { type OpenedSheet, openedSheet } from './opened-sheet.ts'
import { recogniseSheet } from './recognise-sheet.ts'
import type { ImportResult, RvtoolsImporter, SheetColumns, SheetHead, SheetSink, SourceHead, Warning } from './sheet.ts'
import { NO_CUSTOM, otherSheetReader, vmSheetReader } from './sheet-readers.ts'
import { isVmSheet, type OtherSheet } from './sheet-specs.ts'
import { orderSources, type SourceDraft } from './source-order.ts'
import { suspicions } from './suspicions.ts'
import { TextPool, Translation } from './text-pool.ts'
import { resolveVcenters, VcenterRefs } from './vcenter-refs.ts'
import { VmRefs } from './vm-refs.ts'
import { warning } from './warnings.ts'

/** Columns of which one must be filled for a row to be a row; none where every row with content counts. */
const NEEDED: Partial<Record<OtherSheet, readonly string[]>> = {
  vHost: ['name'],
  vCluster: ['name'],
  vDatastore: ['name'],
  vPort: ['name'],
  dvPort: ['name'],
  vSwitch: ['name'],
  dvSwitch: ['name'],
  vSC_VMK: ['name'],
  vNIC: ['name'],
  vRP: ['name', 'path'],
  vHealth: ['type'],
  vFileInfo: ['name'],
}
/** Where files were not collected, vFileInfo holds a sentence instead of rows: nothing to complain about. */
const QUIET: readonly SheetName[] = ['vFileInfo']

/**
 * Makes an estate of the sheets that a reader pushes. Nothing is decided before `finish`, so neither the order of files
 * nor that of sheets or rows can change the outcome.
 */
export function rvtoolsImporter(): RvtoolsImporter {
  return new Importer()
}

class Importer implements RvtoolsImporter {
  private readonly pool = new TextPool()
  private readonly drafts: Drafts = emptyDrafts()
  private readonly refs = new VmRefs()
  private readonly vcenters = new VcenterRefs()
  private readonly custom = new CustomColumns()
  private readonly sources: SourceDraft[] = []
  private readonly translations: Translation[] = []
  private readonly opened: OpenedSheet[] = []
  private readonly foreign: SheetColumns[] = []
  private readonly warnings: Warning[] = []

  addSource(head: SourceHead): number {
    this.sources.push({ head, versions: new Set(), servers: new Set(), exportedAt: Number.NaN })
    this.translations.push(new Translation())
    return this.sources.length - 1
  }

  recognise(sheet: string, header: readonly string[]): SheetName | null {
    return recogniseSheet(sheet, header)?.sheet ?? null
  }

  openSheet(head: SheetHead): SheetSink | null {
    const { file } = this.sources[head.source].head
    const recognised = recogniseSheet(head.sheet, head.header)
    if (!recognised) {
      this.refuse(head, file, null)
      this.warnings.push(warning('foreign_sheet', `"${head.sheet}" is no sheet of RVTools`, file, head.sheet))
      return null
    }
    const twin = this.opened.find((it) => it.source === head.source && it.as === recognised.sheet && !it.discarded)
    if (twin) {
      const message = `"${twin.name}" and "${head.sheet}" are both ${recognised.sheet}`
      this.warnings.push(warning('sheet_twice', message, file, head.sheet))
      // Recognised by its columns only, the first may be a copy that somebody made to work on.
      if (twin.by === 'name' || recognised.by === 'header') {
        this.refuse(head, file, recognised.sheet)
        return null
      }
      twin.discarded = true
    }
    const opened = openedSheet(this.opened.length, head, file, recognised.sheet, recognised.by)
    this.opened.push(opened)
    return this.reader(opened, head)
  }

  private reader(opened: OpenedSheet, head: SheetHead): SheetSink {
    const translation = this.translations[head.source]
    if (translation.reserve(head.keys)) this.pool.reserve(head.keys)
    const draft = this.drafts[opened.as]
    const cells = new CellReader(opened, draft, this.pool, translation)
    const parts = { opened, draft, cells, vcenters: this.vcenters }
    if (isVmSheet(opened.as)) {
      return vmSheetReader(parts, this.refs, opened.as === 'vInfo' ? this.custom.reader(opened, cells) : NO_CUSTOM)
    }
    return otherSheetReader(parts, NEEDED[opened.as] ?? [], QUIET.includes(opened.as))
  }

  private refuse(head: SheetHead, file: string, as: SheetName | null): void {
    this.foreign.push({
      file,
      sheet: head.sheet,
      as,
      rows: 0,
      recognised: [],
      custom: [],
      ignored: head.header.filter((it) => it !== ''),
      missing: [],
    })
  }

  finish(): ImportResult {
    this.datesAndServers()
    const sources = orderSources(this.sources)
    const vcenters = resolveVcenters(this.vcenters, this.pool)
    const harvest: Harvest = {
      pool: this.pool,
      drafts: this.drafts,
      opened: this.opened,
      refs: this.refs,
      vcenters,
      sources,
    }
    const identified = identifyVms(harvest)
    const joined = joinRefs(harvest, identified)
    const copies = new CopyChooser(harvest, identified, joined)
    // Before the columns of the drafts are taken.
    const about = buildAbout(harvest, identified)
    const vms = buildVms(harvest, identified, copies)
    const parts = buildParts(harvest, copies)
    const sheets = new Set(this.opened.filter((it) => !it.discarded).map((it) => it.as))
    const estate: Estate = {
      texts: this.pool.texts,
      sources: sources.sources,
      vms,
      ...parts,
      ...buildInfrastructure(harvest),
      ...derivedInfrastructure(sheets, vms, parts.disks, this.pool.texts),
      ...about,
      sheets,
      ...columnPlaces(harvest),
      customColumns: this.custom.gather(identified.rows),
    }
    return {
      estate,
      rejected: this.opened.flatMap((it) => (it.discarded ? [] : it.rejected)),
      warnings: [...this.warnings, ...suspicions(harvest, identified, joined, copies, estate)],
      columns: [...this.opened.map(sheetColumns), ...this.foreign],
    }
  }

  /** What vMetaData says of each file, and the servers that its rows name. */
  private datesAndServers(): void {
    const { vMetaData } = this.drafts
    const { texts } = this.pool
    for (let row = 0; row < vMetaData.count; row++) {
      const sheet = this.opened[vMetaData.sheet[row]]
      if (sheet.discarded) continue
      const source = this.sources[sheet.source]
      const version = texts[vMetaData.text('version')[row]] || shortVersion(texts[vMetaData.text('majorVersion')[row]])
      if (version !== '') source.versions.add(version)
      const server = texts[vMetaData.text('server')[row]]
      if (server !== '') source.servers.add(server)
      const at = vMetaData.numbers[vMetaData.slot('createdAt')][row]
      if (!Number.isNaN(at) && !(at <= source.exportedAt)) source.exportedAt = at
    }
    for (const { source, server } of this.vcenters.refs)
      if (server !== 0) this.sources[source].servers.add(texts[server])
  }
}

/** The number of a version is a binary fraction: 4.4000000000000004. */
function shortVersion(text: string): string {
  const value = Number(text)
  return text === '' || Number.isNaN(value) ? text : String(Math.round(value * 100) / 100)
}
