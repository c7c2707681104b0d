import type { Finding } from '../../assessment/assessment.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { dayOf } from '../wording/dates.ts'
import { CONSTRAINT_TITLES } from '../wording/names.ts'
import { agree, count, plural, share } from '../wording/numbers.ts'
import { scopeNoun } from '../wording/scope.ts'
import { rate } from '../wording/sizes.ts'
import type { Action } from './report.ts'
import { ruleWords } from './rule-words.ts'

const RED = 2
const WANTED = 3
const MAX_SCORE = 100

/**
 * What to do first, at most three things: what stops the plan, then what misses the deadline, then the findings that
 * keep VMs RED, then those that touch the most VMs.
 */
export function firstActions(assessed: AssessedEstate): Action[] {
  const actions = [unscheduledAction(assessed), deadlineAction(assessed), redAction(assessed)].filter(
    (action) => action !== null,
  )
  const used = new Set(actions.flatMap((action) => action.rule ?? []))
  for (const finding of rankedFindings(assessed)) {
    if (actions.length >= WANTED) break
    if (!used.has(finding.rule)) actions.push(findingAction(finding))
  }
  return actions.slice(0, WANTED).map(({ title, detail }) => ({ title, detail }))
}

type Draft = Action & { readonly rule?: string }

function unscheduledAction({ plan }: AssessedEstate): Draft | null {
  const { unscheduled } = plan.schedule
  if (unscheduled.length === 0) return null
  return {
    title: `Find a place for ${plural(unscheduled.length, 'VM')} that the schedule could not place`,
    detail: `The first reason: ${unscheduled[0].reason}.`,
  }
}

function deadlineAction({ plan }: AssessedEstate): Draft | null {
  const { deadline, bandwidth } = plan
  if (deadline.met) return null
  const late =
    deadline.daysLate === null
      ? 'the plan does not finish'
      : `the plan ends ${plural(deadline.daysLate, 'day')} after ${dayOf(deadline.deadline)}`
  const title =
    deadline.utilisationPct > 100
      ? 'Widen the bottleneck or move the deadline'
      : 'Add slots or hours, or move the deadline'
  return {
    title,
    detail: `With ${CONSTRAINT_TITLES[bandwidth.bottleneck]} at ${rate(bandwidth.bottleneckMbps)} and ${plural(plan.agents.slots, 'slot')}, ${late}.`,
  }
}

function redAction({ facts, assessment, scope }: AssessedEstate): Draft | null {
  let red = 0
  for (const category of assessment.category) if (category === RED) red++
  if (red === 0) return null
  const main = mainReason(assessment.findings, assessment.category)
  const words = main ? ruleWords(main.rule) : null
  const reason =
    main && words ? `On ${count(main.vms)} of them: ${lowerFirst(words.title)}. ${words.remedy}`.trim() : ''
  return {
    title: `Decide on ${plural(red, 'RED VM')}, ${share(red / facts.count)} of ${scopeNoun(scope)}, before any wave`,
    detail: reason,
    rule: main?.rule,
  }
}

/** Of each RED VM the rule that weighs most, a critical one before all others; of these the one with the most VMs. */
function mainReason(findings: readonly Finding[], category: Uint8Array): { rule: string; vms: number } | null {
  const heaviest = new Map<number, Finding>()
  for (const finding of findings) {
    for (const vm of finding.counted) {
      if (category[vm] !== RED) continue
      const other = heaviest.get(vm)
      if (!other || burdenOf(finding) > burdenOf(other)) heaviest.set(vm, finding)
    }
  }
  const vms = new Map<string, number>()
  for (const { rule } of heaviest.values()) vms.set(rule, (vms.get(rule) ?? 0) + 1)
  let best: { rule: string; vms: number } | null = null
  for (const { rule } of findings) {
    const counted = vms.get(rule) ?? 0
    if (counted > (best?.vms ?? 0)) best = { rule, vms: counted }
  }
  return best
}

/** A critical finding makes a VM RED by itself, which no sum of weights can outdo. */
function burdenOf({ severity, weight }: Finding): number {
  return severity === 'critical' ? MAX_SCORE + weight : weight
}

/** Critical before warning, then by VMs; the order of the rule table breaks ties. */
function rankedFindings({ assessment }: AssessedEstate): Finding[] {
  return assessment.findings
    .filter((finding) => finding.severity !== 'info' && finding.counted.length > 0)
    .map((finding, i) => ({ finding, i }))
    .sort(
      (a, b) =>
        Number(b.finding.severity === 'critical') - Number(a.finding.severity === 'critical') ||
        b.finding.vms.length - a.finding.vms.length ||
        a.i - b.i,
    )
    .map(({ finding }) => finding)
}

function findingAction({ rule, vms }: Finding): Draft {
  const { title, remedy } = ruleWords(rule)
  return {
    title: `${title}: ${plural(vms.length, 'VM')} ${agree(vms.length, 'needs', 'need')} work`,
    detail: remedy,
    rule,
  }
}

function lowerFirst(text: string): string {
  const isWord = /^[A-Z][a-z]/.test(text)
  return isWord ? text[0].toLowerCase() + text.slice(1) : text
}
