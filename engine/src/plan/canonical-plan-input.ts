import { compareReferences, referenceKeyOf } from '../inventory/references.ts'
import type { VmReference } from '../inventory/vm-reference.ts'
import { DEFAULT_PRIORITY } from '../schedule/decisions.ts'
import type { VmDecision } from '../schedule/vm-decision.ts'
import { clusterKeyOf } from '../scope/scope-rules.ts'
import { compareTexts } from '../tenancy/owner-names.ts'
import { DEFAULT_TENANT_PRIORITY } from '../tenancy/tenancy-decisions.ts'
import type { TenantDecision, TenantTarget } from '../tenancy/tenant-decision.ts'
import type { JsonValue } from './canonical-json.ts'
import { canonicalMapping } from './canonical-mapping.ts'
import { plain, told } from './plain.ts'
import type { PlanInput } from './plan-input.ts'

/**
 * The one form of a plan input: who decides the same, in any order and on any way, exports the same bytes. Lists are
 * sorted by what their entries are about; a field that says what holds without it, and an entry that says nothing, is
 * left out, and so is a reason for an exclusion that was taken back. Reading it again gives the same form.
 */
export function canonicalPlanInput(input: PlanInput): JsonValue {
  const accepted = input.accepted.map(({ rule, vm }) => ({ rule, vm: vm && shortReference(vm) }))
  return {
    schema: input.schema,
    settings: plain(input.settings),
    decisions: vmDecisions(input),
    accepted: plain(distinct(accepted.sort(compareAccepted))),
    tenants: plain(input.tenants.flatMap(tenantDecision).sort((a, b) => compareTexts(a.tenant, b.tenant))),
    vmTenants: vmTenants(input),
    tenantFilters: input.tenantFilters.toSorted((a, b) => compareTexts(a.pattern, b.pattern)),
    clusterScope: input.clusterScope.toSorted((a, b) => compareTexts(clusterKeyOf(a), clusterKeyOf(b))),
    ...canonicalMapping(input),
    // Nothing can stand in these yet.
    ...{ dependencies: [], windows: [], locks: [] },
    seed: input.seed,
    clock: plain(input.clock),
  }
}

/** Of two decisions on one VM the later holds, field by field. */
function vmDecisions({ decisions }: PlanInput) {
  const byVm = new Map<string, { readonly vm: VmReference; decision: VmDecision }>()
  for (const { vm, ...decision } of decisions) {
    const before = byVm.get(referenceKeyOf(vm))
    if (before) before.decision = { ...before.decision, ...told(decision) }
    else byVm.set(referenceKeyOf(vm), { vm, decision })
  }
  return [...byVm.values()]
    .sort((a, b) => compareReferences(a.vm, b.vm))
    .flatMap(({ vm, decision }) => {
      const said = withoutDefaults(decision)
      return Object.keys(said).length === 0 ? [] : [{ vm: shortReference(vm), ...said }]
    })
}

function withoutDefaults({
  mode,
  exclude,
  excludeReason,
  priority,
  fixMinutes,
}: VmDecision): Record<string, JsonValue> {
  const said: Record<string, JsonValue> = {}
  if (mode !== undefined) said.mode = mode
  if (exclude) said.exclude = true
  if (exclude && excludeReason) said.excludeReason = excludeReason
  if (priority !== undefined && priority !== DEFAULT_PRIORITY) said.priority = priority
  if (fixMinutes !== undefined) said.fixMinutes = fixMinutes
  return said
}

/** The decision without what says nothing; empty when nothing is left. */
function tenantDecision({ tenant, target = {}, excludeReason, priority, orgVdc, ...flags }: TenantDecision) {
  const { name, mergedInto, notes, made, excluded, included, confirmed } = flags
  const decided: Omit<TenantDecision, 'tenant'> = told({
    ...{ name, orgVdc, mergedInto },
    notes: notes || undefined,
    priority: priority === DEFAULT_TENANT_PRIORITY ? undefined : priority,
    made: made || undefined,
    excluded: excluded || undefined,
    excludeReason: (excluded && excludeReason) || undefined,
    included: included || undefined,
    confirmed: confirmed || undefined,
    target: targetFields(target),
  })
  return Object.keys(decided).length === 0 ? [] : [{ tenant, ...decided }]
}

/** null leaves a field to its seed, as its absence does. */
function targetFields(target: TenantTarget): TenantTarget | undefined {
  const { domain, domainDescription, project, projectDescription } = target
  const fields = { domain, domainDescription, project, projectDescription }
  const set = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return set.length === 0 ? undefined : Object.fromEntries(set)
}

function vmTenants(input: PlanInput) {
  const byVm = new Map(input.vmTenants.map(({ vm, tenant }) => [referenceKeyOf(vm), { vm, tenant }]))
  return [...byVm.values()]
    .sort((a, b) => compareReferences(a.vm, b.vm))
    .map(({ vm, tenant }) => ({ vm: shortReference(vm), tenant }))
}

type ShortReference = Readonly<Record<'vcenter', string>> & Readonly<Partial<Record<'moref' | 'instanceUuid', string>>>

/** An id that is not there has no key; an instance UUID beside a MoRef names nothing more. */
function shortReference({ vcenter, moref, instanceUuid }: VmReference): ShortReference {
  return moref === '' ? { vcenter, instanceUuid } : { vcenter, moref }
}

type Accepted = { rule: string; vm: ShortReference | null }

/** By rule; on every VM before single ones. */
function compareAccepted(a: Accepted, b: Accepted): number {
  if (a.rule !== b.rule || a.vm === null || b.vm === null)
    return compareTexts(a.rule, b.rule) || Number(a.vm !== null) - Number(b.vm !== null)
  return compareReferences(fullReference(a.vm), fullReference(b.vm))
}

function fullReference(vm: ShortReference): VmReference {
  return { moref: '', instanceUuid: '', ...vm }
}

function distinct(sorted: readonly Accepted[]): Accepted[] {
  return sorted.filter((entry, index) => index === 0 || compareAccepted(entry, sorted[index - 1]) !== 0)
}
