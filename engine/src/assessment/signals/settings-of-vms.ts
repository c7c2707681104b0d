import { type Estate, Flag, type Flags } from '../../inventory/estate.ts'
import { anyYes, flagOf, isBelow, isPositive, unusualText, type VmSignal } from './signal.ts'

/** How a VM is configured: vInfo, vCPU and vMemory. */
export const VM_SETTING_SIGNALS = {
  cbtOff: {
    of: 'vms',
    reads: [['vInfo.cbt']],
    // vSphere writes nothing where it was never switched on.
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        flagOf(vms.cbt[vm] !== Flag.yes),
  },
  consolidationNeeded: flagSignal('vInfo.consolidationNeeded', ({ vms }) => vms.consolidationNeeded),
  faultTolerance: {
    of: 'vms',
    reads: [['vInfo.ftState']],
    prepare: ({ estate }) => {
      const isUnusual = unusualText(estate, ['notconfigured'])
      return (vm) => isUnusual(estate.vms.ftState[vm])
    },
  },
  latencySensitive: {
    of: 'vms',
    reads: [['vInfo.latencySensitivity']],
    prepare: ({ estate }) => {
      const isUnusual = unusualText(estate, ['normal'])
      return (vm) => isUnusual(estate.vms.latencySensitivity[vm])
    },
  },
  // An export lists no PCI devices. These two switches are what a pass-through device leaves behind.
  passthroughSigns: {
    of: 'vms',
    reads: [['vInfo.passthroughHotPlug', 'vMemory.memoryLockedToMax']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(vms.passthroughHotPlug[vm], vms.memoryLockedToMax[vm]),
  },
  hotPlug: {
    of: 'vms',
    reads: [['vCPU.cpuHotAdd', 'vCPU.cpuHotRemove', 'vMemory.memoryHotAdd']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(vms.cpuHotAdd[vm], vms.cpuHotRemove[vm], vms.memoryHotAdd[vm]),
  },
  reservation: {
    of: 'vms',
    reads: [['vCPU.cpuReservationMHz', 'vMemory.memoryReservationGiB']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(isPositive(vms.cpuReservationMHz[vm]), isPositive(vms.memoryReservationGiB[vm])),
  },
  limit: {
    of: 'vms',
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
    reads: [['vMemory.memoryBalloonedGiB', 'vMemory.memorySwappedGiB']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        anyYes(isPositive(vms.memoryBalloonedGiB[vm]), isPositive(vms.memorySwappedGiB[vm])),
  },
  secureBoot: flagSignal('vInfo.secureBoot', ({ vms }) => vms.secureBoot),
  uefi: {
    of: 'vms',
    reads: [['vInfo.firmware']],
    prepare: ({ estate }) => {
      const isUefi = unusualText(estate, ['bios'])
      return (vm) => isUefi(estate.vms.firmware[vm])
    },
  },
  vapp: {
    of: 'vms',
    reads: [['vInfo.vapp']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        flagOf(vms.vapp[vm] !== 0),
  },
  clusterRule: {
    of: 'vms',
    reads: [['vInfo.clusterRules', 'vInfo.clusterRuleNames']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        flagOf(vms.clusterRules[vm] !== 0 || vms.clusterRuleNames[vm] !== 0),
  },
} satisfies Record<string, VmSignal>

/** A column that is the signal. */
function flagSignal(column: string, flagsOf: (estate: Estate) => Flags): VmSignal {
  return {
    of: 'vms',
    reads: [[column]],
    prepare: ({ estate }) => {
      const flags = flagsOf(estate)
      return (vm) => flags[vm]
    },
  }
}
