import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf } from './product-row.ts'
import { DEPENDS_ON_VERSION } from './target-verdicts.ts'
import * as on from './windows-verdicts.ts'

const LINE = {
  family: 'windows',
  vendor: 'Microsoft',
  product: 'Windows Server',
  idPrefix: 'windows-server',
  paidName: 'ESU',
} as const

const FORKLIFT = { forkliftSupported: true } as const
const OLD = { legacyClass: 'deprecated' } as const
const OLDER = { legacyClass: 'deprecated', warmRisky: true } as const
const OLDEST = { legacyClass: 'unsupported', warmRisky: true } as const

/** os-support §2.1. Standard is what Microsoft calls extended support; ESU must be bought (it is free in Azure). */
const RELEASES: readonly ProductRow[] = [
  [
    'NT 4.0',
    '1996-08-24',
    '2004-12-31',
    '',
    'O',
    on.BEFORE_2003,
    { ...OLDEST, id: 'windows-nt-4', product: 'Windows' },
  ],
  ['2000', '2000-02-17', '2010-07-13', '', 'EO', on.BEFORE_2003, OLDEST],
  ['2003', '2003-04-24', '2015-07-14', '', 'EMO', on.SERVER_2003, OLDER],
  ['2008', '2008-05-06', '2020-01-14', '2023-01-10', 'EM', on.SERVER_2008, OLD],
  ['2008 R2', '2009-10-22', '2020-01-14', '2023-01-10', 'EM', on.SERVER_2008_R2, OLD],
  ['2012', '2012-10-30', '2023-10-10', '2026-10-13', 'EM', on.SERVER_2012],
  ['2012 R2', '2013-11-25', '2023-10-10', '2026-10-13', 'EM', on.SERVER_2012_R2],
  ['2016', '2016-10-15', '2027-01-12', '2030-01-12', 'EMP', on.SERVER_2016_2019, FORKLIFT],
  ['2019', '2018-11-13', '2029-01-09', '', 'EM', on.SERVER_2016_2019, FORKLIFT],
  ['2022', '2021-08-18', '2031-10-14', '', 'EM', on.SERVER_2022, FORKLIFT],
  ['2025', '2024-11-01', '2034-11-14', '', 'EM', on.SERVER_2025, FORKLIFT],
]

/** One name for several releases: the dates are those of the first. */
const RANGES: readonly ProductRow[] = [
  [
    '2012 or 2012 R2',
    '2012-10-30',
    '2023-10-10',
    '2026-10-13',
    'EM',
    on.SERVER_2012,
    { id: 'windows-server-2012-or-r2', precision: 'range', best: ['2023-10-10', '2026-10-13'] },
  ],
  [
    '2016 or later',
    '2016-10-15',
    '2027-01-12',
    '2030-01-12',
    'EMP',
    on.SERVER_2016_OR_LATER,
    { ...FORKLIFT, id: 'windows-server-2016+', precision: 'range', best: ['2034-11-14', ''] },
  ],
  ['', '', '', '', '', DEPENDS_ON_VERSION],
]

/** Semi-annual channel, and the annual channel of 23H2. */
const CHANNEL: readonly ProductRow[] = [
  ['1709', '2017-10-17', '2019-04-09', '', 'E', on.SERVER_CHANNEL],
  ['1803', '2018-04-30', '2019-11-12', '', 'E', on.SERVER_CHANNEL],
  ['1809', '2018-11-13', '2020-11-10', '', 'E', on.SERVER_CHANNEL],
  ['1903', '2019-05-21', '2020-12-08', '', 'E', on.SERVER_CHANNEL],
  ['1909', '2019-11-12', '2021-05-11', '', 'E', on.SERVER_CHANNEL],
  ['2004', '2020-05-27', '2021-12-14', '', 'E', on.SERVER_CHANNEL],
  ['20H2', '2020-10-20', '2022-08-09', '', 'E', on.SERVER_CHANNEL],
  ['23H2', '2023-10-24', '2026-05-12', '', 'E', on.SERVER_CHANNEL],
]

export const WINDOWS_SERVER: readonly OsProduct[] = productsOf(LINE, [...RELEASES, ...RANGES, ...CHANNEL])
