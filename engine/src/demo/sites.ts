import type { DemoApplication } from './applications.ts'

/** Who owns VMs: an organisation of Cloud Director with its VDCs, or a folder of a plain vSphere site. */
export interface DemoOwner {
  readonly name: string
  /** What its VMs are called by. */
  readonly code: string
  /** Empty at a plain site. Applications are dealt out to them in turn. */
  readonly vdcs: readonly string[]
  readonly applications: readonly DemoApplication[]
}

export interface DemoCluster {
  readonly name: string
  readonly hosts: number
  readonly cpuModel: string
  readonly speedMHz: number
  readonly coresPerSocket: number
  readonly memoryGiB: number
  readonly esxVersion: string
  readonly vendor: string
  readonly model: string
  readonly evc: string
  readonly ha: boolean
  readonly drs: boolean
  /** Name, type and size of its datastores. */
  readonly datastores: readonly (readonly [name: string, type: 'VMFS' | 'NFS' | 'vsan', capacityTiB: number])[]
}

export interface DemoSite {
  /** What the file of its export is called. */
  readonly file: string
  readonly server: string
  readonly uuid: string
  readonly datacenter: string
  readonly product: string
  readonly apiVersion: string
  readonly domain: string
  /** Second byte of its addresses. */
  readonly net: number
  readonly distributedSwitch: boolean
  readonly clusters: readonly DemoCluster[]
  readonly owners: readonly DemoOwner[]
}

const DELL_R750 = {
  cpuModel: 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz',
  speedMHz: 2000,
  coresPerSocket: 32,
  memoryGiB: 1024,
  esxVersion: 'VMware ESXi 8.0.3 build-24022510',
  vendor: 'Dell Inc.',
  model: 'PowerEdge R750',
  evc: 'intel-icelake',
} as const
const HPE_DL385 = {
  cpuModel: 'AMD EPYC 7543 32-Core Processor',
  speedMHz: 2800,
  coresPerSocket: 32,
  memoryGiB: 1024,
  esxVersion: 'VMware ESXi 8.0.2 build-23305546',
  vendor: 'HPE',
  model: 'ProLiant DL385 Gen10 Plus',
  evc: 'amd-zen3',
} as const
const DELL_R640 = {
  cpuModel: 'Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz',
  speedMHz: 2500,
  coresPerSocket: 20,
  memoryGiB: 768,
  esxVersion: 'VMware ESXi 7.0.3 build-21313628',
  vendor: 'Dell Inc.',
  model: 'PowerEdge R640',
  evc: 'intel-cascadelake',
} as const
const LENOVO_SR530 = {
  cpuModel: 'Intel(R) Xeon(R) Silver 4110 CPU @ 2.10GHz',
  speedMHz: 2100,
  coresPerSocket: 8,
  memoryGiB: 256,
  esxVersion: 'VMware ESXi 6.7.0 build-19195723',
  vendor: 'Lenovo',
  model: 'ThinkSystem SR530',
  evc: 'intel-skylake',
} as const

/** A service provider with Cloud Director, a company's own data centre, and a depot. Every name is invented. */
export const DEMO_SITES: readonly DemoSite[] = [
  {
    file: 'frankfurt',
    server: 'vcsa01.fra.nordmole.example',
    uuid: '6f0c7f2e-51a4-4b7e-9a07-2f6f1b3f9d01',
    datacenter: 'FRA1',
    product: 'VMware vCenter Server 8.0.3 build-24091160',
    apiVersion: '8.0.3.0',
    domain: 'fra.nordmole.example',
    net: 20,
    distributedSwitch: true,
    clusters: [
      {
        ...{ ...DELL_R750, name: 'fra-pay-01', hosts: 6, ha: true, drs: true },
        datastores: [
          ['fra-gold-01', 'VMFS', 40],
          ['fra-gold-02', 'VMFS', 40],
        ],
      },
      {
        ...{ ...HPE_DL385, name: 'fra-res-02', hosts: 4, ha: true, drs: true },
        datastores: [['fra-vsan-02', 'vsan', 60]],
      },
    ],
    owners: [
      {
        ...{ name: 'Kestrel Insurance', code: 'kes', vdcs: ['Kestrel-VDC-Prod', 'Kestrel-VDC-Test'] },
        applications: ['admin', 'portal', 'erp', 'office', 'legacy', 'monitoring'],
      },
      {
        ...{ name: 'Opaline Retail', code: 'opa', vdcs: ['Opaline-VDC-Shop', 'Opaline-VDC-Data'] },
        applications: ['admin', 'shop', 'analytics', 'build', 'monitoring', 'cluster'],
      },
      {
        ...{ name: 'Brinkhof Logistics', code: 'bri', vdcs: ['Brinkhof-VDC-01'] },
        applications: ['admin', 'erp', 'tomcat', 'office', 'cluster'],
      },
      {
        ...{ name: 'Aurelia Energy', code: 'aur', vdcs: ['Aurelia-VDC-01'] },
        applications: ['admin', 'portal', 'rac', 'analytics', 'legacy'],
      },
      {
        ...{ name: 'Tessera Bank', code: 'tes', vdcs: ['Tessera-VDC-Core'] },
        applications: ['admin', 'portal', 'rac', 'cluster', 'tomcat', 'archive'],
      },
      {
        ...{ name: 'Quillon Media', code: 'qui', vdcs: ['Quillon-VDC-01'] },
        applications: ['admin', 'shop', 'build', 'archive'],
      },
    ],
  },
  {
    file: 'rotterdam',
    server: 'vcenter.rtm.halyard.example',
    uuid: '0b9d6a44-7c1f-4e0b-8a35-94c5f0d7ae02',
    datacenter: 'Rotterdam',
    product: 'VMware vCenter Server 7.0.3 build-21958406',
    apiVersion: '7.0.3.0',
    domain: 'rtm.halyard.example',
    net: 40,
    distributedSwitch: true,
    clusters: [
      {
        ...{ ...DELL_R640, name: 'rtm-prod', hosts: 5, ha: true, drs: true },
        datastores: [
          ['rtm-san-01', 'VMFS', 32],
          ['rtm-san-02', 'VMFS', 32],
        ],
      },
      {
        ...{ ...DELL_R640, name: 'rtm-office', hosts: 3, ha: true, drs: false },
        datastores: [['rtm-nfs-01', 'NFS', 30]],
      },
    ],
    owners: [
      { ...{ name: 'Halyard Office', code: 'hof', vdcs: [] }, applications: ['admin', 'office', 'desktops', 'erp'] },
      {
        ...{ name: 'Halyard Engineering', code: 'hen', vdcs: [] },
        applications: ['admin', 'build', 'tomcat', 'desktops', 'monitoring'],
      },
      { ...{ name: 'Halyard Freight', code: 'hfr', vdcs: [] }, applications: ['admin', 'shop', 'legacy', 'cluster'] },
    ],
  },
  {
    file: 'gdynia',
    server: 'vc-depot.gdn.halyard.example',
    uuid: 'c4e1d0b8-2a6d-4d55-b1c9-5f3ab7f26f03',
    datacenter: 'Gdynia',
    product: 'VMware vCenter Server 6.7.0 build-19299595',
    apiVersion: '6.7.3',
    domain: 'gdn.halyard.example',
    net: 60,
    distributedSwitch: false,
    clusters: [
      {
        ...{ ...LENOVO_SR530, name: 'gdn-depot', hosts: 3, ha: false, drs: false },
        datastores: [['gdn-local-01', 'VMFS', 12]],
      },
    ],
    owners: [
      { ...{ name: 'Depot Control', code: 'dep', vdcs: [] }, applications: ['admin', 'plant', 'legacy'] },
      { ...{ name: 'Depot Office', code: 'dof', vdcs: [] }, applications: ['admin', 'office', 'tomcat'] },
    ],
  },
]
