import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { COMMUNITY, limits, NOT_READ, NOTHING_RUNS, on, REDEPLOY } from './target-verdicts.ts'

/** Systems that their vendor publishes as images, for clouds and containers: os-support §2.6. */

const TO_EL_8: RowExtras = { upgradeAdvice: 'move to Amazon Linux 2023 or Red Hat Enterprise Linux 8' }
const AWS_IMAGE = limits('AWS publishes a KVM image: deploy it and move the data')
const AMAZON: readonly ProductRow[] = [
  ['1', '', '2023-12-31', '', 'E', on(REDEPLOY, NOT_READ), TO_EL_8],
  [
    '2',
    '2018-06-26',
    '2026-06-30',
    '',
    'E',
    on(AWS_IMAGE, limits('AWS publishes an image; not in the guest list')),
    TO_EL_8,
  ],
  [
    '2023',
    '2023-03-01',
    '2029-06-30',
    '',
    'EP',
    on(AWS_IMAGE, limits('AWS tests on host 2022; generation 2 without Secure Boot')),
  ],
  ['', '', '', '', '', on(AWS_IMAGE, limits('the version is not known'))],
]

const PHOTON_TARGETS = on(REDEPLOY, COMMUNITY)
const PHOTON: readonly ProductRow[] = [
  ['1.0', '2016-06-11', '2022-02-28', '', 'E', PHOTON_TARGETS],
  ['2.0', '2017-11-01', '2022-12-01', '', 'E', PHOTON_TARGETS],
  ['3.0', '2019-02-08', '2025-10-02', '', 'E', PHOTON_TARGETS],
  ['4.0', '2021-02-25', '2027-10-11', '', 'E', PHOTON_TARGETS],
  ['5.0', '2023-05-02', '', '', 'E', PHOTON_TARGETS],
  ['', '', '', '', '', PHOTON_TARGETS],
]

const ALPINE_TARGETS = on(REDEPLOY, NOT_READ)
const ALPINE: readonly ProductRow[] = [
  ['3.21', '', '2026-11-01', '', 'E', ALPINE_TARGETS],
  ['3.22', '', '2027-05-01', '', 'E', ALPINE_TARGETS],
  ['3.23', '', '2027-11-01', '', 'E', ALPINE_TARGETS],
  ['3.24', '', '2028-06-01', '', 'E', ALPINE_TARGETS],
  ['', '', '', '', '', ALPINE_TARGETS],
]

const POD_NOTE = 'a pod of the vSphere Supervisor, not a guest to migrate: deploy its workload anew'
const PODS: readonly ProductRow[] = [
  ['', '', '', '', '', NOTHING_RUNS, { id: 'photon-crx', product: 'VMware Photon CRX', upgradeAdvice: POD_NOTE }],
  ['', '', '', '', '', NOTHING_RUNS, { id: 'crx-pod', product: 'VMware CRX Pod', upgradeAdvice: POD_NOTE }],
]

const linux = (vendor: string, product: string, idPrefix: string, rows: readonly ProductRow[]) =>
  productsOf({ family: 'linux', vendor, product, idPrefix }, rows)

export const CLOUD_LINUX: readonly OsProduct[] = [
  ...linux('Amazon', 'Amazon Linux', 'amazon-linux', AMAZON),
  ...linux('VMware', 'VMware Photon OS', 'photon', PHOTON),
  ...linux('VMware', 'VMware pod', 'pod', PODS),
  ...linux('Alpine Linux', 'Alpine Linux', 'alpine', ALPINE),
  ...linux('Flatcar', 'Flatcar Container Linux', 'flatcar', [['', '', '', '', 'P', on(REDEPLOY, NOT_READ)]]),
]
