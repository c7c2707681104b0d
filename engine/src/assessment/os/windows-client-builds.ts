import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf } from './product-row.ts'
import { WINDOWS_10, WINDOWS_11 } from './windows-verdicts.ts'

/**
 * Windows 10 and 11 by build (os-support §2.2): release, released, ends for Home and Pro, for Enterprise and Education
 * ('' where it is the same day), for the long-term channels of that build.
 */
type BuildRow = readonly [
  release: string,
  releasedOn: string,
  homePro: string,
  enterprise: string,
  ltsc?: { readonly end: string; readonly paid?: string; readonly iot?: string },
]

const TEN: readonly BuildRow[] = [
  ['1507', '2015-07-29', '2017-05-09', '', { end: '2025-10-14' }],
  ['1511', '2015-11-10', '2017-10-10', ''],
  ['1607', '2016-08-02', '2018-04-10', '2019-04-09', { end: '2026-10-13', paid: '2029-10-09' }],
  ['1703', '2017-04-11', '2018-10-09', '2019-10-08'],
  ['1709', '2017-10-17', '2019-04-09', '2020-10-13'],
  ['1803', '2018-04-30', '2019-11-12', '2021-05-11'],
  ['1809', '2018-11-13', '2020-11-10', '2021-05-11', { end: '2029-01-09' }],
  ['1903', '2019-05-21', '2020-12-08', ''],
  ['1909', '2019-11-12', '2021-05-11', '2022-05-10'],
  ['2004', '2020-05-27', '2021-12-14', ''],
  ['20H2', '2020-10-20', '2022-05-10', '2023-05-09'],
  ['21H1', '2021-05-18', '2022-12-13', ''],
  ['21H2', '2021-11-16', '2023-06-13', '2024-06-11', { end: '2027-01-12', iot: '2032-01-13' }],
]

const ELEVEN: readonly BuildRow[] = [
  ['21H2', '2021-10-04', '2023-10-10', '2024-10-08'],
  ['22H2', '2022-09-20', '2024-10-08', '2025-10-14'],
  ['23H2', '2023-10-31', '2025-11-11', '2026-11-10'],
  ['24H2', '2024-10-01', '2026-10-13', '2027-10-12', { end: '2029-10-09', iot: '2034-10-10' }],
  ['25H2', '2025-09-30', '2027-10-12', '2028-10-10'],
  ['26H1', '2026-02-10', '2028-03-14', '2029-03-13'],
]

function buildProducts(version: '10' | '11', builds: readonly BuildRow[], more: readonly ProductRow[]): OsProduct[] {
  const targets = version === '10' ? WINDOWS_10 : WINDOWS_11
  const extras = { forkliftSupported: true } as const
  const rows = builds.flatMap(([release, releasedOn, homePro, enterprise, ltsc]): ProductRow[] => {
    const made: ProductRow[] = [[release, releasedOn, homePro, '', 'E', targets, extras]]
    if (enterprise !== '') made.push([`${release} Enterprise`, releasedOn, enterprise, '', 'E', targets, extras])
    if (ltsc)
      made.push([`${release} LTSC`, releasedOn, ltsc.end, ltsc.paid ?? '', ltsc.paid ? 'EPK' : 'E', targets, extras])
    if (ltsc?.iot) made.push([`${release} IoT LTSC`, releasedOn, ltsc.iot, '', 'E', targets, extras])
    return made
  })
  const line = {
    family: 'windows',
    vendor: 'Microsoft',
    product: `Windows ${version}`,
    idPrefix: `windows-${version}`,
  } as const
  return productsOf({ ...line, paidName: 'ESU' }, [...rows, ...more])
}

/** Products `windows-10-1809`, `windows-10-1809-enterprise`, `windows-10-1809-ltsc`, `windows-10-21h2-iot-ltsc`. */
export const WINDOWS_CLIENT_BUILDS: readonly OsProduct[] = [
  ...buildProducts('10', TEN, [
    ['22H2', '2022-10-18', '2025-10-14', '2028-10-10', 'EM', WINDOWS_10, { forkliftSupported: true }],
  ]),
  ...buildProducts('11', ELEVEN, []),
]
