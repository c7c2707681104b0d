import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { EL_4, EL_5, EL_6, EL_7, EL_8_TO_10 } from './red-hat.ts'
import { COMMUNITY, limits, NEWER_THAN_LIST, NOT_READ, on, yes } from './target-verdicts.ts'

/** Rebuilds of Red Hat Enterprise Linux: os-support §2.3. */

const OLD: RowExtras = { legacyClass: 'deprecated' }
const to = (version: string): RowExtras => ({
  upgradeAdvice: `convert to Red Hat Enterprise Linux ${version}, AlmaLinux, Oracle Linux or Rocky Linux ${version}`,
})

const CENTOS: readonly ProductRow[] = [
  ['4', '', '2012-02-29', '', 'K', EL_4, OLD],
  ['5', '2007-04-12', '2017-03-31', '', 'EO', EL_5, OLD],
  ['6', '2011-07-10', '2020-11-30', '', 'EO', EL_6, OLD],
  [
    '7',
    '2014-07-07',
    '2024-06-30',
    '',
    'EO',
    EL_7,
    { upgradeAdvice: 'convert to Red Hat Enterprise Linux 7 or Oracle Linux 7, or move to a later release' },
  ],
  [
    '8',
    '2019-09-24',
    '2021-12-31',
    '',
    'EO',
    EL_8_TO_10,
    { ...to('8'), precision: 'version', best: ['2024-05-31', ''] },
  ],
  ['4/5', '', '2012-02-29', '', 'K', EL_4, { ...OLD, id: 'centos-4/5', precision: 'range', best: ['2017-03-31', ''] }],
  [
    '4/5/6',
    '',
    '2012-02-29',
    '',
    'K',
    EL_4,
    { ...OLD, id: 'centos-4/5/6', precision: 'range', best: ['2020-11-30', ''] },
  ],
  ['4/5/6/7', '', '2012-02-29', '', 'K', EL_4, { id: 'centos-4/5/6/7', precision: 'range', best: ['2024-06-30', ''] }],
  ['4/5 or later', '', '2012-02-29', '', 'K', EL_4, { id: 'centos-4+', precision: 'range', best: ['', ''] }],
  ['', '', '', '', '', on(yes('from 6 on'), limits('the version is not known; 7 to 10 are listed'))],
]

const STREAM: readonly ProductRow[] = [
  ['8', '2019-09-24', '2024-05-31', '', 'EO', EL_8_TO_10, to('8')],
  ['9', '2021-09-15', '2027-05-31', '', 'EO', EL_8_TO_10, to('9')],
  ['10', '2024-12-12', '2030-05-31', '', 'EO', EL_8_TO_10],
  ['', '', '', '', '', EL_8_TO_10],
]

const OLDER_LIST = limits('only an older guest list names it; mostly generation 1')
const ORACLE_5 = on(EL_5.kvm, NOT_READ)
const ORACLE_6_7 = on(yes('support is by its own vendor'), OLDER_LIST)
const ORACLE_8_9 = on(yes('support is by its own vendor'), yes(), yes('Azure Migrate does not list it'))
const ORACLE_10 = on(yes('support is by its own vendor'), NEWER_THAN_LIST)
const ORACLE: readonly ProductRow[] = [
  ['4', '2006-12-20', '2013-03-28', '', 'O', on(EL_4.kvm, NOT_READ)],
  ['5', '2007-06-26', '2017-06-30', '2020-11-30', 'OP', ORACLE_5],
  ['6', '2011-02-12', '2021-03-31', '2024-12-31', 'E', ORACLE_6_7],
  ['7', '2014-07-23', '2024-12-31', '2028-06-30', 'E', ORACLE_6_7],
  ['8', '2019-07-19', '2029-07-31', '2032-07-31', 'E', ORACLE_8_9],
  ['9', '2022-07-06', '2032-06-30', '2035-06-30', 'E', ORACLE_8_9],
  ['10', '2025-06-26', '', '', 'E', ORACLE_10],
  [
    '4/5',
    '2006-12-20',
    '2013-03-28',
    '',
    'O',
    ORACLE_5,
    { id: 'oracle-linux-4/5', precision: 'range', best: ['2017-06-30', '2020-11-30'] },
  ],
  [
    '4/5/6',
    '2006-12-20',
    '2013-03-28',
    '',
    'O',
    ORACLE_5,
    { id: 'oracle-linux-4/5/6', precision: 'range', best: ['2021-03-31', '2024-12-31'] },
  ],
  [
    '4/5/6/7',
    '2006-12-20',
    '2013-03-28',
    '',
    'O',
    ORACLE_5,
    { id: 'oracle-linux-4/5/6/7', precision: 'range', best: ['2024-12-31', '2028-06-30'] },
  ],
  [
    '4/5 or later',
    '2006-12-20',
    '2013-03-28',
    '',
    'O',
    ORACLE_5,
    { id: 'oracle-linux-4+', precision: 'range', best: ['', ''] },
  ],
  ['', '', '', '', '', ORACLE_6_7],
]

const CLONE = on(yes(), COMMUNITY)
const ROCKY: readonly ProductRow[] = [
  ['8', '2021-05-01', '2029-05-31', '', 'E', CLONE],
  ['9', '2022-07-14', '2032-05-31', '', 'E', CLONE],
  ['10', '2025-06-11', '2035-05-31', '', 'E', CLONE],
  ['', '', '', '', '', CLONE],
]
const ALMA: readonly ProductRow[] = [
  ['8', '2021-03-30', '2029-05-31', '', 'E', CLONE],
  ['9', '2022-05-26', '2032-05-31', '', 'E', on(yes('virt-v2v 2.3.4 or later'), COMMUNITY)],
  ['10', '2025-05-27', '2035-05-31', '', 'E', CLONE],
  ['', '', '', '', '', CLONE],
]

const linux = (vendor: string, product: string, idPrefix: string, rows: readonly ProductRow[], paidName = '') =>
  productsOf({ family: 'linux', vendor, product, idPrefix, paidName }, rows)

export const RED_HAT_REBUILDS: readonly OsProduct[] = [
  ...linux('CentOS Project', 'CentOS', 'centos', CENTOS),
  ...linux('CentOS Project', 'CentOS Stream', 'centos-stream', STREAM),
  ...linux('Oracle', 'Oracle Linux', 'oracle-linux', ORACLE, 'Extended Support'),
  ...linux('Rocky Enterprise Software Foundation', 'Rocky Linux', 'rocky', ROCKY),
  ...linux('AlmaLinux OS Foundation', 'AlmaLinux', 'alma', ALMA),
]
