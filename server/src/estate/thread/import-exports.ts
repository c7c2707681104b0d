import { inventoryCounts } from '@portolan/engine/inventory/counts'
import { deriveFacts } from '@portolan/engine/inventory/derive-facts'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { rvtoolsImporter } from '@portolan/engine/inventory/rvtools/importer'
import type { ImportResult } from '@portolan/engine/inventory/rvtools/sheet'
import { vmIdentities } from '@portolan/engine/inventory/vm-identity'
import { carryIdentities } from '@portolan/engine/reimport/carry-identities'
import { ExportError } from '@portolan/files/export-error'
import { readExports } from '@portolan/files/read-exports'
import { uuidv7 } from '../../platform/ids.ts'
import type { ImportedRows, ImportInput, ImportOutput, ImportPart } from '../ops.ts'
import type { Progress } from '../protocol.ts'
import { portableFacts } from './answers/portable-facts.ts'
import { planSummary } from './answers/summary.ts'
import { packIds } from './packed-ids.ts'
import { RawRows, type RawSheet } from './raw-rows.ts'
import { Snapshot } from './snapshot.ts'
import { storeEstate } from './stored-estate.ts'
import { type View, viewOf } from './view.ts'

/** An import that was read and waits to be written into the database. */
export interface Imported {
  readonly output: ImportOutput
  readonly view: View
  readonly rawSheets: readonly RawSheet[]
  /** Made when it is asked for: packing goes on in the background while rows are written. */
  part(name: ImportPart): Promise<Uint8Array>
  rows(from: number, count: number): ImportedRows
}

/** Reads uploaded exports as one estate, finds out which VMs were here before, assesses and plans. */
export async function importExports(input: ImportInput, onProgress: (progress: Progress) => void): Promise<Imported> {
  const raw = new RawRows()
  const result = await read(input, raw, onProgress)
  onProgress({ phase: 'Joining sheets', done: 0, total: 0 })
  const { estate } = result
  const exportedAt = estate.sources.map((source) => source.exportedAt).filter((at) => Number.isFinite(at))
  const asOf = exportedAt.length === 0 ? input.now : Math.max(...exportedAt)

  const facts = deriveFacts(estate)
  const { ids, identities, uuids } = identify(result, facts, input)
  onProgress({ phase: 'Assessing and planning', done: 0, total: 0 })
  const snapshot = new Snapshot(input.snapshotId, result, facts, packIds(ids), asOf)
  const view = viewOf(snapshot, input.scenario, undefined)

  const { vms, texts } = estate
  const output: ImportOutput = {
    asOf,
    sources: estate.sources.map(({ file, format, rvtoolsVersion, vcenters }) => ({
      ...{ file, format, rvtoolsVersion },
      vcenters: [...vcenters],
    })),
    counts: { ...inventoryCounts(estate, view.tenancy) },
    columns: result.columns,
    warnings: result.warnings,
    rejectedCount: result.rejected.length,
    summary: planSummary(view),
    vms: ids.length,
  }
  const parts: Readonly<Record<ImportPart, () => Promise<Uint8Array>>> = {
    ids: async () => packIds(ids),
    raw: async () => jsonBytes(raw.sheets),
    rejected: async () => jsonBytes(result.rejected),
    facts: () => portableFacts(view),
    estate: () => storeEstate(result),
  }
  return {
    ...{ output, view, rawSheets: raw.sheets },
    part: (name) => parts[name](),
    rows(from, count) {
      const end = Math.min(ids.length, from + count)
      const names: string[] = []
      const cells: Uint8Array[] = []
      for (let row = from; row < end; row++) {
        const vm = snapshot.facts.vm[row]
        const { source, row: rowNumber } = vms.origins.vInfo
        names.push(texts[vms.name[vm]])
        cells.push(raw.row(estate.sources[source[vm]]?.file ?? '', rowNumber[vm]))
      }
      return {
        ids: ids.slice(from, end),
        identities: identities.slice(from, end),
        uuids: uuids.slice(from, end),
        names,
        raw: new Uint8Array(Buffer.concat(cells)),
        rawLengths: cells.map(({ length }) => length),
      }
    },
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(JSON.stringify(value), 'utf8'))
}

/** The folder of the upload is nobody's business: files go by the names they were uploaded under. */
async function read(
  { folder, paths }: ImportInput,
  raw: RawRows,
  onProgress: (progress: Progress) => void,
): Promise<ImportResult> {
  const plain = (text: string) => text.replaceAll(`${folder}/`, '').replaceAll(folder, 'the upload')
  const importer = raw.overhear(rvtoolsImporter(), plain)
  try {
    await readExports(paths, importer, {
      onProgress: ({ phase, done, total }) => onProgress({ phase: `Reading ${phase}`, done, total }),
    })
  } catch (error) {
    if (error instanceof ExportError) throw new ExportError(error.code, null, plain(error.message))
    throw error
  }
  return importer.finish()
}

function identify(
  { estate }: ImportResult,
  facts: VmFacts,
  { known, now }: ImportInput,
): { ids: string[]; identities: string[]; uuids: string[] } {
  const { vms, texts } = estate
  const counted = Array.from(facts.vm)
  const all = vmIdentities(estate)
  const identities = counted.map((vm) => all[vm])
  const uuids = counted.map((vm) => texts[vms.instanceUuid[vm]].toLowerCase())
  const carried = carryIdentities(
    known.identities.map((identity, index) => ({ identity, instanceUuid: known.uuids[index] })),
    identities.map((identity, row) => ({ identity, instanceUuid: uuids[row] })),
  )
  const ids = identities.map((_, row) => (carried[row] < 0 ? uuidv7(now) : known.ids[carried[row]]))
  return { ids, identities, uuids }
}
