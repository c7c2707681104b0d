import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { NOTHING_RUNS, no, on } from './target-verdicts.ts'

/** Systems that belong to their hardware, to a hypervisor or to another age: os-support §2.6. */

const APPLE = on(no("Apple's licence binds it to Apple hardware"), no('not a guest of Hyper-V'))
const MACOS_ENDS: readonly (readonly [version: string, end: string])[] = [
  ['10.5', ''],
  ['10.6', ''],
  ['10.7', ''],
  ['10.8', ''],
  ['10.9', ''],
  ['10.10', ''],
  ['10.11', ''],
  ['10.12', ''],
  ['10.13', ''],
  ['10.14', ''],
  ['10.15', ''],
  ['11', ''],
  ['12', '2024-09-16'],
  ['13', '2025-09-15'],
  ['14', ''],
  ['15', ''],
  ['26', ''],
  ['', ''],
]
/** No published ends; the newest three majors get patches (August 2026: 26, 15, 14), so those before have ended. */
const ENDED_BEFORE = 12
const MACOS = MACOS_ENDS.map(([version, end]): ProductRow => {
  const ended = version !== '' && Number(version) < ENDED_BEFORE
  return [version, '', end, '', version === '' ? '' : 'E', APPLE, { ended }]
})

const NESTED = on(
  no('a nested hypervisor: rebuild it or leave it behind'),
  no('a nested hypervisor: rebuild it or leave it behind'),
)
/** General support, then technical guidance. */
const ESXI: readonly ProductRow[] = [
  ['4.x', '', '', '', 'K', NESTED, { ended: true }],
  ['5.0', '', '2016-08-24', '2018-08-24', 'E', NESTED],
  ['5.1', '', '2016-08-24', '2018-08-24', 'E', NESTED],
  ['5.5', '', '2018-09-19', '2020-09-19', 'E', NESTED],
  ['6.0', '', '2020-03-12', '2022-03-12', 'E', NESTED],
  ['6.5', '', '2022-10-15', '2023-11-15', 'E', NESTED],
  ['6.7', '', '2022-10-15', '2023-11-15', 'E', NESTED],
  ['7.0', '', '2025-10-02', '2027-04-02', 'E', NESTED],
  ['8.0', '', '2027-10-11', '2029-10-11', 'E', NESTED],
  ['9.0', '', '2027-09-17', '2028-09-17', 'E', NESTED],
  ['9.1', '', '2028-08-12', '2029-08-12', 'E', NESTED],
  ['5.x', '', '2016-08-24', '2018-08-24', 'E', NESTED, { precision: 'range', best: ['2018-09-19', '2020-09-19'] }],
  ['6.x', '', '2022-10-15', '2023-11-15', 'E', NESTED, { precision: 'range', best: ['2022-10-15', '2023-11-15'] }],
  [
    '6.5 or later',
    '',
    '2022-10-15',
    '2023-11-15',
    'E',
    NESTED,
    { id: 'esxi-6.5+', precision: 'range', best: ['', ''] },
  ],
  [
    '8.0 or later',
    '',
    '2027-10-11',
    '2029-10-11',
    'E',
    NESTED,
    { id: 'esxi-8.0+', precision: 'range', best: ['', ''] },
  ],
  ['', '', '', '', '', NESTED],
]

const NETWARE: readonly ProductRow[] = [
  ['4', '1993-04-01', '', '', 'O', NOTHING_RUNS, { ended: true }],
  ['5.1', '', '', '', 'K', NOTHING_RUNS, { ended: true }],
  ['6.x', '2001-10-01', '2010-03-31', '', 'OK', NOTHING_RUNS],
  ['', '', '', '', 'K', NOTHING_RUNS, { ended: true }],
]

const other = (
  vendor: string,
  product: string,
  idPrefix: string,
  rows: readonly ProductRow[],
  extras: RowExtras & { paidName?: string } = {},
) => productsOf({ family: 'other', vendor, product, idPrefix, ...extras }, rows)

export const OTHER_SYSTEMS: readonly OsProduct[] = [
  ...other('Apple', 'macOS', 'macos', MACOS),
  ...other('VMware', 'VMware ESXi', 'esxi', ESXI, { paidName: 'technical guidance' }),
  ...other('Novell', 'NetWare', 'netware', NETWARE),
  ...other('IBM', 'OS/2', 'os/2', [['', '', '2006-12-31', '', 'K', NOTHING_RUNS]]),
  ...other('Serenity Systems', 'eComStation', 'ecomstation', [
    ['1', '', '', '', 'K', NOTHING_RUNS, { ended: true }],
    ['2', '', '', '', 'K', NOTHING_RUNS, { ended: true }],
  ]),
  ...other('FreeDOS', 'FreeDOS', 'freedos', [['', '', '', '', '', NOTHING_RUNS]]),
]
