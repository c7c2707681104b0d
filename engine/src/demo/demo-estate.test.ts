import { describe, expect, it } from 'vitest'
import { assess } from '../assessment/assess.ts'
import { RISK_CATEGORIES } from '../assessment/assessment.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { importTables } from '../inventory/rvtools/import-tables.ts'
import { Settings } from '../settings.ts'
import { detectTenants } from '../tenancy/detect-tenants.ts'
import { type Instant, instant } from '../units.ts'
import { DEMO_SETTINGS, demoExports } from './demo-estate.ts'

const EXPORTED_AT = instant(Date.UTC(2026, 5, 8, 8, 30))
const LATER = instant(Date.UTC(2027, 5, 8, 8, 30))
const settings = Settings.parse(DEMO_SETTINGS)

function demo(at: Instant) {
  const imported = importTables(demoExports(at).flatMap(({ tables }) => tables))
  const facts = deriveFacts(imported.estate)
  return { ...imported, facts, assessment: assess(facts, settings, at) }
}

describe('the demo estate', () => {
  const { estate, facts, assessment, rejected, warnings, columns } = demo(EXPORTED_AT)

  it('is read as three exports of RVTools, without a warning, a rejected row or an unknown column', () => {
    expect({ rejected, warnings }).toEqual({ rejected: [], warnings: [] })
    expect(columns.flatMap(({ custom }) => custom)).toEqual([])
    expect(columns.filter(({ as }) => as === null)).toEqual([])
    expect(estate.sources.map(({ exportedAt }) => exportedAt)).toEqual([EXPORTED_AT, EXPORTED_AT, EXPORTED_AT])
    expect(estate.vcenters).toHaveLength(3)
  })

  it('has more than 300 VMs of eleven owners, with Cloud Director and without', () => {
    expect(facts.count).toBeGreaterThan(300)
    const { tenants } = detectTenants(estate, facts, settings.tenantDetection)
    expect(new Set(tenants.map(({ name }) => name)).size).toBe(11)
    expect(new Set(tenants.map(({ method }) => method))).toEqual(new Set(['vcd_folder', 'folder_path']))
    expect(tenants.filter(({ name }) => name === 'Opaline Retail')).toHaveLength(2)
  })

  it('has something to do in every category, most of it easy', () => {
    const shares = RISK_CATEGORIES.map((_, at) => assessment.category.filter((it) => it === at).length / facts.count)
    const [green, yellow, red] = shares
    expect(green).toBeGreaterThan(0.6)
    expect(yellow).toBeGreaterThan(0.05)
    expect(red).toBeGreaterThan(0.03)
    expect(assessment.findings.length).toBeGreaterThan(35)
    expect(assessment.notEvaluated).toEqual([])
  })

  it('differs in its dates alone when it is made on another day', () => {
    const later = demo(LATER)
    expect(Array.from(later.facts.usedGiB)).toEqual(Array.from(facts.usedGiB))
    expect(JSON.stringify(demoExports(LATER))).not.toBe(JSON.stringify(demoExports(EXPORTED_AT)))
    expect(JSON.stringify(demoExports(LATER))).toBe(JSON.stringify(demoExports(LATER)))
  })
})
