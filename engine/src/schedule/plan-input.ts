import { z } from 'zod'
import type { AcceptedFindings } from '../assessment/accepted.ts'
import { Settings } from '../settings.ts'
import { instant } from '../units.ts'
import { type Decisions, VmDecision } from './decisions.ts'

const vmName = z.string().min(1).describe('vCenter and MoRef, as the canonical plan names VMs')

/** The offsets of a time zone over the span of a plan: stored with it, so that every machine computes the same plan. */
const Zone = z.strictObject({
  zone: z.string(),
  offsetMinutes: z.number(),
  transitions: z.array(z.strictObject({ at: z.number().transform(instant), offsetMinutes: z.number() })),
})

/**
 * Everything but the exports that a plan is made from. A project exports it, `portolan plan --input` takes it: with the
 * same exports both give the same canonical plan, byte for byte.
 */
export const PlanInput = z.strictObject({
  schema: z.literal('portolan.plan-input/1'),
  /** What ages and ends of support are judged at. */
  asOf: z.iso.datetime(),
  settings: Settings,
  zone: Zone,
  decisions: z.array(VmDecision.extend({ vm: vmName })).default([]),
  /** A null VM stands for every VM. */
  accepted: z.array(z.strictObject({ rule: z.string(), vm: vmName.nullable() })).default([]),
  dependencies: z.array(z.never()).default([]),
  windows: z.array(z.never()).default([]),
  locks: z.array(z.never()).default([]),
  seed: z.int().default(0),
})
export type PlanInput = z.infer<typeof PlanInput>

/** Rows of `VmFacts` by identity: `vmIdentities` of the VMs that count. */
export type RowsByIdentity = ReadonlyMap<string, number>

/** Decisions of an input by row; those about VMs that the exports do not hold are listed apart. */
export function decisionsOf(
  { decisions }: Pick<PlanInput, 'decisions'>,
  rows: RowsByIdentity,
): { decisions: Decisions; unknown: string[] } {
  const byRow = new Map<number, VmDecision>()
  const unknown: string[] = []
  for (const { vm, ...decision } of decisions) {
    const row = rows.get(vm)
    if (row === undefined) unknown.push(vm)
    else byRow.set(row, decision)
  }
  return { decisions: byRow, unknown }
}

/** Accepted findings of an input by rule and row. */
export function acceptedOf({ accepted }: Pick<PlanInput, 'accepted'>, rows: RowsByIdentity): AcceptedFindings {
  const byRule = new Map<string, 'all' | Set<number>>()
  for (const { rule, vm } of accepted) {
    const before = byRule.get(rule)
    if (before === 'all') continue
    if (vm === null) {
      byRule.set(rule, 'all')
      continue
    }
    const row = rows.get(vm)
    if (row !== undefined) byRule.set(rule, (before ?? new Set()).add(row))
  }
  return byRule
}
