import { Flag, isCounted } from '../inventory/estate.ts'
import { placesOfVms } from '../inventory/places.ts'
import { isReadable, readsOf, thresholdOf, whereMet } from './conditions.ts'
import { cellsOfColumn, type EvidenceCell, type PartFilter } from './evidence-cells.ts'
import type { Judgement } from './judgement.ts'
import { MEASURES } from './measures.ts'
import type { Condition } from './rules/rule.ts'
import { ruleOf } from './rules.ts'
import type { SignalInput } from './signals/signal.ts'
import { SIGNALS } from './signals.ts'

/**
 * The cells that made a rule fire on a VM (a row of `VmFacts`): of parts only those that fired. Throws for an id that is
 * no rule. To explain many VMs prepare once with `evidence`.
 */
export function explainFinding(judgement: Judgement, ruleId: string, vm: number): EvidenceCell[] {
  return evidence(judgement)(ruleId, vm)
}

/** Prepares explanations for an estate: what a rule needs is made when it is first asked for. */
export function evidence(judgement: Judgement): (ruleId: string, vm: number) => EvidenceCell[] {
  const { estate, facts } = judgement
  const input: SignalInput = {
    estate,
    places: placesOfVms(estate),
    isCounted: (vm) => isCounted(estate.vms, vm),
  }
  const prepared = new Map<string, CellsOf>()
  return (ruleId, vm) => {
    let cellsOf = prepared.get(ruleId)
    if (!cellsOf) {
      const rule = ruleOf(ruleId)
      if (!rule) throw new Error(`No rule has the id "${ruleId}"`)
      cellsOf = cellsOfCondition(rule.when, judgement, input)
      prepared.set(ruleId, cellsOf)
    }
    return distinctCells(cellsOf(facts.vm[vm], vm))
  }
}

/** Cells of a VM, given as its index in the estate and its row of the facts. */
type CellsOf = (vm: number, row: number) => EvidenceCell[]

function cellsOfCondition(condition: Condition, judgement: Judgement, input: SignalInput): CellsOf {
  if (condition.kind === 'any' || condition.kind === 'all') return cellsOfParts(condition.of, judgement, input)
  const { estate, places } = input
  const filter = partFilter(condition, judgement, input)
  return (vm) =>
    readsOf(condition).flatMap((group) => {
      const cells = group.map((column) => cellsOfColumn(estate, places, column, vm, filter))
      if (condition.kind === 'measure') return cells.find((some) => some.some(({ value }) => value !== null)) ?? []
      // Of several columns those that say nothing, or no, are not what the judgement rests on.
      const telling = cells.flat().filter(({ value }) => value !== null && value !== false && value !== 0)
      return group.length > 1 && telling.length > 0 ? telling : cells.flat()
    })
}

/** Of several conditions those that the VM meets. */
function cellsOfParts(conditions: readonly Condition[], judgement: Judgement, input: SignalInput): CellsOf {
  const { facts, settings, assessment } = judgement
  const whole = { facts, thresholds: settings.risk.thresholds, asOf: assessment.asOf }
  const parts = conditions
    .filter((condition) => isReadable(condition, facts.columns))
    .map((condition) => ({
      met: whereMet(condition, whole),
      cellsOf: cellsOfCondition(condition, judgement, input),
    }))
  return (vm, row) => parts.flatMap(({ met, cellsOf }) => (met[row] === 1 ? cellsOf(vm, row) : []))
}

function partFilter(condition: Condition, { settings, assessment }: Judgement, input: SignalInput): PartFilter | null {
  if (condition.kind === 'signal') {
    const signal = SIGNALS[condition.signal]
    if (signal.of === 'vms') return null
    const judge = signal.prepare(input)
    return { of: signal.of, isShown: (part) => judge(part) === Flag.yes }
  }
  if (condition.kind !== 'measure') return null
  const { part } = MEASURES[condition.measure]
  if (!part?.valueOfPart) return null
  const valueOfPart = part.valueOfPart(input.estate, assessment.asOf)
  const threshold = thresholdOf(condition, settings.risk.thresholds)
  return {
    of: part.of,
    isShown: (index) => {
      const value = valueOfPart(index)
      if (condition.is === '>=') return value >= threshold
      return condition.is === '>' ? value > threshold : value < threshold
    },
  }
}

function distinctCells(cells: readonly EvidenceCell[]): EvidenceCell[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.file}\n${cell.sheet}\n${cell.address}`, cell]))
  return [...byPlace.values()]
}
