import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf } from './product-row.ts'
import { DEPENDS_ON_VERSION } from './target-verdicts.ts'
import * as on from './windows-verdicts.ts'

const LINE = {
  family: 'windows',
  vendor: 'Microsoft',
  product: 'Windows',
  idPrefix: 'windows',
  paidName: 'ESU',
} as const
const OLD = { legacyClass: 'deprecated' } as const

/** Windows before 10: os-support §2.2. */
const BEFORE_10: readonly ProductRow[] = [
  ['6.22', '1994-06-01', '2001-12-31', '', 'O', on.BEFORE_2003, { id: 'ms-dos', product: 'MS-DOS' }],
  ['3.1', '1992-04-06', '2001-12-31', '', 'O', on.BEFORE_2003],
  ['95', '1995-08-24', '2001-12-13', '', 'O', on.BEFORE_2003],
  ['98', '1998-06-25', '2006-07-11', '', 'O', on.BEFORE_2003],
  ['Me', '2000-09-14', '2006-07-11', '', 'O', on.BEFORE_2003],
  [
    '2000 Professional',
    '2000-02-17',
    '2010-07-13',
    '',
    'EO',
    on.BEFORE_2003,
    { legacyClass: 'unsupported', warmRisky: true },
  ],
  ['XP', '2001-10-25', '2014-04-08', '', 'EM', on.SERVER_2003, OLD],
  ['Vista', '2007-01-25', '2017-04-11', '', 'EM', on.VISTA, OLD],
  ['7', '2009-10-22', '2020-01-14', '2023-01-10', 'EM', on.WINDOWS_7],
  ['8', '2012-10-30', '2016-01-12', '', 'EMO', on.WINDOWS_8],
  ['8.1', '2013-11-13', '2023-01-10', '', 'EMO', on.WINDOWS_8_1],
  [
    '8 or 8.1',
    '2012-10-30',
    '2016-01-12',
    '',
    'EMO',
    on.WINDOWS_8,
    { id: 'windows-8.x', precision: 'range', best: ['2023-01-10', ''] },
  ],
]

/** Editions for devices; judged like the Windows that they are built on. */
const EMBEDDED: readonly ProductRow[] = [
  ['Embedded 2009', '', '2019-01-08', '', 'M', on.SERVER_2003, OLD],
  ['POSReady 2009', '', '2019-04-09', '', 'M', on.SERVER_2003, OLD],
  ['Embedded Standard 7', '', '2020-10-13', '2023-10-10', 'M', on.WINDOWS_7],
  ['POSReady 7', '', '2021-10-12', '2024-10-08', 'M', on.WINDOWS_7],
  ['Thin PC', '', '2021-10-12', '', 'M', on.WINDOWS_7],
  ['Embedded 8.1 Industry', '', '2023-07-11', '', 'M', on.WINDOWS_8_1],
]

/**
 * A name without build. For 10 the last build counts: every earlier one ended before it and can be raised to it for
 * nothing. For 11 nothing is proved: builds that ended and builds that did not carry the same name.
 */
const WITHOUT_BUILD: readonly ProductRow[] = [
  [
    '10',
    '2015-07-29',
    '2025-10-14',
    '2028-10-10',
    'EM',
    on.WINDOWS_10,
    { precision: 'version', forkliftSupported: true },
  ],
  ['11', '2021-10-04', '', '', 'E', on.WINDOWS_11, { precision: 'version', forkliftSupported: true }],
  ['', '', '', '', '', DEPENDS_ON_VERSION, { precision: 'kind' }],
]

export const WINDOWS_CLIENT: readonly OsProduct[] = productsOf(LINE, [...BEFORE_10, ...EMBEDDED, ...WITHOUT_BUILD])
