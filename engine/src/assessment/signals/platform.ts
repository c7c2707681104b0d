import { type Cluster, Flag } from '../../inventory/estate.ts'
import { flagOf, type VmSignal } from './signal.ts'

/** The host and the cluster a VM runs on: vHost, vCluster. */
export const PLATFORM_SIGNALS = {
  hostNotIntel: {
    of: 'vms',
    fires: 'the CPU model of the host does not name Intel',
    reads: [['vHost.cpuModel']],
    prepare:
      ({ places }) =>
      (vm) => {
        const model = places.host(vm)?.cpuModel ?? ''
        return model === '' ? Flag.unknown : flagOf(!model.includes('Intel'))
      },
  },
  clusterDrs: clusterSignal('DRS is on in the cluster', 'drsEnabled'),
  clusterDpm: clusterSignal('DPM is on in the cluster', 'dpmEnabled'),
  clusterHa: clusterSignal('HA is on in the cluster', 'haEnabled'),
} satisfies Record<string, VmSignal>

function clusterSignal(fires: string, property: 'drsEnabled' | 'dpmEnabled' | 'haEnabled'): VmSignal {
  return {
    of: 'vms',
    fires,
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
