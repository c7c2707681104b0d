import { dateAt } from '../../calendar/zone.ts'
import { instant } from '../../units.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { inScopeEstate } from '../in-scope-estate.ts'
import { dayOf } from '../wording/dates.ts'
import { plural } from '../wording/numbers.ts'
import { vmsInScope } from '../wording/scope.ts'
import { answerPage } from './answer.ts'
import { dailySchedule } from './daily-schedule.ts'
import { executiveSummary } from './executive-summary.ts'
import { feasibility } from './feasibility.ts'
import { findingsSection } from './findings.ts'
import { infrastructure } from './infrastructure.ts'
import { assumptionsAndLimits } from './limits-of-export.ts'
import { methodology } from './methodology.ts'
import type { ReportDocument, ReportOptions } from './report.ts'
import { scopeSections } from './scope.ts'
import { tenantsSection } from './tenants.ts'
import { vmsByDay, vmsByTenant } from './vm-tables.ts'

/** Widths that charts are drawn for, in points: the text of a page upright and across. */
const UPRIGHT = 487
const ACROSS = 752

/**
 * The report that is handed over: the answer, the estate in pictures, whether it can be done, what was found, when each
 * VM moves, how it was computed and what nobody knows.
 */
export function migrationReport(whole: AssessedEstate, options: ReportOptions): ReportDocument {
  const assessed = inScopeEstate(whole)
  const { settings, zone } = assessed
  return {
    title: 'Migration assessment and plan',
    project: settings.name,
    customer: settings.customer,
    author: settings.author,
    version: settings.version,
    date: dayOf(dateAt(zone, instant(options.generatedAt))),
    basis: basis(assessed),
    answer: answerPage(assessed, UPRIGHT),
    sections: [
      executiveSummary(assessed, UPRIGHT),
      feasibility(assessed),
      findingsSection(assessed, UPRIGHT),
      infrastructure(assessed),
      ...scopeSections(whole),
      tenantsSection(assessed, ACROSS),
      dailySchedule(assessed, UPRIGHT),
      methodology(assessed),
      assumptionsAndLimits(assessed),
      vmsByDay(assessed, options.vmRows),
      vmsByTenant(assessed, options.vmRows),
    ],
  }
}

function basis({ estate, assessment, scope, zone }: AssessedEstate): string {
  const versions = [...new Set(estate.sources.flatMap((source) => source.rvtoolsVersion ?? []))].sort()
  const rvtools = versions.length > 0 ? `RVTools ${versions.join(', ')}` : 'RVTools'
  const files = estate.sources.length > 1 ? `, ${plural(estate.sources.length, 'file')}` : ''
  return `${rvtools}${files} · ${plural(estate.vcenters.length, 'vCenter')} · ${vmsInScope(scope)} · as of ${dayOf(dateAt(zone, assessment.asOf))}`
}
