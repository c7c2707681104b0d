import { MIGRATION_MODES, RISK_CATEGORIES } from '@portolan/engine/assessment/assessment'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { inScopeEstate } from '@portolan/engine/documents/in-scope-estate'
import { inventoryCounts } from '@portolan/engine/inventory/counts'
import type { AssessmentDocument } from './assessment-document.ts'

/**
 * The document that `assess --json` prints. Numbers are not rounded: whoever reads them may. The inventory is the whole
 * one, assessment and plan are of what is in scope.
 */
export function assessmentJson(whole: AssessedEstate): AssessmentDocument {
  const assessed = inScopeEstate(whole)
  const { estate, assessment, plan, scope } = assessed
  const risk = tally(assessment.category, RISK_CATEGORIES.length)
  const mode = tally(assessment.mode, MIGRATION_MODES.length)
  return {
    schema: 'portolan.assessment/1',
    sources: estate.sources.map(({ file, format, rvtoolsVersion, vcenters }) => ({
      file,
      format,
      rvtoolsVersion,
      vcenters: [...vcenters],
    })),
    inventory: inventoryCounts(estate, whole.tenancy),
    scope: {
      vms: scope.vmsInScope,
      outOfScope: scope.vms - scope.vmsInScope,
      byReason: { ...scope.outOfScope },
    },
    assessment: {
      risk: { green: risk[0], yellow: risk[1], red: risk[2] },
      mode: { warm_eligible: mode[0], warm_risky: mode[1], cold_required: mode[2], unknown: mode[3] },
      findings: assessment.findings.map(({ rule, severity, vms }) => ({ rule, severity, vms: vms.length })),
    },
    plan: {
      bottleneck: plan.bandwidth.bottleneck,
      bottleneckMbps: plan.bandwidth.bottleneckMbps,
      efficiency: plan.bandwidth.efficiency,
      effectiveMbps: plan.bandwidth.effectiveMbps,
      totalHours: plan.totals.totalHours,
      days: plan.totals.days,
      waves: null,
    },
    asOf: new Date(assessment.asOf).toISOString().slice(0, 10),
    rejected: assessed.rejected.map(({ file, sheet, row, reason }) => ({ file, sheet, row, reason })),
    warnings: assessed.warnings.map(({ code, message, file, sheet }) => ({ code, message, file, sheet })),
  }
}

/** How often each index occurs. */
export function tally(indexes: Uint8Array, kinds: number): number[] {
  const counts = new Array<number>(kinds).fill(0)
  for (const index of indexes) counts[index]++
  return counts
}
