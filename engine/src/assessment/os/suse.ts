import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { COMMUNITY, limits, NEWER_THAN_LIST, NO_CONVERSION, NOT_READ, no, on, yes } from './target-verdicts.ts'

const NOT_MIGRATED = yes('Azure Migrate does not list it')
const SLES_16 = on(yes(), NEWER_THAN_LIST)
const SLES_15 = on(yes(), yes(), NOT_MIGRATED)
const SLES_12 = on(yes(), yes())
const SLES_11 = on(yes(), limits('ended; generation 1'))
const SLES_10 = on(limits('update to kernel 2.6.16.60-0.85.1 or later first; BIOS only'), NOT_READ)
const SLES_9 = on(no(NO_CONVERSION), NOT_READ)

/** General support, then LTSS, per service pack: os-support §2.4. */
const SLES: readonly ProductRow[] = [
  ['9', '2004-08-03', '2011-08-31', '', 'EO', SLES_9],
  ['10 SP1', '2007-06-18', '2008-11-30', '2010-12-31', 'E', SLES_10],
  ['10 SP2', '2008-05-19', '2010-04-11', '2013-04-10', 'E', SLES_10],
  ['10 SP3', '2009-10-12', '2011-10-11', '2014-10-31', 'E', SLES_10],
  ['10 SP4', '2011-04-12', '2013-07-31', '2016-07-30', 'E', SLES_10],
  ['11 SP1', '2010-06-02', '2012-08-31', '2015-08-30', 'E', SLES_11],
  ['11 SP2', '2012-02-29', '2014-01-31', '2017-01-30', 'E', SLES_11],
  ['11 SP3', '2013-07-01', '2016-01-31', '2019-01-30', 'E', SLES_11],
  ['11 SP4', '2015-07-15', '2019-03-31', '2022-03-31', 'E', SLES_11],
  ['12 SP1', '2015-12-15', '2017-05-31', '2020-05-31', 'E', SLES_12],
  ['12 SP2', '2016-11-08', '2018-03-31', '2021-03-31', 'E', SLES_12],
  ['12 SP3', '2017-09-07', '2019-06-30', '2022-06-30', 'E', SLES_12],
  ['12 SP4', '2018-12-12', '2020-06-30', '2023-06-30', 'E', SLES_12],
  ['12 SP5', '2019-12-09', '2024-10-31', '2027-10-31', 'E', SLES_12],
  ['15 SP1', '2019-06-24', '2021-01-31', '2024-01-31', 'E', SLES_15],
  ['15 SP2', '2020-07-21', '2021-12-31', '2024-12-31', 'E', SLES_15],
  ['15 SP3', '2021-06-22', '2022-12-31', '2025-12-31', 'E', SLES_15],
  ['15 SP4', '2022-06-21', '2023-12-31', '2026-12-31', 'E', SLES_15],
  ['15 SP5', '2023-06-20', '2024-12-31', '2027-12-31', 'E', SLES_15],
  ['15 SP6', '2024-06-26', '2025-12-31', '2028-12-31', 'E', SLES_15],
  ['15 SP7', '2025-06-17', '2031-07-31', '2034-07-31', 'E', SLES_15],
  ['16.0', '2025-11-04', '2027-11-30', '2030-11-30', 'E', SLES_16],
]

/** The name without service pack: the release itself is the worst case, the last service pack the best. */
const withoutServicePack = (standardEnd: string, paidEnd: string): RowExtras => ({ best: [standardEnd, paidEnd] })
const SLES_MAJORS: readonly ProductRow[] = [
  ['8', '', '', '', 'K', SLES_9, { ended: true }],
  ['8/9', '', '', '', 'K', SLES_9, { id: 'sles-8/9', precision: 'range', ended: true, best: ['2011-08-31', ''] }],
  ['10', '2006-07-17', '2007-12-31', '', 'E', SLES_10, withoutServicePack('2013-07-31', '2016-07-30')],
  ['11', '2009-03-24', '2010-12-31', '', 'E', SLES_11, withoutServicePack('2019-03-31', '2022-03-31')],
  ['12', '2014-10-27', '2016-06-30', '2019-07-01', 'E', SLES_12, withoutServicePack('2024-10-31', '2027-10-31')],
  ['15', '2018-07-16', '2019-12-31', '2022-12-31', 'E', SLES_15, withoutServicePack('2031-07-31', '2034-07-31')],
  ['16', '2025-11-04', '2027-11-30', '2030-11-30', 'E', SLES_16, withoutServicePack('', '')],
  ['', '', '', '', '', on(yes('from 10 on'), limits('depends on the version'))],
]

const MICRO: readonly ProductRow[] = [
  ['5.5', '', '2027-10-31', '', 'E', on(limits('virt-v2v does not name it'), NOT_READ)],
  ['6.0', '', '2028-06-30', '', 'E', on(limits('virt-v2v does not name it'), NOT_READ)],
  ['6.1', '', '2028-11-30', '', 'E', on(limits('virt-v2v does not name it'), NOT_READ)],
  ['6.2', '', '2029-11-30', '', 'E', on(limits('virt-v2v does not name it'), NOT_READ)],
]

const OES = on(limits('11 and 2015 run as the SLES below them; a conversion is not tested'), NOT_READ)

const suse = (product: string, idPrefix: string, rows: readonly ProductRow[], paidName = '') =>
  productsOf({ family: 'linux', vendor: 'SUSE', product, idPrefix, paidName }, rows)

export const SUSE: readonly OsProduct[] = [
  ...suse('SUSE Linux Enterprise', 'sles', [...SLES, ...SLES_MAJORS], 'LTSS'),
  ...suse('SUSE Linux Enterprise Micro', 'sle-micro', MICRO),
  ...suse('Open Enterprise Server', 'open-enterprise-server', [['', '', '', '', 'K', OES]]),
  ...suse('SUSE Linux', 'suse-linux', [['', '', '', '', 'K', on(NOT_READ, NOT_READ), { ended: true }]]),
  ...suse('Novell Linux Desktop', 'novell-linux-desktop', [
    ['9', '', '', '', 'K', on(no(NO_CONVERSION), NOT_READ), { ended: true }],
  ]),
]

const LEAP = on(yes(), COMMUNITY)
const OLD_OPENSUSE = on(yes(), limits('ended; generation 1'))
/** Release to end. */
const NAMED_LEAP: RowExtras = { product: 'openSUSE Leap' }
const OPENSUSE_ROWS: readonly ProductRow[] = [
  ['11.4', '2011-03-10', '2012-11-05', '', 'E', OLD_OPENSUSE],
  ['12.3', '2013-03-13', '2015-01-29', '', 'E', OLD_OPENSUSE],
  ['13.1', '2013-11-19', '2016-02-03', '', 'EO', OLD_OPENSUSE],
  ['13.2', '2014-11-04', '2017-01-17', '', 'E', OLD_OPENSUSE],
  ['42.1', '2015-11-04', '2017-05-17', '', 'E', LEAP, NAMED_LEAP],
  ['42.2', '2016-11-16', '2018-01-26', '', 'E', LEAP, NAMED_LEAP],
  ['42.3', '2017-07-26', '2019-07-01', '', 'E', LEAP, NAMED_LEAP],
  ['15.0', '2018-05-25', '2019-12-03', '', 'E', LEAP, NAMED_LEAP],
  ['15.1', '2019-05-22', '2021-02-02', '', 'E', LEAP, NAMED_LEAP],
  ['15.2', '2020-07-02', '2022-01-04', '', 'E', LEAP, NAMED_LEAP],
  ['15.3', '2021-06-02', '2022-12-31', '', 'E', LEAP, NAMED_LEAP],
  ['15.4', '2022-06-09', '2023-12-07', '', 'E', LEAP, NAMED_LEAP],
  ['15.5', '2023-06-07', '2024-12-31', '', 'E', LEAP, NAMED_LEAP],
  ['15.6', '2024-06-12', '2026-04-30', '', 'E', LEAP, NAMED_LEAP],
  ['16.0', '2025-10-01', '2027-10-31', '', 'E', LEAP, NAMED_LEAP],
  ['Tumbleweed', '', '', '', 'E', LEAP],
  ['', '', '', '', '', LEAP],
]

export const OPENSUSE: readonly OsProduct[] = suse('openSUSE', 'opensuse', OPENSUSE_ROWS)
