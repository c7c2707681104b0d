import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { count } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { ASSUMED_CORE_MHZ } from '@portolan/engine/inventory/derive-facts-usage'
import { CPU_USAGE_BASES } from '@portolan/engine/inventory/facts'
import { placesOfVms } from '@portolan/engine/inventory/places'
import { type Step, share } from './steps.ts'

/** How much the VM uses of what it is given, where it was measured. */
export function usageSteps(assessed: AssessedEstate, row: number): Step[] {
  const { estate, facts } = assessed
  const active = estate.vms.memoryActiveGiB[facts.vm[row]]
  const memory = `${sizeOf(active)} ÷ ${sizeOf(facts.memoryGiB[row])}`
  return [
    share(
      'CPU usage',
      'Overall ÷ (vCPUs × core speed of the host), at most 100 %',
      cpuNumbers(assessed, row),
      facts.cpuUsagePct[row],
    ),
    share('Memory usage', 'Active ÷ Size', Number.isNaN(active) ? '' : memory, facts.memoryUsagePct[row]),
  ].filter((step) => step.value !== null)
}

function cpuNumbers({ estate, facts }: AssessedEstate, row: number): string {
  const vm = facts.vm[row]
  switch (CPU_USAGE_BASES[facts.cpuUsageBasis[row]]) {
    case 'percent':
      return 'the percentage that the export carries'
    case 'host':
      return ratio(estate.vms.cpuOverallMHz[vm], facts.vcpus[row], placesOfVms(estate).host(vm)?.speedMHz ?? Number.NaN)
    case 'assumed':
      return `${ratio(estate.vms.cpuOverallMHz[vm], facts.vcpus[row], ASSUMED_CORE_MHZ)}, a speed that is assumed`
    case 'unknown':
      return ''
  }
}

function ratio(overallMHz: number, vcpus: number, speedMHz: number): string {
  return `${count(overallMHz)} MHz ÷ (${count(vcpus)} × ${count(speedMHz)} MHz)`
}
