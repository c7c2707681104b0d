import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveFacts } from '@portolan/engine/inventory/derive-facts'
import { rvtoolsImporter } from '@portolan/engine/inventory/rvtools/importer'
import { NO_MAPPING_DECISIONS } from '@portolan/engine/mapping/mapping-decisions'
import { readExports } from '@portolan/files/read-exports'
import type { DecisionRow, ScenarioData } from '../../src/estate/protocol.ts'
import { packIds } from '../../src/estate/thread/packed-ids.ts'
import { Snapshot } from '../../src/estate/thread/snapshot.ts'
import { exportOf, type VmRow } from './exports.ts'

/** A snapshot of an export with vInfo alone; the order of ids is not that of rows. */
export async function snapshotOf(rows: readonly VmRow[]): Promise<Snapshot> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-view-'))
  try {
    const { name, bytes } = exportOf(rows)
    await writeFile(join(folder, name), bytes)
    const importer = rvtoolsImporter()
    await readExports([join(folder, name)], importer, { onProgress: () => undefined })
    const imported = importer.finish()
    const facts = deriveFacts(imported.estate)
    const ids = Array.from({ length: facts.count }, (_, row) => idOfRow(row, facts.count))
    return new Snapshot('snapshot', imported, facts, packIds(ids), Date.UTC(2026, 0, 15))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function idOfRow(row: number, count: number): string {
  return `01900000-0000-7000-8000-${((row * 7919 + 13) % (count * 8191)).toString(16).padStart(12, '0')}`
}

export function scenarioOf(different: Partial<ScenarioData> = {}): ScenarioData {
  return {
    ...{ id: 'scenario', versionKey: '1.1', settings: {}, decisions: [], accepted: [] },
    ...{ tenants: [], vmTenants: [], tenantFilters: [], clusterScope: [] },
    ...NO_MAPPING_DECISIONS,
    ...different,
  }
}

export function decisionOf(vmId: string, different: Partial<DecisionRow> = {}): DecisionRow {
  return {
    ...{ vmId, status: 'not_started', statusNote: '', modeOverride: null, excluded: false, excludeReason: '' },
    ...{ priority: 50, fixMinutes: null, version: 1 },
    ...different,
  }
}
