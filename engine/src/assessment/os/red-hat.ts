import type { OsProduct } from './guest-os.ts'
import { type ProductLine, type ProductRow, productsOf } from './product-row.ts'
import {
  BY_HAND,
  DEPENDS_ON_VERSION,
  limits,
  NO_CONVERSION,
  NOT_READ,
  no,
  on,
  REDEPLOY,
  unsure,
  yes,
} from './target-verdicts.ts'

const NOT_MIGRATED = yes('Azure Migrate does not list it')
const OLD_GUEST = limits('ended; generation 1, in the list of 2019 only')

/** Verdicts that Red Hat Enterprise Linux and its rebuilds share: os-support §3. */
export const EL_7 = on(yes(), yes())
export const EL_8_TO_10 = on(yes(), yes('from 8.5 on the host must be 2019 or later'), NOT_MIGRATED)
export const EL_6 = on(yes('support is by its own vendor'), OLD_GUEST)
export const EL_5 = on(limits('update to kernel 2.6.18-128 or later first; BIOS only'), OLD_GUEST, no('not listed'))
export const EL_4 = on(limits('update to kernel 2.6.9-89 or later first; BIOS only'), NOT_READ)
const EL_3 = on(no('no virtio drivers in its kernel and no conversion'), NOT_READ)

const RHEL: ProductLine = {
  family: 'linux',
  vendor: 'Red Hat',
  product: 'Red Hat Enterprise Linux',
  idPrefix: 'rhel',
  paidName: 'ELS',
}

const FORKLIFT = { forkliftSupported: true } as const
const OLD = { legacyClass: 'deprecated' } as const

/** os-support §2.3. */
const RHEL_ROWS: readonly ProductRow[] = [
  ['2.1', '2002-03-26', '2009-05-31', '', 'O', EL_3, OLD],
  ['3', '2003-10-22', '2010-10-31', '2014-01-30', 'OK', EL_3, OLD],
  ['4', '2005-02-15', '2012-02-29', '2017-03-31', 'E', EL_4, OLD],
  ['5', '2007-03-15', '2017-03-31', '2020-11-30', 'E', EL_5, OLD],
  [
    '6',
    '2010-11-10',
    '2020-11-30',
    '2024-06-30',
    'E',
    EL_6,
    { upgradeAdvice: 'upgrade to Red Hat Enterprise Linux 7 first' },
  ],
  ['7', '2014-06-10', '2024-06-30', '2029-05-31', 'E', EL_7, FORKLIFT],
  ['8', '2019-05-07', '2029-05-31', '2033-05-31', 'E', EL_8_TO_10, FORKLIFT],
  ['9', '2022-05-18', '2032-05-31', '2036-05-31', 'E', EL_8_TO_10, FORKLIFT],
  ['10', '2025-05-20', '2035-05-31', '2039-05-31', 'E', EL_8_TO_10, FORKLIFT],
  ['', '', '', '', '', DEPENDS_ON_VERSION],
]

/** Not a guest to convert: a node of an OpenShift cluster, whose end is that of its OpenShift release. */
const RHCOS: readonly ProductRow[] = [
  [
    '',
    '',
    '',
    '',
    'K',
    on(limits('a node of an OpenShift cluster: rebuild it'), unsure('a node of an OpenShift cluster: rebuild it')),
    { upgradeAdvice: 'rebuild the OpenShift node on the target' },
  ],
]

/** One date = end of support; two a year, each ends about four weeks after the second next. */
const FEDORA_ENDS: readonly (readonly [version: string, end: string])[] = [
  ['36', '2023-05-16'],
  ['37', '2023-12-05'],
  ['38', '2024-05-21'],
  ['39', '2024-11-26'],
  ['40', '2025-05-13'],
  ['41', '2025-12-15'],
  ['42', '2026-05-27'],
  ['43', '2026-12-09'],
  ['44', '2027-06-02'],
]
const FEDORA_TARGETS = on(
  yes(),
  limits('not in the guest list; the driver is in its kernel, support is by the community'),
)
const FEDORA: readonly ProductRow[] = [
  ...FEDORA_ENDS.map(([version, end]): ProductRow => [version, '', end, '', 'E', FEDORA_TARGETS]),
  ['', '', '', '', '', FEDORA_TARGETS],
]

const linux = { family: 'linux', vendor: 'Red Hat' } as const

export const RED_HAT: readonly OsProduct[] = [
  ...productsOf(RHEL, RHEL_ROWS),
  ...productsOf({ ...linux, product: 'Red Hat Enterprise Linux CoreOS', idPrefix: 'rhcos' }, RHCOS),
  ...productsOf({ ...linux, product: 'Fedora', idPrefix: 'fedora' }, FEDORA),
  ...productsOf({ ...linux, product: 'Fedora CoreOS', idPrefix: 'fedora-coreos' }, [
    ['', '', '', '', 'P', on(REDEPLOY, NOT_READ)],
  ]),
  ...productsOf({ ...linux, product: 'Red Hat Linux', idPrefix: 'red-hat-linux' }, [
    ['', '', '', '', 'K', on(no(NO_CONVERSION), NOT_READ), { ended: true, legacyClass: 'deprecated' }],
  ]),
  ...productsOf({ ...linux, vendor: 'CoreOS', product: 'CoreOS Container Linux', idPrefix: 'coreos' }, [
    ['', '', '2020-05-26', '', 'P', on(BY_HAND, NOT_READ)],
  ]),
]
