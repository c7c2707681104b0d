import type { Cluster } from '../../inventory/estate.ts'
import { Flag } from '../../inventory/estate.ts'
import { flagOf, type VmSignal } from './signal.ts'

/** The host and the cluster a VM runs on: vHost, vCluster. */
export const PLATFORM_SIGNALS = {
  hostNotIntel: {
    of: 'vms',
    reads: [['vHost.cpuModel']],
    prepare:
      ({ places }) =>
      (vm) => {
        const model = places.host(vm)?.cpuModel ?? ''
        return model === '' ? Flag.unknown : flagOf(!model.includes('Intel'))
      },
  },
  clusterDrs: clusterSignal('drsEnabled'),
  clusterDpm: clusterSignal('dpmEnabled'),
  clusterHa: clusterSignal('haEnabled'),
} satisfies Record<string, VmSignal>

function clusterSignal(property: 'drsEnabled' | 'dpmEnabled' | 'haEnabled'): VmSignal {
  return {
    of: 'vms',
    reads: [[`vCluster.${property}`]],
    prepare: ({ estate: { vms }, places }) => {
      return (vm) => {
        if (vms.cluster[vm] === 0) return Flag.no
        const enabled: Cluster['drsEnabled'] = places.cluster(vm)?.[property] ?? null
        return enabled === null ? Flag.unknown : flagOf(enabled)
      }
    },
  }
}
