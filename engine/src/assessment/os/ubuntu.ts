import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { BY_HAND, limits, NEWER_THAN_LIST, NOT_READ, on, yes } from './target-verdicts.ts'

const OLD: RowExtras = { legacyClass: 'deprecated' }
const LISTED = on(yes(), yes(), yes('Azure Migrate lists only 18.04'))

/** Standard support, then Pro with ESM; its legacy add-on runs five years more (os-support §2.5). */
const LTS: readonly ProductRow[] = [
  ['8.04', '2008-04-24', '2013-05-09', '', 'D', on(BY_HAND, NOT_READ), OLD],
  ['10.04', '2010-04-29', '2015-04-30', '', 'D', on(yes(), NOT_READ), OLD],
  ['12.04', '2012-04-26', '2017-04-28', '2019-04-26', 'D', on(yes(), limits('only an older guest list names it')), OLD],
  ['14.04', '2014-04-17', '2019-04-25', '2024-04-25', 'D', LISTED, OLD],
  ['16.04', '2016-04-21', '2021-04-30', '2026-04-23', 'D', LISTED],
  ['18.04', '2018-04-26', '2023-05-31', '2028-04-26', 'D', on(yes(), yes())],
  ['20.04', '2020-04-23', '2025-05-29', '2030-04-23', 'D', LISTED],
  ['22.04', '2022-04-21', '2027-06-01', '2032-04-21', 'D', LISTED],
  ['24.04', '2024-04-25', '2029-05-31', '2034-04-25', 'D', LISTED],
  ['26.04', '2026-04-23', '2031-05-29', '2036-04-23', 'D', on(yes(), NEWER_THAN_LIST)],
  ['', '', '', '', '', on(yes('from 10.04 on'), limits('the version is not known; 14.04 to 24.04 are listed'))],
]

/** Interim releases come out in the month of their name. */
const INTERIM_ENDS: readonly (readonly [version: string, end: string])[] = [
  ['10.10', '2012-04-10'],
  ['11.04', '2012-10-28'],
  ['11.10', '2013-05-09'],
  ['12.10', '2014-05-16'],
  ['13.04', '2014-01-27'],
  ['13.10', '2014-07-17'],
  ['14.10', '2015-07-23'],
  ['15.04', '2016-02-04'],
  ['15.10', '2016-07-28'],
  ['16.10', '2017-07-20'],
  ['17.04', '2018-01-13'],
  ['17.10', '2018-07-19'],
  ['18.10', '2019-07-18'],
  ['19.04', '2020-01-23'],
  ['19.10', '2020-07-17'],
  ['20.10', '2021-07-22'],
  ['21.04', '2022-01-20'],
  ['21.10', '2022-07-14'],
  ['22.10', '2023-07-20'],
  ['23.04', '2024-01-25'],
  ['23.10', '2024-07-11'],
  ['24.10', '2025-07-10'],
  ['25.04', '2026-01-15'],
  ['25.10', '2026-07-09'],
  ['26.10', '2027-07-15'],
]
const INTERIM_TARGETS = on(yes(), limits('only long-term releases are listed'))
const INTERIM = INTERIM_ENDS.map(([version, end]): ProductRow => {
  const old = version < '15' ? OLD : {}
  return [version, '', end, '', 'D', INTERIM_TARGETS, old]
})

export const UBUNTU: readonly OsProduct[] = productsOf(
  { family: 'linux', vendor: 'Canonical', product: 'Ubuntu', idPrefix: 'ubuntu', paidName: 'Ubuntu Pro (ESM)' },
  [...LTS, ...INTERIM],
)
