import { type Estate, Flag } from '../../inventory/estate.ts'
import { flagOf, type PartSignal, type SignalInput, textTest } from './signal.ts'

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
    prepare: (input) => {
      const { nics } = input.estate
      const isReal = textTest(input.estate, (text) => !/^[0:.-]*$/.test(text))
      const isOfTwoVms = twoVmsByText(input, (nic) => (isReal(nics.mac[nic]) ? nics.mac[nic] : 0))
      return (nic) => flagOf(isOfTwoVms(nic))
    },
  },
  duplicateIp: {
    of: 'nics',
    fires: 'an adapter of another VM has the same address',
    reads: [['vNetwork.ipv4', 'vNetwork.ipv6']],
    prepare: (input) => {
      const isOfTwoVms = addressesOfTwoVms(input)
      return (nic) => flagOf(isOfTwoVms(nic))
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

const NOBODY = -1
const TWO = -2

/** Whether adapters of two VMs that count carry the same text; code 0 is no text. */
function twoVmsByText({ estate: { nics, texts }, isCounted }: SignalInput, codeOf: (nic: number) => number) {
  const owners = new Int32Array(texts.length).fill(NOBODY)
  for (let nic = 0; nic < nics.count; nic++) {
    const code = codeOf(nic)
    if (code === 0 || !isCounted(nics.vm[nic])) continue
    if (owners[code] === NOBODY) owners[code] = nics.vm[nic]
    else if (owners[code] !== nics.vm[nic]) owners[code] = TWO
  }
  return (nic: number) => owners[codeOf(nic)] === TWO
}

/** Addresses every machine has, or that it gives itself when nobody gives it one. */
const OWN_ADDRESS = /^(0\.0\.0\.0$|127\.|169\.254\.|::1?$|fe80:)/i

function addressesOfTwoVms({ estate, isCounted }: SignalInput): (nic: number) => boolean {
  const { nics, texts } = estate
  const owners = new Map<string, number>()
  for (let nic = 0; nic < nics.count; nic++) {
    if (!isCounted(nics.vm[nic])) continue
    for (const address of addressesAt(nic)) {
      const owner = owners.get(address)
      if (owner === undefined) owners.set(address, nics.vm[nic])
      else if (owner !== nics.vm[nic]) owners.set(address, TWO)
    }
  }
  return (nic) => addressesAt(nic).some((address) => owners.get(address) === TWO)

  function addressesAt(nic: number): string[] {
    return [...addressesIn(texts[nics.ipv4[nic]]), ...addressesIn(texts[nics.ipv6[nic]])]
  }
}

/** Addresses of a cell: one or more, parted by commas and blanks. */
function addressesIn(cell: string): string[] {
  if (cell === '') return []
  const addresses = cell.includes(',') || cell.includes(' ') ? cell.split(/[\s,;]+/) : [cell]
  return addresses.filter((address) => address !== '' && !OWN_ADDRESS.test(address))
}
