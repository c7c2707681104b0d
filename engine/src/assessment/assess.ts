import type { VmFacts } from '../inventory/facts.ts'
import type { Settings } from '../settings.ts'
import type { Instant } from '../units.ts'
import { type AcceptedFindings, NOTHING_ACCEPTED, withoutAccepted } from './accepted.ts'
import { type Assessment, type Finding, RISK_CATEGORIES } from './assessment.ts'
import { isReadable, missingColumns, whereMet } from './conditions.ts'
import { type EffectiveRule, effectiveRules } from './effective-rules.ts'
import { modesOf } from './mode.ts'
import type { RiskSettings } from './risk-settings.ts'
import type { ExclusiveGroup } from './rules/rule.ts'

const MAX_SCORE = 100

/** A rule that fired somewhere. */
interface Fired extends EffectiveRule {
  readonly vms: Uint32Array
  /** Of `vms` those on which nobody accepted it: the others are listed and judged as if it had not fired. */
  readonly judged: Uint32Array
}

/**
 * Judges every VM by facts alone: score and category by the rule table, mode by planner §8.
 *
 * The score is the sum of the weights of the rules that fired, of an exclusive group the heaviest only, cut at 100. The
 * category follows from the score and the bands, and no floor of a fired rule is undercut, outweighed or not. A rule
 * whose input no file carries is listed as not evaluated. Ages and ends of support are judged at `asOf`. A finding that
 * somebody accepted on a VM stays listed and adds no weight and no floor there.
 */
export function assess(
  facts: VmFacts,
  settings: Settings,
  asOf: Instant,
  accepted: AcceptedFindings = NOTHING_ACCEPTED,
): Assessment {
  const input = { facts, thresholds: settings.risk.thresholds, asOf }
  const enabled = effectiveRules(settings.risk).filter((rule) => rule.isEnabled)
  const fired: Fired[] = []
  const notEvaluated: { rule: string; missing: readonly string[] }[] = []
  for (const effective of enabled) {
    const { id, when } = effective.rule
    if (!isReadable(when, facts.columns)) {
      notEvaluated.push({ rule: id, missing: missingColumns(when, facts.columns) })
      continue
    }
    const vms = rowsOf(whereMet(when, input))
    if (vms.length > 0) fired.push({ ...effective, vms, judged: withoutAccepted(vms, accepted.get(id)) })
  }

  const winners = groupWinners(fired, facts.count)
  const findings = fired.map((rule, index): Finding => {
    const group = rule.rule.exclusiveGroup
    const winner = group && winners.get(group)
    return {
      rule: rule.rule.id,
      severity: rule.severity,
      weight: rule.weight,
      vms: rule.vms,
      counted: winner ? whereWon(rule.judged, winner, index) : rule.judged,
    }
  })
  const score = scores(findings, facts.count)
  const category = categories(score, fired, settings.risk)
  return { asOf, score, category, ...modesOf(facts, settings, category), findings, notEvaluated }
}

/** Counted first, so that no rule keeps or clears more memory than its VMs need. */
function rowsOf(met: Uint8Array): Uint32Array {
  let count = 0
  for (let row = 0; row < met.length; row++) count += met[row]
  const rows = new Uint32Array(count)
  if (count === 0) return rows
  for (let row = 0, next = 0; row < met.length; row++) if (met[row] === 1) rows[next++] = row
  return rows
}

function whereWon(vms: Uint32Array, winner: Int16Array, index: number): Uint32Array {
  let count = 0
  for (const vm of vms) if (winner[vm] === index) count++
  if (count === vms.length) return vms
  const won = new Uint32Array(count)
  let next = 0
  for (const vm of vms) if (winner[vm] === index) won[next++] = vm
  return won
}

/** Per exclusive group and VM the index of the heaviest rule that fired; the first of the table wins a tie. */
function groupWinners(fired: readonly Fired[], count: number): ReadonlyMap<ExclusiveGroup, Int16Array> {
  const winners = new Map<ExclusiveGroup, Int16Array>()
  for (const [index, { rule, weight, judged }] of fired.entries()) {
    if (!rule.exclusiveGroup) continue
    const winner = winners.get(rule.exclusiveGroup) ?? new Int16Array(count).fill(-1)
    winners.set(rule.exclusiveGroup, winner)
    for (const vm of judged) if (winner[vm] < 0 || fired[winner[vm]].weight < weight) winner[vm] = index
  }
  return winners
}

function scores(findings: readonly Finding[], count: number): Uint8Array {
  const sums = new Float64Array(count)
  for (const { weight, counted } of findings) if (weight > 0) for (const vm of counted) sums[vm] += weight
  const score = new Uint8Array(count)
  for (let row = 0; row < count; row++) score[row] = Math.round(Math.min(MAX_SCORE, sums[row]))
  return score
}

function categories(score: Uint8Array, fired: readonly Fired[], { greenMax, yellowMax }: RiskSettings): Uint8Array {
  const green = RISK_CATEGORIES.indexOf('GREEN')
  const yellow = RISK_CATEGORIES.indexOf('YELLOW')
  const red = RISK_CATEGORIES.indexOf('RED')
  const category = new Uint8Array(score.length)
  for (let row = 0; row < score.length; row++) {
    category[row] = score[row] <= greenMax ? green : score[row] <= yellowMax ? yellow : red
  }
  for (const { floor, judged } of fired) {
    if (floor > green) for (const vm of judged) if (category[vm] < floor) category[vm] = floor
  }
  return category
}
