import { MIGRATION_MODES, type MigrationMode } from '@portolan/engine/assessment/assessment'
import type { GuestOs, Target, TargetVerdict } from '@portolan/engine/assessment/os/guest-os'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { EFFECTIVE_MODES, type EffectiveMode } from '@portolan/engine/schedule/schedule'
import { type ExclusionKind, exclusionOf } from '@portolan/engine/scope/scope'
import { type RiskOfVm, riskOfVm } from './findings-of-vm.ts'
import { type Input, vmInputs, vmParts } from './inputs.ts'
import { type PlaceInTime, placeInTime } from './place-in-time.ts'
import { sizeSteps } from './size-steps.ts'
import type { Step } from './steps.ts'
import { timeSteps } from './time-steps.ts'
import { usageSteps } from './usage-steps.ts'

/** Every number of one VM: what `portolan explain --json` prints. */
export interface VmExplanation {
  readonly schema: 'portolan.explanation/1'
  readonly vm: {
    readonly name: string
    readonly moref: string
    readonly instanceUuid: string
    readonly vcenter: string
    readonly tenant: string
    readonly cluster: string
    readonly host: string
  }
  /** `excludedBy` and `reason` are null and '' for a VM in scope. */
  readonly scope: { readonly inScope: boolean; readonly excludedBy: ExclusionKind | null; readonly reason: string }
  readonly inputs: readonly Input[]
  readonly parts: readonly Input[]
  readonly system: ExplainedSystem
  readonly sizes: readonly Step[]
  readonly usage: readonly Step[]
  readonly risk: RiskOfVm
  readonly mode: { readonly computed: MigrationMode; readonly effective: EffectiveMode }
  readonly times: readonly Step[]
  readonly schedule: PlaceInTime
}

export interface ExplainedSystem {
  readonly label: string
  readonly evidence: GuestOs['evidence']
  readonly doubt: string
  readonly standardEnd: string | null
  readonly paidEnd: string | null
  readonly paidName: string
  readonly targets: Readonly<Record<Target, TargetVerdict>>
}

/** `row` is a row of `VmFacts`. */
export function explainVm(assessed: AssessedEstate, row: number): VmExplanation {
  const { estate, facts, assessment, tenancy, plan, scope } = assessed
  const vm = facts.vm[row]
  const exclusion = exclusionOf(scope, row)
  const { texts, vms, vcenters } = estate
  return {
    schema: 'portolan.explanation/1',
    vm: {
      name: texts[facts.name[row]],
      moref: texts[vms.moref[vm]],
      instanceUuid: texts[vms.instanceUuid[vm]],
      vcenter: vcenters[vms.vcenter[vm]]?.server ?? '',
      tenant: tenancy.tenants[tenancy.tenantOf[row]].name,
      cluster: texts[facts.cluster[row]],
      host: texts[facts.host[row]],
    },
    scope: { inScope: exclusion === null, excludedBy: exclusion?.kind ?? null, reason: exclusion?.text ?? '' },
    inputs: vmInputs(estate, vm),
    parts: vmParts(estate, vm),
    system: explainedSystem(facts.systems[facts.osOf[row]]),
    sizes: sizeSteps(assessed, row),
    usage: usageSteps(assessed, row),
    risk: riskOfVm(assessed, row),
    mode: {
      computed: MIGRATION_MODES[assessment.mode[row]],
      effective: EFFECTIVE_MODES[plan.times.mode[row]],
    },
    times: timeSteps(assessed, row),
    schedule: placeInTime(assessed, row),
  }
}

function explainedSystem({ label, evidence, doubt, product }: GuestOs): ExplainedSystem {
  const { standardEnd, paidEnd, paidName } = product.lifecycle
  return { label, evidence, doubt, standardEnd, paidEnd, paidName, targets: product.targets }
}
