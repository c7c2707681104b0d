import { SEVERITIES } from '../../assessment/assessment.ts'
import { type EffectiveRule, effectiveRules } from '../../assessment/effective-rules.ts'
import { dateAt } from '../../calendar/zone.ts'
import type { Estate, Texts } from '../../inventory/estate.ts'
import { targetIssueText } from '../../mapping/target-issues.ts'
import { type TargetMap, targetMap } from '../../mapping/target-map.ts'
import type { TenantKey } from '../../tenancy/tenant-key.ts'
import type { Instant, IsoDate } from '../../units.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { inScopeEstate } from '../in-scope-estate.ts'
import { type EvidenceTexts, evidenceTexts } from './evidence-text.ts'
import { issueTexts, labelsOf } from './target-texts.ts'

/** What is in scope of an assessed estate, with what several tables look up. */
export interface Book extends AssessedEstate {
  /** With what is out of scope. */
  readonly whole: AssessedEstate
  /** 1 for each row of `Estate.vms` that is in scope. */
  readonly counts: Uint8Array
  /** The day that ends of support are judged by. */
  readonly today: IsoDate
  /** The rule table as settings leave it, by id, in its order. */
  readonly rules: ReadonlyMap<string, EffectiveRule>
  /** Findings of each row of `VmFacts`, by index of `SEVERITIES`. */
  readonly findingCounts: readonly Uint16Array[]
  readonly evidence: EvidenceTexts
  /** Where everything goes; its rows of tenants are aligned with the tenants. */
  readonly target: TargetMap
  readonly targetIssues: ReadonlyMap<number, string>
  readonly tenantLabels: ReadonlyMap<TenantKey, string>
  /** Why a row of `VmFacts` has no place in the schedule. */
  readonly unscheduledReasons: ReadonlyMap<number, string>
}

export function bookOf(whole: AssessedEstate): Book {
  const assessed = inScopeEstate(whole)
  const { estate, facts, assessment, plan, settings, zone } = assessed
  const findingCounts = SEVERITIES.map(() => new Uint16Array(facts.count))
  for (const finding of assessment.findings) {
    const counts = findingCounts[SEVERITIES.indexOf(finding.severity)]
    for (const vm of finding.vms) counts[vm]++
  }
  const target = targetMap(whole)
  const counts = new Uint8Array(estate.vms.count)
  for (const vm of facts.vm) counts[vm] = 1
  return {
    ...assessed,
    ...{ whole, counts, target },
    targetIssues: issueTexts(target.targets.issues, targetIssueText),
    tenantLabels: labelsOf(whole.tenancy.tenants),
    today: dateAt(zone, assessment.asOf),
    rules: new Map(effectiveRules(settings.risk).map((rule) => [rule.rule.id, rule])),
    findingCounts,
    evidence: evidenceTexts(assessed),
    unscheduledReasons: new Map(plan.schedule.unscheduled.map(({ vm, reason }) => [vm, reason])),
  }
}

/** The text of a column of `Estate` or `VmFacts`. */
export function textOf({ estate }: { readonly estate: Pick<Estate, 'texts'> }, column: Texts, index: number): string {
  return estate.texts[column[index]]
}

/** The day of an index into the days of the schedule; null for -1. */
export function dayOfSchedule({ plan }: AssessedEstate, index: number): IsoDate | null {
  return index < 0 ? null : plan.schedule.days[index].date
}

/** The local day of an instant; null for NaN. */
export function dateOrNull({ zone }: AssessedEstate, at: number): IsoDate | null {
  return Number.isFinite(at) ? dateAt(zone, at as Instant) : null
}

/** Sums of a value over groups of rows of `VmFacts`; what nobody knows adds nothing. */
export function sumByGroup(
  count: number,
  groupOf: ArrayLike<number>,
  groups: number,
  value: (vm: number) => number,
): Float64Array {
  const sums = new Float64Array(groups)
  for (let vm = 0; vm < count; vm++) {
    const added = value(vm)
    if (Number.isFinite(added)) sums[groupOf[vm]] += added
  }
  return sums
}
