import type { DemoSystemId } from './systems.ts'

/** What makes a tier worth a second look before it moves. */
export type DemoTrait =
  /** Two nodes write to the same raw LUN. */
  | 'sharedRdm'
  /** The nodes share one disk file by multi-writer. */
  | 'multiWriter'
  | 'independentDisk'
  | 'threeNics'
  | 'reservation'
  | 'latencySensitive'
  | 'timeFromHost'
  | 'usbDongle'
  | 'secureBoot'
  | 'placementRule'
  | 'noTools'
  | 'oldSnapshots'
  | 'nearlyFull'
  | 'template'

export interface DemoTier {
  readonly role: string
  readonly count: number
  readonly system: DemoSystemId
  readonly vcpus: number
  readonly memoryGiB: number
  readonly disksGiB: readonly number[]
  /** Share of the disks that is written. */
  readonly usedPct: number
  readonly network: 'front' | 'app' | 'data' | 'office'
  readonly traits: readonly DemoTrait[]
}

function tier(
  role: string,
  count: number,
  system: DemoSystemId,
  [vcpus, memoryGiB]: readonly [number, number],
  disksGiB: readonly number[],
  usedPct: number,
  network: DemoTier['network'],
  ...traits: DemoTrait[]
): DemoTier {
  return { role, count, system, vcpus, memoryGiB, disksGiB, usedPct, network, traits }
}

/** Applications as companies have them; an owner names those it runs. */
export const DEMO_APPLICATIONS = {
  shop: [
    tier('web', 5, 'ubuntu2204', [2, 8], [40], 45, 'front'),
    tier('app', 5, 'rhel8', [4, 16], [60, 40], 50, 'app'),
    tier('cache', 2, 'debian12', [2, 16], [30], 30, 'app'),
    tier('postgres', 2, 'rhel8', [8, 64], [60, 600, 200], 55, 'data', 'placementRule'),
  ],
  portal: [
    tier('lb', 2, 'freebsd', [2, 4], [20], 35, 'front', 'noTools'),
    tier('web', 4, 'ubuntu2404', [2, 4], [40], 35, 'front'),
    tier('app', 3, 'rhel9', [4, 16], [80], 40, 'app'),
    tier('mysql', 1, 'ubuntu1804', [4, 32], [40, 300], 60, 'data'),
  ],
  erp: [
    tier('app', 3, 'windows2019', [8, 32], [100, 200], 45, 'app'),
    tier('sql', 1, 'windows2016', [16, 128], [100, 800, 400, 250], 62, 'data', 'reservation'),
    tier('term', 6, 'windows2016', [4, 16], [120], 55, 'office'),
    tier('licence', 1, 'windows2012r2', [2, 4], [60], 40, 'office', 'usbDongle'),
  ],
  cluster: [
    tier('wsfc', 2, 'windows2019', [8, 64], [100, 500, 500], 58, 'data', 'sharedRdm', 'placementRule'),
    tier('witness', 1, 'windows2019', [2, 4], [60], 40, 'data'),
  ],
  rac: [tier('rac', 2, 'oracle8', [12, 96], [80, 1200, 300], 60, 'data', 'multiWriter', 'threeNics', 'reservation')],
  office: [
    tier('dc', 2, 'windows2019', [2, 8], [80], 40, 'office', 'timeFromHost'),
    tier('file', 2, 'windows2016', [4, 16], [80, 2500], 72, 'office'),
    tier('print', 1, 'windows2012r2', [2, 8], [100], 50, 'office'),
    tier('mail', 2, 'windows2016', [8, 48], [100, 1200], 66, 'office'),
  ],
  desktops: [
    tier('vdi', 14, 'windows11', [2, 8], [80], 55, 'office', 'secureBoot'),
    tier('vdi-old', 5, 'windows10', [2, 8], [80], 60, 'office'),
    tier('broker', 1, 'windows2022', [4, 16], [100], 40, 'office'),
  ],
  build: [
    tier('runner', 8, 'ubuntu2404', [8, 16], [120], 50, 'app'),
    tier('git', 1, 'debian12', [4, 16], [40, 500], 60, 'app'),
    tier('registry', 1, 'debian12', [4, 8], [40, 900], 70, 'app', 'nearlyFull'),
  ],
  analytics: [
    tier('kafka', 3, 'rhel9', [8, 32], [60, 700], 55, 'data', 'placementRule'),
    tier('elastic', 3, 'rhel9', [8, 64], [60, 1000], 60, 'data'),
    tier('notebook', 2, 'ubuntu2204', [8, 32], [60, 200], 35, 'app'),
  ],
  archive: [
    tier('index', 1, 'sles15', [4, 16], [60, 200], 45, 'app'),
    tier('store', 2, 'sles15', [8, 32], [60, 3000, 3000], 74, 'data'),
  ],
  legacy: [
    tier('billing', 2, 'windows2008r2', [4, 8], [60, 150], 60, 'app', 'oldSnapshots'),
    tier('intranet', 1, 'centos6', [2, 4], [40], 55, 'front'),
    tier('tariff', 1, 'sles11', [2, 8], [40, 120], 60, 'data'),
    tier('gateway', 1, 'windows2003', [1, 2], [20], 65, 'front'),
  ],
  tomcat: [
    tier('proxy', 1, 'debian10', [2, 4], [30], 40, 'front'),
    tier('tomcat', 4, 'rhel7', [4, 16], [60], 50, 'app'),
    tier('maria', 1, 'centos7', [4, 32], [40, 250], 60, 'data'),
  ],
  monitoring: [
    tier('prom', 1, 'debian12', [4, 16], [40, 300], 55, 'app'),
    tier('log', 2, 'ubuntu2204', [4, 16], [40, 600], 65, 'app', 'nearlyFull'),
  ],
  admin: [
    tier('jump', 1, 'windows2022', [2, 8], [80], 40, 'office'),
    tier('golden-rhel', 1, 'rhel9', [2, 4], [40], 30, 'app', 'template'),
    tier('ansible', 1, 'ubuntu2204', [2, 4], [60], 45, 'app'),
  ],
  plant: [
    tier('scada', 2, 'windows2012r2', [4, 16], [80, 120], 55, 'app', 'latencySensitive', 'independentDisk'),
    tier('historian', 1, 'windows2016', [8, 32], [80, 1500], 70, 'data'),
    tier('opc', 2, 'windows2008r2', [2, 4], [60], 55, 'app'),
  ],
} satisfies Record<string, readonly DemoTier[]>
export type DemoApplication = keyof typeof DEMO_APPLICATIONS
