import { type Estate, PowerState } from './estate.ts'
import { CPU_USAGE_BASES, type CpuUsageBasis, type VmFacts } from './facts.ts'
import type { PlacesOfVms } from './places.ts'

/** Core speed where no vHost row tells the host's own (planner §3.8). */
export const ASSUMED_CORE_MHZ = 2400

export type UsageFacts = Pick<VmFacts, 'cpuUsagePct' | 'memoryUsagePct' | 'cpuUsageBasis'>

/**
 * CPU and memory usage in percent of what is configured, to a tenth (planner §3.8 REC).
 *
 * CPU: the export's percentage, else MHz used ÷ (vCPUs × core MHz of the host), at most 100. Memory: the percentage,
 * else Active ÷ size, not capped: above 100 the guest is ballooning. "Consumed" is no measure of use, a running VM
 * consumes nearly all it was given. A VM that is off was not measured, whatever its row says.
 */
export function usageFacts({ vms }: Estate, counted: Uint32Array, places: PlacesOfVms): UsageFacts {
  const cpuUsagePct = new Float64Array(counted.length).fill(Number.NaN)
  const memoryUsagePct = new Float64Array(counted.length).fill(Number.NaN)
  const cpuUsageBasis = new Uint8Array(counted.length)
  const set = (row: number, pct: number, basis: CpuUsageBasis) => {
    cpuUsagePct[row] = tenths(pct)
    cpuUsageBasis[row] = CPU_USAGE_BASES.indexOf(basis)
  }

  for (let row = 0; row < counted.length; row++) {
    const vm = counted[row]
    const state = vms.powerState[vm]
    if (state === PowerState.poweredOff || state === PowerState.suspended) continue
    const usedMHz = vms.cpuOverallMHz[vm]
    if (!Number.isNaN(vms.cpuUsagePct[vm])) set(row, vms.cpuUsagePct[vm], 'percent')
    else if (usedMHz >= 0 && vms.vcpus[vm] > 0) {
      const speedMHz = places.host(vm)?.speedMHz ?? 0
      const basis = speedMHz > 0 ? 'host' : 'assumed'
      const coreMHz = basis === 'host' ? speedMHz : ASSUMED_CORE_MHZ
      set(row, Math.min(100, (usedMHz / (vms.vcpus[vm] * coreMHz)) * 100), basis)
    }
    if (!Number.isNaN(vms.memoryUsagePct[vm])) memoryUsagePct[row] = tenths(vms.memoryUsagePct[vm])
    else if (vms.memoryActiveGiB[vm] >= 0 && vms.memoryGiB[vm] > 0) {
      memoryUsagePct[row] = tenths((vms.memoryActiveGiB[vm] / vms.memoryGiB[vm]) * 100)
    }
  }
  return { cpuUsagePct, memoryUsagePct, cpuUsageBasis }
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
