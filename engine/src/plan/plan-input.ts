import { z } from 'zod'
import type { AcceptedFindings } from '../assessment/accepted.ts'
import type { ZoneOffsets } from '../calendar/zone.ts'
import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { rowFinder } from '../inventory/references.ts'
import { VmReference } from '../inventory/vm-reference.ts'
import type { MappingDecisions } from '../mapping/mapping-decisions.ts'
import { networkKeyOf } from '../networks/network-key.ts'
import { NetworkMappingDecision } from '../networks/network-mapping-decision.ts'
import { SourceNetworkDecision } from '../networks/source-network-decision.ts'
import type { Decisions } from '../schedule/decisions.ts'
import { VmDecision } from '../schedule/vm-decision.ts'
import { ClusterScope, TenantFilter } from '../scope/scope-decisions.ts'
import { clusterKeyOf, type ScopeRules } from '../scope/scope-rules.ts'
import { Settings } from '../settings.ts'
import { storageKeyOf } from '../storage/storage-key.ts'
import { StorageMappingDecision } from '../storage/storage-mapping-decision.ts'
import { mergeCycle, mergeCycleText } from '../tenancy/merges.ts'
import type { TenancyDecisions } from '../tenancy/tenancy-decisions.ts'
import { TenantDecision, VmTenantDecision } from '../tenancy/tenant-decision.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'
import { type Instant, instant } from '../units.ts'

/** Nothing may be ignored: a plan that silently dropped a dependency would be wrong. */
const notYet = (what: string) =>
  z.array(z.unknown()).max(0, `${what} cannot be planned with yet: leave the list empty`).default([])

const anInstant = z.iso.datetime({ offset: true })

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

/** Refuses the second of two decisions on one thing: which of them should hold? */
const onlyOnceEach =
  <T>(keyOf: (entry: T) => string) =>
  (entries: T[], { addIssue }: { addIssue(issue: { code: 'custom'; path: PropertyKey[]; message: string }): void }) => {
    const first = new Map<string, number>()
    entries.forEach((entry, index) => {
      const key = keyOf(entry)
      const before = first.get(key)
      if (before === undefined) first.set(key, index)
      else addIssue({ code: 'custom', path: [index], message: `decides again about what entry ${before} decides` })
    })
  }

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
  /** What people decided about tenants; no merge leads back to where it began. */
  tenants: z
    .array(TenantDecision)
    .superRefine(onlyOnceEach(({ tenant }) => tenant))
    .superRefine((tenants, context) => {
      const cycle = mergeCycle(tenants)
      if (cycle) context.addIssue({ code: 'custom', message: mergeCycleText(cycle) })
    })
    .default([]),
  /** VMs that were moved to a tenant by hand. */
  vmTenants: z.array(VmTenantDecision).default([]),
  tenantFilters: z
    .array(TenantFilter)
    .superRefine(onlyOnceEach(({ pattern }) => pattern.toLowerCase()))
    .default([]),
  /** Clusters that are out of scope. */
  clusterScope: z.array(ClusterScope).superRefine(onlyOnceEach(clusterKeyOf)).default([]),
  sourceNetworks: z.array(SourceNetworkDecision).superRefine(onlyOnceEach(networkKeyOf)).default([]),
  networkMappings: z.array(NetworkMappingDecision).superRefine(onlyOnceEach(networkKeyOf)).default([]),
  storageMappings: z
    .array(StorageMappingDecision)
    .superRefine(onlyOnceEach(({ subject }) => storageKeyOf(subject)))
    .default([]),
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
  readonly tenancy: TenancyDecisions
  readonly scope: ScopeRules
  readonly mapping: MappingDecisions
  /** Named in the input and in no export: worth a warning, for the VM may be gone. */
  readonly unknown: readonly VmReference[]
}

/**
 * Finds the VMs that decisions are about. Of two decisions on one VM the later holds, field by field; of two moves of one
 * VM to a tenant the later.
 */
export function resolveDecisions(input: PlanInput, estate: Estate, facts: VmFacts): ResolvedDecisions {
  const rowOf = rowFinder(estate, facts)
  const decisions = new Map<number, VmDecision>()
  const unknown: VmReference[] = []
  for (const { vm: reference, ...decision } of input.decisions) {
    const row = rowOf(reference)
    if (row === undefined) unknown.push(reference)
    else decisions.set(row, { ...decisions.get(row), ...decision })
  }
  const vmTenants = new Map<number, TenantKey>()
  for (const { vm: reference, tenant } of input.vmTenants) {
    const row = rowOf(reference)
    if (row === undefined) unknown.push(reference)
    else vmTenants.set(row, tenant)
  }
  const scope = { filters: input.tenantFilters, clusters: input.clusterScope }
  const { sourceNetworks, networkMappings, storageMappings } = input
  const mapping = { sourceNetworks, networkMappings, storageMappings }
  return { decisions, tenancy: { tenants: input.tenants, vmTenants }, scope, mapping, unknown }
}

/** The rows on which each rule is accepted; VMs that no export names change nothing. */
export function resolveAccepted({ accepted }: PlanInput, estate: Estate, facts: VmFacts): AcceptedFindings {
  const rowOf = rowFinder(estate, facts)
  const byRule = new Map<string, 'all' | Set<number>>()
  for (const { rule, vm } of accepted) {
    const before = byRule.get(rule)
    if (vm === null) byRule.set(rule, 'all')
    if (vm === null || before === 'all') continue
    const row = rowOf(vm)
    if (row !== undefined) byRule.set(rule, (before ?? new Set<number>()).add(row))
  }
  return byRule
}
