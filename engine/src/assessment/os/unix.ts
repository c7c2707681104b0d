import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { BY_HAND, limits, NO_CONVERSION, NOT_READ, NOTHING_RUNS, no, on, unsure, yes } from './target-verdicts.ts'

const COLD: RowExtras = { coldOnly: true, legacyClass: 'unsupported' }
const NOT_HYPER_V = no('not a guest of Hyper-V')
const SOLARIS = on(no(`no virtio drivers, and ${NO_CONVERSION}`), NOT_HYPER_V)

/** Standard is premier support, paid is extended support (os-support §2.6). */
const SOLARIS_ROWS: readonly ProductRow[] = [
  ['6', '', '', '', 'K', SOLARIS, { ended: true }],
  ['7', '', '', '', 'K', SOLARIS, { ended: true }],
  ['8', '2000-02-01', '2009-03-01', '2012-03-01', 'E', SOLARIS],
  ['9', '2002-05-28', '2011-10-01', '2014-10-01', 'E', SOLARIS],
  ['10', '2005-01-31', '2018-01-01', '2027-01-01', 'E', SOLARIS],
  ['11.0', '2011-11-09', '', '', 'E', SOLARIS, { ended: true }],
  ['11.1', '2012-10-03', '', '', 'E', SOLARIS, { ended: true }],
  ['11.2', '2014-04-29', '', '', 'E', SOLARIS, { ended: true }],
  ['11.3', '2015-10-26', '2021-01-01', '2027-01-01', 'E', SOLARIS],
  [
    '11.4',
    '2018-08-28',
    '2031-11-01',
    '2037-11-01',
    'E',
    on(limits(`virtio drivers, but ${NO_CONVERSION}`), NOT_HYPER_V),
  ],
  // Without minor: 11.0 ended on a day that nobody published.
  ['11', '2011-11-09', '', '', 'E', SOLARIS, { ended: true, best: ['2031-11-01', '2037-11-01'] }],
  ['', '', '', '', '', SOLARIS],
]

const BSD_LISTED = on(BY_HAND, yes('no Secure Boot, no dynamic memory'), yes('Azure Migrate does not list it'))
const BSD_NEW = on(BY_HAND, limits('not in the guest list that was read; no Secure Boot, no dynamic memory'))
const BSD_OLD = on(no(`${NO_CONVERSION}; virtio only from 10 on`), limits('generation 1; drivers from ports'))
const BSD_RANGE = on(BY_HAND, limits('11 to 13 are listed; no Secure Boot, no dynamic memory'))

/** Branches. A point release ends three months after the next. */
const FREEBSD_ROWS: readonly ProductRow[] = [
  ['8', '', '2015-08-01', '', 'E', BSD_OLD],
  ['9', '', '2016-12-31', '', 'E', BSD_OLD],
  ['10', '2014-01-20', '2018-10-31', '', 'E', on(BY_HAND, NOT_READ)],
  ['11', '2016-10-10', '2021-09-30', '', 'E', BSD_LISTED],
  ['12', '2018-12-11', '2023-12-31', '', 'E', BSD_LISTED],
  ['13', '2021-04-13', '2026-04-30', '', 'E', BSD_LISTED],
  ['14', '2023-11-20', '2028-11-30', '', 'E', BSD_NEW],
  ['15', '2025-12-02', '2029-12-31', '', 'E', BSD_NEW],
  ['Pre-11', '', '2015-08-01', '', 'E', BSD_OLD, { precision: 'range', best: ['2018-10-31', ''] }],
  [
    '12 or later',
    '2018-12-11',
    '2023-12-31',
    '',
    'E',
    BSD_RANGE,
    { id: 'freebsd-12+', precision: 'range', best: ['', ''] },
  ],
  [
    '13 or later',
    '2021-04-13',
    '2026-04-30',
    '',
    'E',
    BSD_RANGE,
    { id: 'freebsd-13+', precision: 'range', best: ['', ''] },
  ],
  [
    '14 or later',
    '2023-11-20',
    '2028-11-30',
    '',
    'E',
    BSD_NEW,
    { id: 'freebsd-14+', precision: 'range', best: ['', ''] },
  ],
  [
    '15 or later',
    '2025-12-02',
    '2029-12-31',
    '',
    'E',
    BSD_NEW,
    { id: 'freebsd-15+', precision: 'range', best: ['', ''] },
  ],
  ['', '', '', '', '', BSD_RANGE],
]

const ASK_BSD = on(unsure(`${NO_CONVERSION}; not looked up`), NOT_READ)
const SCO_TARGETS = NOTHING_RUNS

const unix = (vendor: string, product: string, idPrefix: string, rows: readonly ProductRow[], extras: RowExtras = {}) =>
  productsOf({ family: 'other', vendor, product, idPrefix, ...extras }, rows)

export const UNIX: readonly OsProduct[] = [
  ...unix('Oracle', 'Oracle Solaris', 'solaris', SOLARIS_ROWS, { ...COLD, paidName: 'Extended Support' }),
  ...unix('FreeBSD Project', 'FreeBSD', 'freebsd', FREEBSD_ROWS, COLD),
  ...unix('IBM', 'AIX', 'aix', [['', '', '', '', '', NOTHING_RUNS]], COLD),
  ...unix('HPE', 'HP-UX', 'hp-ux', [['', '', '', '', '', NOTHING_RUNS]], COLD),
  ...unix(
    'Xinuos',
    'SCO OpenServer',
    'sco-openserver',
    [
      ['5', '', '', '', 'P', SCO_TARGETS],
      ['6', '', '', '', 'P', SCO_TARGETS],
    ],
    COLD,
  ),
  ...unix('Xinuos', 'SCO UnixWare', 'sco-unixware', [['7', '', '', '', 'P', SCO_TARGETS]], COLD),
  ...unix('Xinuos', 'SCO', 'sco', [['', '', '', '', '', SCO_TARGETS]], COLD),
  ...unix('NetBSD Foundation', 'NetBSD', 'netbsd', [
    ['9', '', '2026-08-30', '', 'E', ASK_BSD],
    ['', '', '', '', '', ASK_BSD],
  ]),
  ...unix('OpenBSD', 'OpenBSD', 'openbsd', [['', '', '', '', 'E', ASK_BSD]]),
]
