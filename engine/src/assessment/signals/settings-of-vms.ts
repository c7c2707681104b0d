import { type Estate, Flag, type Flags } from '../../inventory/estate.ts'
import { anyYes, flagOf, isBelow, isPositive, unusualText, type VmSignal } from './signal.ts'

/** How a VM is configured: vInfo, vCPU and vMemory. */
export const VM_SETTING_SIGNALS = {
  cbtOff: {
    of: 'vms',
    fires: 'changed block tracking is off or never set',
    reads: [['vInfo.cbt']],
    // vSphere writes nothing where it was never switched on.
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        flagOf(vms.cbt[vm] !== Flag.yes),
  },
  consolidationNeeded: flagSignal(
    'vCenter says that the disks need consolidation',
    'vInfo.consolidationNeeded',
    ({ vms }) => vms.consolidationNeeded,
  ),
  faultTolerance: {
    of: 'vms',
    fires: 'the Fault Tolerance state is another than notConfigured',
    reads: [['vInfo.ftState']],
    prepare: ({ estate }) => {
      const isUnusual = unusualText(estate, ['notconfigured'])
      return (vm) => isUnusual(estate.vms.ftState[vm])
    },
  },
  latencySensitive: {
    of: 'vms',
    fires: 'latency sensitivity is another than normal',
    reads: [['vInfo.latencySensitivity']],
    prepare: ({ estate }) => {
      // 3.x writes the place in vSphere's list: low, normal, medium, high.
      const isUnusual = unusualText(estate, ['normal', '1'])
      return (vm) => isUnusual(estate.vms.latencySensitivity[vm])
    },
  },
  // An export lists no PCI devices. These two switches are what a pass-through device leaves behind.
  passthroughSigns: {
    of: 'vms',
    fires: 'hot plug of pass-through devices is on, or all memory is locked',
    reads: [['vInfo.passthroughHotPlug', 'vMemory.memoryLockedToMax']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(vms.passthroughHotPlug[vm], vms.memoryLockedToMax[vm]),
  },
  hotPlug: {
    of: 'vms',
    fires: 'CPU hot add, CPU hot remove or memory hot add is on',
    reads: [['vCPU.cpuHotAdd', 'vCPU.cpuHotRemove', 'vMemory.memoryHotAdd']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(vms.cpuHotAdd[vm], vms.cpuHotRemove[vm], vms.memoryHotAdd[vm]),
  },
  reservation: {
    of: 'vms',
    fires: 'a CPU or memory reservation is above 0',
    reads: [['vCPU.cpuReservationMHz', 'vMemory.memoryReservationGiB']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(isPositive(vms.cpuReservationMHz[vm]), isPositive(vms.memoryReservationGiB[vm])),
  },
  limit: {
    of: 'vms',
    fires: 'a CPU limit is set, or a memory limit below the size of the VM',
    reads: [['vCPU.cpuLimitMHz', 'vMemory.memoryLimitGiB']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        // No limit is Infinity; a memory limit at the size of the VM limits nothing.
        anyYes(
          isBelow(vms.cpuLimitMHz[vm], Number.POSITIVE_INFINITY),
          isBelow(vms.memoryLimitGiB[vm], vms.memoryGiB[vm]),
        ),
  },
  memoryPressure: {
    of: 'vms',
    fires: 'ballooned or swapped memory is above 0',
    reads: [['vMemory.memoryBalloonedGiB', 'vMemory.memorySwappedGiB']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(isPositive(vms.memoryBalloonedGiB[vm]), isPositive(vms.memorySwappedGiB[vm])),
  },
  secureBoot: flagSignal('EFI Secure Boot is on', 'vInfo.secureBoot', ({ vms }) => vms.secureBoot),
  uefi: {
    of: 'vms',
    fires: 'the firmware is another than BIOS',
    reads: [['vInfo.firmware']],
    prepare: ({ estate }) => {
      const isUefi = unusualText(estate, ['bios'])
      return (vm) => isUefi(estate.vms.firmware[vm])
    },
  },
  vapp: {
    of: 'vms',
    fires: 'the VM belongs to a vApp',
    reads: [['vInfo.vapp']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        flagOf(vms.vapp[vm] !== 0),
  },
  clusterRule: {
    of: 'vms',
    fires: 'a rule of the cluster names the VM',
    reads: [['vInfo.clusterRules', 'vInfo.clusterRuleNames']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        flagOf(vms.clusterRules[vm] !== 0 || vms.clusterRuleNames[vm] !== 0),
  },
} satisfies Record<string, VmSignal>

/** A column that is the signal. */
function flagSignal(fires: string, column: string, flagsOf: (estate: Estate) => Flags): VmSignal {
  return {
    of: 'vms',
    fires,
    reads: [[column]],
    prepare: ({ estate }) => {
      const flags = flagsOf(estate)
      return (vm) => flags[vm]
    },
  }
}
