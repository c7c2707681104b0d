import { z } from 'zod'
import type { AcceptedFindings } from '../assessment/accepted.ts'
import type { ZoneOffsets } from '../calendar/zone.ts'
import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { type Decisions, VmDecision } from '../schedule/decisions.ts'
import { Settings } from '../settings.ts'
import { type Instant, instant } from '../units.ts'

/** Nothing may be ignored: a plan that silently dropped a dependency would be wrong. */
const notYet = (what: string) =>
  z.array(z.unknown()).max(0, `${what} cannot be planned with yet: leave the list empty`).default([])

const anInstant = z.iso.datetime({ offset: true })

/** A VM as every file names it: the UUID of its vCenter and its MoRef there, or its instance UUID where there is none. */
export const VmReference = z
  .strictObject({
    vcenter: z.string().toLowerCase().default(''),
    moref: z.string().default(''),
    instanceUuid: z.string().toLowerCase().default(''),
  })
  .refine((vm) => vm.moref !== '' || vm.instanceUuid !== '', 'names neither a moref nor an instanceUuid')
export type VmReference = z.infer<typeof VmReference>

export const Clock = z.strictObject({
  /** Judges ages and ends of support, and decides the first day; absent: the newest time of the export. */
  asOf: anInstant.optional(),
  /** Offsets of `settings.timeZone` over the span of the plan; absent: the caller finds them. */
  zone: z
    .strictObject({
      zone: z.string().min(1),
      offsetMinutes: z.int().min(-1080).max(1080),
      transitions: z
        .array(z.strictObject({ at: anInstant, offsetMinutes: z.int().min(-1080).max(1080) }))
        .refine(
          (all) => all.every(({ at }, index) => index === 0 || Date.parse(all[index - 1].at) < Date.parse(at)),
          'transitions must ascend',
        ),
    })
    .optional(),
})
export type Clock = z.infer<typeof Clock>

/**
 * What `portolan plan --input` takes (design.md §6): with the same exports it gives the same plan, byte for byte, wherever
 * it is made. A project exports it.
 */
export const PlanInput = z.strictObject({
  schema: z.literal('portolan.plan-input/1'),
  settings: Settings.prefault({}),
  decisions: z.array(z.strictObject({ vm: VmReference, ...VmDecision.shape })).default([]),
  /** Risks that somebody accepted: on one VM, or with null on every one. */
  accepted: z.array(z.strictObject({ rule: z.string().min(1), vm: VmReference.nullable() })).default([]),
  dependencies: notYet('Dependencies'),
  windows: notYet('Maintenance windows'),
  locks: notYet('Locks'),
  /** For draws of chance; nothing draws yet. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(0),
  clock: Clock.prefault({}),
})
export type PlanInput = z.infer<typeof PlanInput>

/** The published JSON Schema (2020-12) of what is taken. */
export function planInputJsonSchema(): object {
  return z.toJSONSchema(PlanInput, { target: 'draft-2020-12', io: 'input' })
}

export function zoneOf(clock: Clock): ZoneOffsets | null {
  if (!clock.zone) return null
  const transitions = clock.zone.transitions.map(({ at, offsetMinutes }) => ({ at: momentOf(at), offsetMinutes }))
  return { ...clock.zone, transitions }
}

export function asOfOf(clock: Clock): Instant | null {
  return clock.asOf === undefined ? null : momentOf(clock.asOf)
}

function momentOf(text: string): Instant {
  return instant(Date.parse(text))
}

export interface ResolvedDecisions {
  readonly decisions: Decisions
  /** Named in the input and in no export: worth a warning, for the VM may be gone. */
  readonly unknown: readonly VmReference[]
}

/** Finds the VMs that decisions are about. Of two decisions on one VM the later holds, field by field. */
export function resolveDecisions(input: PlanInput, estate: Estate, facts: VmFacts): ResolvedDecisions {
  const rows = input.decisions.length > 0 ? rowsByReference(estate, facts) : new Map<string, number>()
  const decisions = new Map<number, VmDecision>()
  const unknown: VmReference[] = []
  for (const { vm: reference, ...decision } of input.decisions) {
    const row = rows.get(keyOf(reference))
    if (row === undefined) unknown.push(reference)
    else decisions.set(row, { ...decisions.get(row), ...decision })
  }
  return { decisions, unknown }
}

/** The rows on which each rule is accepted; VMs that no export names change nothing. */
export function resolveAccepted({ accepted }: PlanInput, estate: Estate, facts: VmFacts): AcceptedFindings {
  const rows = accepted.some(({ vm }) => vm !== null) ? rowsByReference(estate, facts) : new Map<string, number>()
  const byRule = new Map<string, 'all' | Set<number>>()
  for (const { rule, vm } of accepted) {
    const before = byRule.get(rule)
    if (vm === null) byRule.set(rule, 'all')
    if (vm === null || before === 'all') continue
    const row = rows.get(keyOf(vm))
    if (row !== undefined) byRule.set(rule, (before ?? new Set<number>()).add(row))
  }
  return byRule
}

function rowsByReference(estate: Estate, facts: VmFacts): Map<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < facts.count; row++) {
    const vcenter = estate.vcenters[facts.vcenter[row]].uuid
    const moref = facts.texts[facts.moref[row]]
    const instanceUuid = estate.texts[estate.vms.instanceUuid[facts.vm[row]]].toLowerCase()
    if (moref !== '') rows.set(keyOf({ vcenter, moref, instanceUuid: '' }), row)
    if (instanceUuid !== '') rows.set(keyOf({ vcenter, moref: '', instanceUuid }), row)
  }
  return rows
}

/** A MoRef decides where there is one. */
function keyOf({ vcenter, moref, instanceUuid }: VmReference): string {
  return moref === '' ? `${vcenter}/uuid/${instanceUuid}` : `${vcenter}/moref/${moref}`
}
