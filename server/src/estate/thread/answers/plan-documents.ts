import { referenceOf } from '@portolan/engine/inventory/references'
import { canonicalJson, type JsonValue } from '@portolan/engine/plan/canonical-json'
import { canonicalPlan } from '@portolan/engine/plan/canonical-plan'
import { canonicalPlanInput } from '@portolan/engine/plan/canonical-plan-input'
import { PlanInput } from '@portolan/engine/plan/plan-input'
import type { z } from 'zod'
import type { View } from '../view.ts'

/**
 * Everything but the exports that the plan is made from. What was decided about VMs that the snapshot does not hold, or
 * that no id names, is left out: the plan does not depend on it.
 */
export function planInput(view: View): Uint8Array<ArrayBuffer> {
  const { assessment, settings, zone, decisions, tenancyDecisions, snapshot, scenario } = view
  const input: z.input<typeof PlanInput> = {
    schema: 'portolan.plan-input/1',
    settings,
    decisions: [...decisions].flatMap(([row, decision]) => references(view, row).map((vm) => ({ vm, ...decision }))),
    accepted: scenario.accepted.flatMap(({ rule, vmId }): z.input<typeof PlanInput>['accepted'] & {} => {
      if (vmId === null) return [{ rule, vm: null }]
      const row = snapshot.rowOf(vmId)
      return row === undefined ? [] : references(view, row).map((vm) => ({ rule, vm }))
    }),
    tenants: [...scenario.tenants],
    vmTenants: [...tenancyDecisions.vmTenants].flatMap(([row, tenant]) =>
      references(view, row).map((vm) => ({ vm, tenant })),
    ),
    tenantFilters: [...scenario.tenantFilters],
    clusterScope: [...scenario.clusterScope],
    sourceNetworks: [...scenario.sourceNetworks],
    networkMappings: [...scenario.networkMappings],
    storageMappings: [...scenario.storageMappings],
    clock: {
      asOf: new Date(assessment.asOf).toISOString(),
      zone: {
        ...zone,
        transitions: zone.transitions.map(({ at, offsetMinutes }) => ({
          at: new Date(at).toISOString(),
          offsetMinutes,
        })),
      },
    },
  }
  return document(canonicalPlanInput(PlanInput.parse(input)))
}

export function canonicalPlanOf(view: View): Uint8Array<ArrayBuffer> {
  return document(canonicalPlan(view))
}

function references({ estate, facts }: View, row: number) {
  const reference = referenceOf(estate, facts, row)
  return reference === null ? [] : [reference]
}

function document(value: JsonValue): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(`${canonicalJson(value)}\n`, 'utf8'))
}
