import type { Instant } from '../units.ts'

/**
 * The estate: everything that one or several exports tell, parsed and joined.
 *
 * Tables that grow with the number of VMs are columns (typed arrays of one length); the rest are plain rows.
 * Texts of columns are codes into one pool, so that equal codes mean equal texts and code 0 is the empty text.
 * Sizes are GiB, MHz are MHz, dates are instants; MiB ends in `inventory/rvtools`.
 * Limits are Infinity where the export says -1 or `Unlimited`.
 * What a file did not tell is NaN (numbers, instants), `Flag.unknown` (yes or no) or text code 0: never a made-up 0.
 */
export interface Estate {
  readonly texts: readonly string[]
  readonly sources: readonly Source[]
  readonly vcenters: readonly Vcenter[]
  readonly vms: VmTable
  readonly disks: DiskTable
  readonly partitions: PartitionTable
  readonly nics: NicTable
  readonly snapshots: SnapshotTable
  readonly drives: DriveTable
  readonly hosts: readonly Host[]
  readonly clusters: readonly Cluster[]
  readonly datastores: readonly Datastore[]
  readonly portGroups: readonly PortGroup[]
  readonly vmkernels: readonly Vmkernel[]
  readonly hostNics: readonly HostNic[]
  readonly resourcePools: readonly ResourcePool[]
  readonly switches: readonly Switch[]
  /** Licences by name: counts only. Keys are dropped when the row is read. */
  readonly licences: readonly Licence[]
  /** vHealth: how many findings of each message type. */
  readonly health: readonly { readonly type: string; readonly count: number }[]
  /** vMultiPath, vHBA, vFileInfo: how many rows; nothing in a plan needs more of them. */
  readonly counts: { readonly multipaths: number; readonly hbas: number; readonly files: number }
  /** Which sheets were seen in any source: what an absent one would have told is unknown. */
  readonly sheets: ReadonlySet<SheetName>
  /**
   * Every recognised column that was seen, as `sheet.column`, where `column` is the property of the table it fills:
   * `vInfo.cbt`, `vDisk.capacityGiB`, `vHost.speedMHz`. A rule that reads a column nobody wrote is not evaluated.
   */
  readonly columns: ReadonlySet<string>
  /** Where a column stands in one source; the key is `source/sheet.column`, e.g. `0/vInfo.cbt`. */
  readonly columnPlaces: ReadonlyMap<string, ColumnPlace>
  /** Columns nobody but the customer knows (custom attributes, tags), on VMs. */
  readonly customColumns: readonly CustomColumn[]
}

export const SHEET_NAMES = [
  'vInfo',
  'vCPU',
  'vMemory',
  'vDisk',
  'vPartition',
  'vNetwork',
  'vCD',
  'vUSB',
  'vFloppy',
  'vSnapshot',
  'vTools',
  'vSource',
  'vRP',
  'vCluster',
  'vHost',
  'vHBA',
  'vNIC',
  'vSwitch',
  'vPort',
  'dvSwitch',
  'dvPort',
  'vSC_VMK',
  'vDatastore',
  'vMultiPath',
  'vLicense',
  'vFileInfo',
  'vHealth',
  'vMetaData',
] as const
export type SheetName = (typeof SHEET_NAMES)[number]

/** Numbers with NaN for unknown. */
export type Numbers = Float64Array
/** Codes into `Estate.texts`; 0 is the empty text. */
export type Texts = Uint32Array
/** Yes, no or unknown. */
export type Flags = Int8Array
export const Flag = { unknown: -1, no: 0, yes: 1 } as const

export const PowerState = { unknown: 0, poweredOn: 1, poweredOff: 2, suspended: 3 } as const

/** A row of a sheet of a source; `row` counts from 1 as a spreadsheet does, 0 is "no such row". */
export interface RowRef {
  readonly source: number
  readonly row: number
}

/** A column as the file writes it: with a row number it names the cell a value came from. */
export interface ColumnPlace {
  readonly sheet: string
  readonly header: string
  /** Counts from 0. */
  readonly index: number
}

/** One sheet's rows, aligned with a table: where each entry came from. `source` indexes `Estate.sources`. */
export interface Origins {
  readonly source: Uint16Array
  /** Row as a spreadsheet counts it (header = 1); 0 where the sheet has no row for the entry. */
  readonly row: Uint32Array
}

export interface Source {
  readonly file: string
  readonly format: 'xlsx' | 'xls' | 'csv' | 'csv-zip' | 'csv-folder'
  /** `4.7.1.4`, from vMetaData; null when nothing says it. */
  readonly rvtoolsVersion: string | null
  /** Newest time of vMetaData; NaN when nothing says it. */
  readonly exportedAt: Instant
  /** Servers named by the file, as written. */
  readonly vcenters: readonly string[]
}

export interface Vcenter {
  /** Lower-case `VI SDK UUID`; '' where no file names it. */
  readonly uuid: string
  readonly server: string
  readonly version: string
  readonly apiVersion: string
}

export interface VmTable {
  readonly count: number
  readonly origins: {
    readonly vInfo: Origins
    readonly vCPU: Origins
    readonly vMemory: Origins
    readonly vTools: Origins
  }
  /** Index into `Estate.vcenters`. */
  readonly vcenter: Uint16Array
  readonly moref: Texts
  readonly instanceUuid: Texts
  readonly smbiosUuid: Texts
  readonly name: Texts
  /** How the VM was told from others: decides how far a later export can recognise it. */
  readonly identity: Uint8Array
  readonly powerState: Uint8Array
  readonly template: Flags
  readonly srmPlaceholder: Flags
  readonly connectionState: Texts
  readonly guestState: Texts
  readonly consolidationNeeded: Flags
  readonly dnsName: Texts
  readonly primaryIp: Texts
  readonly createdAt: Numbers
  readonly poweredOnAt: Numbers
  readonly vcpus: Numbers
  readonly memoryGiB: Numbers
  /** NICs and Disks as vInfo counts them; the tables below are the truth where their sheets exist. */
  readonly nicCount: Numbers
  readonly diskCount: Numbers
  readonly diskCapacityGiB: Numbers
  readonly provisionedGiB: Numbers
  readonly inUseGiB: Numbers
  readonly unsharedGiB: Numbers
  readonly enableUuid: Flags
  readonly cbt: Flags
  readonly latencySensitivity: Texts
  readonly passthroughHotPlug: Flags
  readonly ftState: Texts
  readonly resourcePool: Texts
  readonly folder: Texts
  readonly vapp: Texts
  readonly clusterRules: Texts
  readonly clusterRuleNames: Texts
  readonly bootDelayMs: Numbers
  readonly secureBoot: Flags
  readonly firmware: Texts
  readonly hardwareVersion: Numbers
  readonly hardwareUpgradeStatus: Texts
  readonly vmxPath: Texts
  readonly annotation: Texts
  readonly datacenter: Texts
  readonly cluster: Texts
  readonly host: Texts
  readonly osConfig: Texts
  readonly osTools: Texts
  readonly guestDetail: Texts
  /** Network #1 … #8 of vInfo, VM-major (8 codes a VM): the fallback when vNetwork is missing. */
  readonly networks8: Texts
  readonly minEvcMode: Texts
  // vCPU
  readonly sockets: Numbers
  readonly coresPerSocket: Numbers
  readonly cpuOverallMHz: Numbers
  readonly cpuUsagePct: Numbers
  readonly cpuReservationMHz: Numbers
  readonly cpuLimitMHz: Numbers
  readonly cpuHotAdd: Flags
  readonly cpuHotRemove: Flags
  // vMemory
  readonly memoryUsagePct: Numbers
  readonly memoryActiveGiB: Numbers
  readonly memoryConsumedGiB: Numbers
  readonly memorySwappedGiB: Numbers
  readonly memoryBalloonedGiB: Numbers
  readonly memoryReservationGiB: Numbers
  readonly memoryLimitGiB: Numbers
  readonly memoryHotAdd: Flags
  readonly memoryLockedToMax: Flags
  // vTools
  readonly toolsStatus: Texts
  readonly toolsVersion: Texts
  readonly toolsUpgradeable: Texts
  readonly toolsSyncTime: Flags
}

/** How a VM was told from others, best first (issue of identity: rvtools-columns.md, Keys). */
export const Identity = { moref: 0, instanceUuid: 1, place: 2, content: 3, count: 4 } as const

/** Rows that belong to a VM are sorted by VM: those of VM `i` are `start[i] … start[i + 1] - 1`. */
export interface PartsOfVms {
  readonly count: number
  readonly start: Uint32Array
  readonly vm: Uint32Array
  readonly origin: Origins
}

export interface DiskTable extends PartsOfVms {
  readonly label: Texts
  readonly key: Numbers
  readonly capacityGiB: Numbers
  readonly raw: Flags
  readonly rawCompatMode: Texts
  readonly rawLunId: Texts
  readonly mode: Texts
  readonly sharingMode: Texts
  /** `noSharing`, `virtualSharing`, `physicalSharing`; the numbers of 3.x are translated. */
  readonly sharedBus: Texts
  readonly thin: Flags
  readonly eagerlyScrub: Flags
  readonly controller: Texts
  /** `[datastore] folder/file.vmdk`. */
  readonly path: Texts
  /** Out of the path; 0 where the path names none. */
  readonly datastore: Texts
}

export interface PartitionTable extends PartsOfVms {
  /** Drive or mount point in the guest. */
  readonly name: Texts
  readonly diskKey: Numbers
  readonly capacityGiB: Numbers
  /** As written; NaN when the sheet has no such column. */
  readonly consumedGiB: Numbers
  readonly freeGiB: Numbers
  readonly freePct: Numbers
}

export interface NicTable extends PartsOfVms {
  readonly label: Texts
  readonly adapter: Texts
  /** As written; the literal `none` is read as no network (code 0). */
  readonly network: Texts
  readonly switch: Texts
  readonly connected: Flags
  readonly startsConnected: Flags
  readonly mac: Texts
  readonly macType: Texts
  readonly ipv4: Texts
  readonly ipv6: Texts
  readonly directPathIo: Flags
}

export interface SnapshotTable extends PartsOfVms {
  readonly name: Texts
  readonly description: Texts
  readonly createdAt: Numbers
  readonly sizeGiB: Numbers
  readonly state: Texts
}

export const DriveKind = { cd: 0, usb: 1, floppy: 2 } as const

export interface DriveTable extends PartsOfVms {
  readonly kind: Uint8Array
  readonly node: Texts
  readonly connected: Flags
  readonly startsConnected: Flags
  readonly type: Texts
}

/** What the rows of the small tables share. Empty text or NaN where the export is silent. */
export interface Placed extends RowRef {
  readonly vcenter: number
  readonly objectId: string
  readonly name: string
}

export interface Host extends Placed {
  readonly datacenter: string
  readonly cluster: string
  readonly cpuModel: string
  readonly speedMHz: number
  readonly sockets: number
  readonly cores: number
  readonly threadsActive: boolean | null
  readonly cpuUsagePct: number
  readonly memoryGiB: number
  readonly memoryUsagePct: number
  readonly nics: number
  readonly hbas: number
  readonly vmsTotal: number
  readonly vmsOn: number
  readonly vcpus: number
  readonly vramGiB: number
  readonly evc: string
  readonly maxEvc: string
  readonly maintenance: boolean | null
  readonly esxVersion: string
  readonly vendor: string
  readonly model: string
  readonly bootedAt: number
  /** False where no vHost row exists and VM rows alone name it. */
  readonly listed: boolean
}

export interface Cluster extends Placed {
  readonly datacenter: string
  readonly hosts: number
  readonly effectiveHosts: number
  readonly cpuMHz: number
  readonly cores: number
  readonly threads: number
  readonly memoryGiB: number
  readonly haEnabled: boolean | null
  readonly admissionControl: boolean | null
  readonly drsEnabled: boolean | null
  readonly drsBehavior: string
  readonly dpmEnabled: boolean | null
  readonly listed: boolean
}

export interface Datastore extends Placed {
  readonly type: string
  readonly accessible: boolean | null
  readonly capacityGiB: number
  readonly provisionedGiB: number
  readonly inUseGiB: number
  readonly freeGiB: number
  readonly hostCount: number
  readonly hosts: string
  readonly cluster: string
  readonly address: string
  readonly version: string
  readonly listed: boolean
}

export interface PortGroup extends Placed {
  readonly distributed: boolean
  readonly switch: string
  /** As written: a number, `0-4094`, empty. */
  readonly vlan: string
  readonly binding: string
  readonly promiscuous: boolean | null
  readonly macChanges: boolean | null
  readonly forgedTransmits: boolean | null
  readonly host: string
}

export interface Vmkernel extends Placed {
  readonly host: string
  readonly portGroup: string
  readonly ip: string
  readonly subnetMask: string
  readonly gateway: string
  readonly mtu: number
}

export interface HostNic extends Placed {
  readonly host: string
  readonly driver: string
  readonly speedMbps: number
  readonly switch: string
}

export interface ResourcePool extends Placed {
  readonly path: string
  readonly cpuLimitMHz: number
  readonly cpuReservationMHz: number
  readonly memoryLimitGiB: number
  readonly memoryReservationGiB: number
}

export interface Switch extends Placed {
  readonly distributed: boolean
  readonly host: string
  readonly version: string
  readonly mtu: number
}

export interface Licence {
  readonly name: string
  readonly total: number
  readonly used: number
  readonly count: number
}

export interface CustomColumn {
  readonly name: string
  readonly values: Texts
}

/** The text behind a code. */
export function textAt(estate: Pick<Estate, 'texts'>, column: Texts, index: number): string {
  return estate.texts[column[index]]
}

/** Whether a VM counts: it has an identity, is no template and no placeholder (design.md §6, `inventory.vms`). */
export function isCounted(vms: VmTable, vm: number): boolean {
  return vms.template[vm] !== Flag.yes && vms.srmPlaceholder[vm] !== Flag.yes
}
