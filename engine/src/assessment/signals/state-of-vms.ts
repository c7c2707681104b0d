import { Flag, PowerState } from '../../inventory/estate.ts'
import { anyYes, flagOf, textTest, unusualText, type VmSignal } from './signal.ts'

/** How a VM stood when the export was made: power, connection, Tools, host name, address. */
export const VM_STATE_SIGNALS = {
  suspended: {
    of: 'vms',
    fires: 'the VM is suspended',
    reads: [['vInfo.powerState']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        flagOf(vms.powerState[vm] === PowerState.suspended),
  },
  notConnected: {
    of: 'vms',
    fires: 'the connection state is another than connected',
    reads: [['vInfo.connectionState']],
    prepare: ({ estate }) => {
      const isUnusual = unusualText(estate, ['connected'])
      return (vm) => isUnusual(estate.vms.connectionState[vm])
    },
  },
  // Of a VM that is off nobody expects running Tools, an address or a host name.
  toolsNotRunning: {
    of: 'vms',
    fires: 'the VM is on, and Tools are not running or not installed',
    reads: [['vInfo.powerState'], ['vTools.toolsStatus', 'vInfo.guestState']],
    prepare: ({ estate }) => {
      const isDown = textTest(estate, (text) => text === 'toolsnotrunning' || text === 'toolsnotinstalled')
      const isUp = textTest(estate, (text) => text === 'toolsok' || text === 'toolsold')
      const isStopped = textTest(estate, (text) => text === 'notrunning')
      const { vms } = estate
      return (vm) => {
        if (vms.powerState[vm] !== PowerState.poweredOn) return Flag.no
        if (isDown(vms.toolsStatus[vm])) return Flag.yes
        if (isUp(vms.toolsStatus[vm])) return Flag.no
        return vms.guestState[vm] === 0 ? Flag.unknown : flagOf(isStopped(vms.guestState[vm]))
      }
    },
  },
  toolsOutdated: {
    of: 'vms',
    fires: 'Tools are old or can be upgraded',
    reads: [['vTools.toolsStatus', 'vTools.toolsUpgradeable']],
    prepare: ({ estate }) => {
      const isOld = textTest(estate, (text) => text === 'toolsold')
      const canUpgrade = textTest(estate, (text) => text === 'yes' || text === 'true')
      const { vms } = estate
      return (vm) =>
        anyYes(
          vms.toolsStatus[vm] === 0 ? Flag.unknown : flagOf(isOld(vms.toolsStatus[vm])),
          vms.toolsUpgradeable[vm] === 0 ? Flag.unknown : flagOf(canUpgrade(vms.toolsUpgradeable[vm])),
        )
    },
  },
  toolsSyncTime: {
    of: 'vms',
    fires: 'Tools synchronise the clock with the host',
    reads: [['vTools.toolsSyncTime']],
    prepare:
      ({ estate: { vms } }) =>
      (vm) =>
        vms.toolsSyncTime[vm],
  },
  hostNameMissing: {
    of: 'vms',
    fires: 'the VM is on, and its host name is empty or begins with localhost',
    reads: [['vInfo.powerState'], ['vInfo.dnsName']],
    prepare: ({ estate }) => {
      const isDefault = textTest(estate, (text) => text === '' || /^localhost(\.|$)/.test(text))
      const { vms } = estate
      return (vm) => flagOf(vms.powerState[vm] === PowerState.poweredOn && isDefault(vms.dnsName[vm]))
    },
  },
  ipMissing: {
    of: 'vms',
    fires: 'the VM is on, and neither it nor an adapter has an address',
    reads: [['vInfo.powerState'], ['vNetwork.ipv4', 'vNetwork.ipv6', 'vInfo.primaryIp']],
    prepare: ({ estate: { vms, nics } }) => {
      const hasAddress = (nic: number) => nics.ipv4[nic] !== 0 || nics.ipv6[nic] !== 0
      return (vm) => {
        if (vms.powerState[vm] !== PowerState.poweredOn || vms.primaryIp[vm] !== 0) return Flag.no
        for (let nic = nics.start[vm]; nic < nics.start[vm + 1]; nic++) if (hasAddress(nic)) return Flag.no
        return Flag.yes
      }
    },
  },
} satisfies Record<string, VmSignal>
