import type { Table } from '../inventory/rvtools/import-tables.ts'
import type { Settings } from '../settings.ts'
import type { Instant } from '../units.ts'
import { buildVms } from './build-vms.ts'
import { infraSheets } from './infra-sheets.ts'
import { SeededRandom } from './random.ts'
import { DEMO_SITES } from './sites.ts'
import { type Sheets, vmSheets } from './vm-sheets.ts'

const SEED = 20_260_609

/**
 * An estate to try everything with: three vCenters, eleven owners, 300 VMs and more with the troubles of real ones. It is
 * made like exports of RVTools taken at `exportedAt`, one file a vCenter, and differs from call to call in its dates alone.
 */
export function demoExports(exportedAt: Instant): { readonly file: string; readonly tables: readonly Table[] }[] {
  return DEMO_SITES.map((site, at) => {
    const random = new SeededRandom(SEED + at)
    const vms = buildVms(site, random)
    const sheets = { ...vmSheets(vms, exportedAt), ...infraSheets(site, vms, exportedAt, random) }
    return { file: site.file, tables: Object.entries(sheets).map(([sheet, rows]) => tableOf(site.file, sheet, rows)) }
  })
}

function tableOf(file: string, sheet: string, rows: Sheets[string]): Table {
  const header = Object.keys(rows[0] ?? {})
  return { file, sheet, header, rows: rows.map((row) => header.map((name) => row[name])) }
}

export const DEMO_NAME = 'Demo: three sites to one cloud'
export const DEMO_CUSTOMER = 'Nordmole Cloud'

/** What the demo is planned with: a leased line that is nearly enough, so that the settings have something to answer. */
export const DEMO_SETTINGS: Partial<Settings> = {
  topologyType: 'cross_site_dedicated',
  linkSpeedGbps: 3,
  linkUsablePct: 70,
  rttCategory: '5-20',
  migrationDurationDays: 30,
  agentCount: 3,
  timeZone: 'Europe/Berlin',
  author: 'Portolan',
  executiveSummary:
    'Three sites move to one cloud: a service provider in Frankfurt, a data centre in Rotterdam and a depot in Gdynia. Every name and number is invented.',
}
