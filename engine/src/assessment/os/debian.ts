import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { BY_HAND, COMMUNITY, limits, NEWER_THAN_LIST, NOT_READ, on, yes } from './target-verdicts.ts'

const OLD: RowExtras = { legacyClass: 'deprecated' }
const LISTED = on(yes(), yes(), yes('Azure Migrate lists only Debian 9'))
const OLDER_LIST = on(yes(), limits('only an older guest list names it'))
const UNLISTED = on(yes(), NOT_READ)

/** Standard ends with the free LTS; the paid ELTS is by a third party (os-support §2.5). */
const DEBIAN_ROWS: readonly ProductRow[] = [
  ['4', '2007-04-08', '2010-02-15', '', 'D', on(BY_HAND, NOT_READ), OLD],
  ['5', '2009-02-14', '2012-02-06', '', 'D', on(BY_HAND, NOT_READ), OLD],
  ['6', '2011-02-06', '2016-02-29', '', 'D', UNLISTED, OLD],
  ['7', '2013-05-04', '2018-05-31', '2020-06-30', 'D', UNLISTED, OLD],
  ['8', '2015-04-26', '2020-06-30', '2025-06-30', 'D', OLDER_LIST, OLD],
  ['9', '2017-06-17', '2022-06-30', '2027-06-30', 'D', OLDER_LIST],
  ['10', '2019-07-06', '2024-06-30', '2029-06-30', 'D', LISTED],
  ['11', '2021-08-14', '2026-08-31', '2031-06-30', 'D', LISTED],
  [
    '12',
    '2023-06-10',
    '2028-06-30',
    '2033-06-30',
    'D',
    on(yes('UEFI: virt-v2v 2.12'), LISTED.hyper_v, LISTED.azure_local),
  ],
  ['13', '2025-08-09', '2030-06-30', '2035-06-30', 'D', on(yes(), NEWER_THAN_LIST)],
  ['', '', '', '', '', on(yes('from 6 on'), limits('the version is not known; 10 to 12 are listed'))],
]

/** Derivatives that are known under their own name. */
const DERIVATIVES: readonly (readonly [product: string, id: string])[] = [
  ['Kali Linux', 'kali'],
  ['Linux Mint', 'linux-mint'],
]

export const DEBIAN: readonly OsProduct[] = [
  ...productsOf(
    { family: 'linux', vendor: 'Debian', product: 'Debian', idPrefix: 'debian', paidName: 'ELTS (third party)' },
    DEBIAN_ROWS,
  ),
  ...DERIVATIVES.flatMap(([product, idPrefix]) =>
    productsOf({ family: 'linux', vendor: product, product, idPrefix }, [['', '', '', '', '', on(yes(), COMMUNITY)]]),
  ),
]
