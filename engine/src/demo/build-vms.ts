import { DEMO_APPLICATIONS, type DemoTier, type DemoTrait } from './applications.ts'
import type { SeededRandom } from './random.ts'
import type { DemoCluster, DemoOwner, DemoSite } from './sites.ts'
import { DEMO_SYSTEMS, type DemoSystem } from './systems.ts'

export interface DemoDisk {
  readonly capacityGiB: number
  readonly usedGiB: number
  readonly thin: boolean
  readonly mode: 'persistent' | 'independent_persistent'
  readonly kind: 'file' | 'rawPhysical' | 'multiWriter'
  readonly controller: string
  readonly path: string
}

export interface DemoNic {
  readonly adapter: string
  readonly network: string
  readonly mac: string
  readonly ip: string
}

export interface DemoVm {
  readonly name: string
  readonly site: DemoSite
  readonly cluster: DemoCluster
  readonly host: string
  readonly moref: string
  readonly uuid: string
  readonly smbiosUuid: string
  readonly folder: string
  readonly resourcePool: string
  readonly datastore: string
  readonly system: DemoSystem
  readonly isTemplate: boolean
  readonly power: 'poweredOn' | 'poweredOff' | 'suspended'
  readonly tier: DemoTier
  readonly traits: ReadonlySet<DemoTrait>
  readonly disks: readonly DemoDisk[]
  readonly nics: readonly DemoNic[]
  /** Age in days of each snapshot, oldest first. */
  readonly snapshotDays: readonly number[]
  /** Fill of the first file system in percent. */
  readonly rootUsedPct: number
  readonly tools: 'toolsOk' | 'toolsOld' | 'toolsNotRunning' | 'toolsNotInstalled'
  readonly changeTracking: boolean
  readonly hotPlug: boolean
  readonly cdConnected: boolean
  readonly annotation: string
  readonly cpuUsagePct: number
  readonly bootedDays: number
}

const NETWORKS = { front: 110, app: 120, data: 130, office: 140 } as const
type NetworkKind = keyof typeof NETWORKS

/** Port group of an owner at a site. */
export function demoNetwork(owner: DemoOwner, position: number, kind: NetworkKind): { name: string; vlan: number } {
  const vlan = NETWORKS[kind] + position * 50
  return { name: `${owner.code}-${kind}-${vlan}`, vlan }
}

export const DEMO_NETWORK_KINDS = Object.keys(NETWORKS) as NetworkKind[]

/** Every VM of a site, in the order in which its owners and their applications are listed. */
export function buildVms(site: DemoSite, random: SeededRandom): DemoVm[] {
  const vms: DemoVm[] = []
  site.owners.forEach((owner, ownerAt) => {
    const folders = ownerFolders(site, owner, random)
    owner.applications.forEach((application, applicationAt) => {
      const place = folders[applicationAt % folders.length]
      const cluster = site.clusters[(ownerAt + applicationAt) % site.clusters.length]
      const folder = owner.vdcs.length > 0 ? `${place.folder}/${application} (${random.uuid()})` : place.folder
      for (const tier of DEMO_APPLICATIONS[application]) {
        const shared = `[${cluster.datastores[0][0]}] ${owner.code}-${application}-shared/data.vmdk`
        for (let n = 1; n <= tier.count; n++) {
          const name = `${owner.code}-${application}-${tier.role}${String(n).padStart(2, '0')}`
          const where = {
            ...{ site, owner, ownerAt, cluster, shared },
            folder,
            pool: place.pool,
          }
          vms.push(buildVm(name, tier, where, vms.length, random))
        }
      }
    })
  })
  return vms
}

interface Place {
  readonly site: DemoSite
  readonly owner: DemoOwner
  readonly ownerAt: number
  readonly cluster: DemoCluster
  readonly folder: string
  readonly pool: string
  /** The disk file that nodes of a multi-writer cluster have in common. */
  readonly shared: string
}

/** Cloud Director names organisation and VDC with their ids; a plain site has a folder for each department. */
function ownerFolders(
  { datacenter, clusters }: DemoSite,
  { name, vdcs }: DemoOwner,
  random: SeededRandom,
): { folder: string; pool: string }[] {
  if (vdcs.length === 0) return [{ folder: `/${datacenter}/vm/${name}`, pool: '/Resources' }]
  const organisation = `${name} (${random.uuid()})`
  return vdcs.map((vdc) => {
    const named = `${vdc} (${random.uuid()})`
    return {
      folder: `/${datacenter}/Nordmole Cloud/${organisation}/${named}`,
      pool: `/${datacenter}/${clusters[0].name}/Resources/${named}`,
    }
  })
}

/** How often things go wrong where nobody looks, in percent of VMs. */
const ODDS = {
  off: 7,
  suspended: 0.6,
  snapshot: 7,
  chain: 1.5,
  noTracking: 14,
  oldTools: 16,
  noTools: 2,
  full: 2,
  hotPlug: 15,
  cd: 5,
}
const CHAIN = 6

function buildVm(name: string, tier: DemoTier, place: Place, index: number, random: SeededRandom): DemoVm {
  const { site, owner, ownerAt, cluster, folder, pool } = place
  const system: DemoSystem = DEMO_SYSTEMS[tier.system]
  const traits = new Set(tier.traits)
  const [datastore] = cluster.datastores[index % cluster.datastores.length]
  const power = powerOf(traits, random)
  const kinds: NetworkKind[] = traits.has('threeNics') ? [tier.network, 'app', 'front'] : [tier.network]
  return {
    ...{
      name,
      site,
      cluster,
      folder,
      datastore,
      system,
      tier,
      traits,
      resourcePool: pool,
      isTemplate: traits.has('template'),
    },
    host: hostName(site, cluster, index % cluster.hosts),
    power,
    moref: `vm-${1000 + index * 3}`,
    uuid: random.uuid(),
    smbiosUuid: random.uuid(),
    disks: tier.disksGiB.map((capacityGiB, at) =>
      buildDisk(name, capacityGiB, at, { tier, traits, system, datastore, place }, random),
    ),
    nics: kinds.map((kind, at) => ({
      adapter: system.adapter,
      network: demoNetwork(owner, ownerAt, kind).name,
      mac: `00:50:56:${macByte(site.net)}:${macByte((at << 4) | (index >> 8))}:${macByte(index)}`,
      ip: `10.${site.net + at}.${(ownerAt << 4) | (index >> 8)}.${index & 255 || 254}`,
    })),
    snapshotDays: snapshotsOf(traits, random),
    rootUsedPct: random.chance(ODDS.full)
      ? 100
      : traits.has('nearlyFull')
        ? 96
        : Math.min(94, tier.usedPct + random.whole(-12, 20)),
    tools: toolsOf(system, traits, power, random),
    changeTracking: !random.chance(ODDS.noTracking) && system.hardwareVersion > 7,
    hotPlug: random.chance(ODDS.hotPlug),
    cdConnected: random.chance(ODDS.cd),
    annotation: random.chance(12) ? `${owner.name}, ${tier.role}: call the owner before a restart` : '',
    cpuUsagePct: random.whole(2, 55),
    bootedDays: random.whole(2, 240),
  }
}

function powerOf(traits: ReadonlySet<DemoTrait>, random: SeededRandom): DemoVm['power'] {
  if (random.chance(ODDS.off) || traits.has('template')) return 'poweredOff'
  return random.chance(ODDS.suspended) ? 'suspended' : 'poweredOn'
}

const macByte = (value: number) => (value & 255).toString(16).padStart(2, '0')

export function hostName({ domain }: DemoSite, { name }: DemoCluster, at: number): string {
  return `${name.replace(/\W/g, '')}-esx${String(at + 1).padStart(2, '0')}.${domain}`
}

export function switchName({ distributedSwitch, file }: DemoSite): string {
  return distributedSwitch ? `dvs-${file}` : 'vSwitch0'
}

function buildDisk(
  vm: string,
  capacityGiB: number,
  at: number,
  about: { tier: DemoTier; traits: ReadonlySet<DemoTrait>; system: DemoSystem; datastore: string; place: Place },
  random: SeededRandom,
): DemoDisk {
  const { tier, traits, system, datastore, place } = about
  const isLast = at === tier.disksGiB.length - 1
  const kind =
    isLast && traits.has('sharedRdm') ? 'rawPhysical' : isLast && traits.has('multiWriter') ? 'multiWriter' : 'file'
  const usedPct = Math.max(5, Math.min(97, tier.usedPct + random.whole(-18, 18)))
  const file = at === 0 ? `${vm}.vmdk` : `${vm}_${at}.vmdk`
  return {
    ...{ capacityGiB, kind, controller: system.controller },
    usedGiB: (capacityGiB * usedPct) / 100,
    thin: random.chance(80),
    mode: isLast && traits.has('independentDisk') ? 'independent_persistent' : 'persistent',
    path: kind === 'multiWriter' ? place.shared : `[${datastore}] ${vm}/${file}`,
  }
}

function snapshotsOf(traits: ReadonlySet<DemoTrait>, random: SeededRandom): number[] {
  if (traits.has('oldSnapshots')) return [random.whole(300, 900), random.whole(150, 290), random.whole(60, 140)]
  if (random.chance(ODDS.chain)) return Array.from({ length: CHAIN }, (_, n) => 7 * (CHAIN - n))
  return random.chance(ODDS.snapshot) ? [random.whole(1, 120)] : []
}

function toolsOf(
  { tools }: DemoSystem,
  traits: ReadonlySet<DemoTrait>,
  power: DemoVm['power'],
  random: SeededRandom,
): DemoVm['tools'] {
  if (traits.has('noTools') || tools === '') return 'toolsNotInstalled'
  if (power !== 'poweredOn' || random.chance(ODDS.noTools)) return 'toolsNotRunning'
  return random.chance(ODDS.oldTools) ? 'toolsOld' : 'toolsOk'
}
