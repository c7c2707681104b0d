import type { Instant } from '../units.ts'
import { DEMO_NETWORK_KINDS, type DemoVm, demoNetwork, hostName, switchName } from './build-vms.ts'
import type { SeededRandom } from './random.ts'
import type { DemoCluster, DemoSite } from './sites.ts'
import { mib, rvtoolsTime, type Sheets } from './vm-sheets.ts'

const GIB_PER_TIB = 1024

/** Sheets about what the VMs of a site stand on. */
export function infraSheets(site: DemoSite, vms: readonly DemoVm[], exportedAt: Instant, random: SeededRandom): Sheets {
  const from = { 'VI SDK Server': site.server, 'VI SDK UUID': site.uuid }
  const hosts = site.clusters.flatMap((cluster) => hostsOf(site, cluster, vms, random))
  return {
    vHost: hosts.map((host, at) => ({ ...host, 'Object ID': `host-${30 + at}`, ...from })),
    vCluster: site.clusters.map((cluster, at) => ({
      ...clusterOf(cluster),
      'Object ID': `domain-c${20 + at}`,
      ...from,
    })),
    vDatastore: datastoresOf(site, vms).map((store, at) => ({
      ...store,
      'Object ID': `datastore-${50 + at}`,
      ...from,
    })),
    ...(site.distributedSwitch ? distributedPorts(site, from) : standardPorts(site, hosts, from)),
    vSC_VMK: hosts.map(({ Host, Datacenter, Cluster }, at) => ({
      ...{ Host, Datacenter, Cluster, 'Port Group': 'Management Network', Device: 'vmk0', MTU: 1500 },
      ...{ 'IP Address': `10.${site.net}.255.${at + 1}`, 'Subnet mask': '255.255.255.0', ...from },
    })),
    vSource: [{ 'API version': site.apiVersion, Fullname: site.product, ...from }],
    vMetaData: [
      {
        'RVTools major version': '4.7',
        'RVTools version': '4.7.1.4',
        'xlsx creation datetime': rvtoolsTime(exportedAt),
        Server: site.server,
      },
    ],
  }
}

type From = Readonly<Record<'VI SDK Server' | 'VI SDK UUID', string>>

const networksOf = (site: DemoSite) =>
  site.owners.flatMap((owner, at) => DEMO_NETWORK_KINDS.map((kind) => demoNetwork(owner, at, kind)))
const CLOSED = { 'Mac Changes': false, 'Forged Transmits': false }

function distributedPorts(site: DemoSite, from: From): Sheets {
  const Switch = switchName(site)
  return {
    dvPort: networksOf(site).map(({ name, vlan }, at) => ({
      ...{ Port: name, Switch, Type: 'earlyBinding', '# Ports': 64, VLAN: vlan, 'Allow Promiscuous': false },
      ...{ ...CLOSED, 'Object ID': `dvportgroup-${200 + at}`, ...from },
    })),
    dvSwitch: [
      { Switch, Datacenter: site.datacenter, Version: '7.0.0', 'Max MTU': 9000, 'Object ID': 'dvs-100', ...from },
    ],
  }
}

function standardPorts(site: DemoSite, hosts: ReturnType<typeof hostsOf>, from: From): Sheets {
  const Switch = switchName(site)
  return {
    vPort: hosts.flatMap(({ Host, Datacenter, Cluster }) =>
      networksOf(site).map(({ name, vlan }) => ({
        ...{ Host, Datacenter, Cluster, 'Port Group': name, Switch, VLAN: vlan, 'Promiscuous Mode': false },
        ...{ ...CLOSED, ...from },
      })),
    ),
    vSwitch: hosts.map(({ Host, Datacenter, Cluster }) => ({ Host, Datacenter, Cluster, Switch, MTU: 1500, ...from })),
  }
}

function hostsOf(site: DemoSite, cluster: DemoCluster, vms: readonly DemoVm[], random: SeededRandom) {
  return Array.from({ length: cluster.hosts }, (_, at) => {
    const name = hostName(site, cluster, at)
    const own = vms.filter((vm) => vm.host === name)
    const on = own.filter((vm) => vm.power === 'poweredOn')
    const memoryGiB = on.reduce((sum, vm) => sum + vm.tier.memoryGiB, 0)
    return {
      Host: name,
      Datacenter: site.datacenter,
      Cluster: cluster.name,
      'in Maintenance Mode': false,
      'CPU Model': cluster.cpuModel,
      Speed: cluster.speedMHz,
      'HT Active': true,
      '# CPU': 2,
      'Cores per CPU': cluster.coresPerSocket,
      '# Cores': 2 * cluster.coresPerSocket,
      'CPU usage %': random.whole(18, 55),
      '# Memory': mib(cluster.memoryGiB),
      'Memory usage %': Math.min(95, Math.round((memoryGiB * 100) / cluster.memoryGiB)),
      '# NICs': 4,
      '# HBAs': 2,
      '# VMs total': own.length,
      '# VMs': on.length,
      'Current EVC': cluster.evc,
      'Max EVC': cluster.evc,
      'ESX Version': cluster.esxVersion,
      Vendor: cluster.vendor,
      Model: cluster.model,
    }
  })
}

function clusterOf({ name, hosts, speedMHz, coresPerSocket, memoryGiB, ha, drs }: DemoCluster) {
  const cores = hosts * 2 * coresPerSocket
  return {
    Name: name,
    NumHosts: hosts,
    numEffectiveHosts: hosts,
    TotalCpu: cores * speedMHz,
    NumCpuCores: cores,
    NumCpuThreads: 2 * cores,
    TotalMemory: mib(hosts * memoryGiB),
    'HA enabled': ha,
    AdmissionControlEnabled: ha,
    'DRS enabled': drs,
    'DRS default VM behavior': 'fullyAutomated',
    'DPM enabled': false,
  }
}

function datastoresOf(site: DemoSite, vms: readonly DemoVm[]) {
  return site.clusters.flatMap((cluster) =>
    cluster.datastores.map(([name, type, capacityTiB]) => {
      const disks = vms.flatMap((vm) => vm.disks).filter((disk) => disk.path.startsWith(`[${name}]`))
      const capacity = mib(capacityTiB * GIB_PER_TIB)
      const inUse = mib(disks.reduce((sum, disk) => sum + (disk.thin ? disk.usedGiB : disk.capacityGiB), 0))
      return {
        Name: name,
        Accessible: true,
        Type: type,
        'Capacity MiB': capacity,
        'Provisioned MiB': mib(disks.reduce((sum, disk) => sum + disk.capacityGiB, 0)),
        'In Use MiB': inUse,
        'Free MiB': capacity - inUse,
        '# Hosts': cluster.hosts,
        Hosts: Array.from({ length: cluster.hosts }, (_, at) => hostName(site, cluster, at)).join(', '),
      }
    }),
  )
}
