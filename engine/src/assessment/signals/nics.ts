import { type Estate, Flag } from '../../inventory/estate.ts'
import { heldByTwoVms } from './held-by-two.ts'
import { withAddressOfAnother } from './same-addresses.ts'
import { flagOf, type PartSignal, textTest } from './signal.ts'

/** Network adapters: vNetwork, and the port groups and switches they hang on. */
export const NIC_SIGNALS = {
  // "Direct Path IO" is no signal: vSphere ticks it for every VMXNET3 adapter, it only permits what SR-IOV does.
  sriov: adapterSignal('the adapter is SR-IOV', (adapter) => adapter.includes('sr-iov') || adapter.includes('sriov')),
  legacyAdapter: adapterSignal('the adapter is Flexible, PCNet32, Vmxnet, Vmxnet2 or E1000', (adapter) =>
    /^(flexible|pcnet|vlance|vmxnet2?$|e1000$)/.test(adapter),
  ),
  nicStartsDisconnected: {
    of: 'nics',
    fires: 'the adapter is on a network and does not connect at power-on',
    reads: [['vNetwork.startsConnected']],
    // An adapter on no network has nothing to be connected to.
    prepare:
      ({ estate: { nics } }) =>
      (nic) =>
        flagOf(nics.startsConnected[nic] === Flag.no && nics.network[nic] !== 0),
  },
  duplicateMac: {
    of: 'nics',
    fires: 'an adapter of another VM has the same MAC address',
    reads: [['vNetwork.mac']],
    prepare: ({ estate, isCounted }) => {
      const { nics } = estate
      const isReal = textTest(estate, (text) => !/^[0:.-]*$/.test(text))
      const isOfTwo = heldByTwoVms(
        nics,
        estate.texts,
        (nic) => (isCounted(nics.vm[nic]) && isReal(nics.mac[nic]) ? nics.mac[nic] : 0),
        () => 0,
      )
      return (nic) => isOfTwo[nic]
    },
  },
  duplicateIp: {
    of: 'nics',
    fires: 'an adapter of another VM has the same address',
    reads: [['vNetwork.ipv4', 'vNetwork.ipv6']],
    prepare: (input) => {
      const isShared = withAddressOfAnother(input)
      return (nic) => isShared[nic]
    },
  },
  vmkernelNetwork: {
    of: 'nics',
    fires: 'a VMkernel adapter uses the same port group',
    reads: [['vNetwork.network'], ['vSC_VMK.portGroup']],
    prepare:
      ({ places }) =>
      (nic) =>
        flagOf(places.vmkernels(nic).length > 0),
  },
  standardSwitch: {
    of: 'nics',
    fires: 'the adapter hangs on a standard switch',
    reads: [
      ['vNetwork.network', 'vNetwork.switch'],
      ['vPort.name', 'dvPort.name', 'vSwitch.name', 'dvSwitch.name'],
    ],
    prepare: ({ estate, places }) => {
      const standard = switchNames(estate, false)
      const distributed = switchNames(estate, true)
      const { nics, vms } = estate
      return (nic) => {
        if (nics.network[nic] === 0 && nics.switch[nic] === 0) return Flag.no
        const key = `${vms.vcenter[nics.vm[nic]]} ${estate.texts[nics.switch[nic]]}`
        if (distributed.has(key)) return Flag.no
        if (standard.has(key)) return Flag.yes
        const groups = places.portGroups(nic)
        return groups.length === 0 ? Flag.unknown : flagOf(groups.every((group) => !group.distributed))
      }
    },
  },
  portGroupSecurity: {
    of: 'nics',
    fires: 'the port group allows promiscuous mode, MAC changes or forged transmits',
    reads: [
      ['vNetwork.network'],
      ['vPort.promiscuous', 'dvPort.promiscuous', 'vPort.forgedTransmits', 'dvPort.forgedTransmits'],
    ],
    prepare:
      ({ places }) =>
      (nic) =>
        flagOf(places.portGroups(nic).some((group) => group.promiscuous || group.macChanges || group.forgedTransmits)),
  },
} satisfies Record<string, PartSignal>

function adapterSignal(fires: string, isKind: (adapter: string) => boolean): PartSignal {
  return {
    of: 'nics',
    fires,
    reads: [['vNetwork.adapter']],
    prepare: ({ estate }) => {
      const matches = textTest(estate, isKind)
      const { nics } = estate
      return (nic) => (nics.adapter[nic] === 0 ? Flag.unknown : flagOf(matches(nics.adapter[nic])))
    },
  }
}

function switchNames({ switches }: Estate, distributed: boolean): ReadonlySet<string> {
  const named = switches.filter((candidate) => candidate.distributed === distributed && candidate.name !== '')
  return new Set(named.map((candidate) => `${candidate.vcenter} ${candidate.name}`))
}
