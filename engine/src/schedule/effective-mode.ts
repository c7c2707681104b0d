import { type Assessment, MIGRATION_MODES, RISK_CATEGORIES } from '../assessment/assessment.ts'
import type { Settings } from '../settings.ts'
import { EFFECTIVE_MODES, type EffectiveMode } from './schedule.ts'
import type { VmDecision } from './vm-decision.ts'

export const COLD = EFFECTIVE_MODES.indexOf('cold')
const RED = RISK_CATEGORIES.indexOf('RED')
const RUNS_WARM = MIGRATION_MODES.map((mode) => mode === 'warm_eligible' || mode === 'warm_risky')

/**
 * How a VM really moves, the one place where it is decided: a person's override, else cold where RED forces it by policy,
 * else the computed mode. `unknown` runs as cold (planner §2 REC).
 */
export function effectiveMode(
  assessment: Pick<Assessment, 'mode' | 'category'>,
  settings: Pick<Settings, 'redForcesCold'>,
  decision: VmDecision | undefined,
  vm: number,
): EffectiveMode {
  if (decision?.mode) return decision.mode
  if (settings.redForcesCold && assessment.category[vm] === RED) return 'cold'
  return RUNS_WARM[assessment.mode[vm]] ? 'warm' : 'cold'
}
