import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf } from './product-row.ts'
import * as on from './windows-verdicts.ts'

const OLD = { legacyClass: 'deprecated' } as const
const OLDER = { legacyClass: 'deprecated', warmRisky: true } as const

/** Servers under another name: each is judged like the Windows Server that it is built on (os-support §2.1). */
const sibling = (product: string, idPrefix: string, rows: readonly ProductRow[]): OsProduct[] =>
  productsOf({ family: 'windows', vendor: 'Microsoft', product, idPrefix }, rows)

export const WINDOWS_SERVER_SIBLINGS: readonly OsProduct[] = [
  ...sibling('Windows Small Business Server', 'windows-sbs', [
    ['2003', '', '2015-07-14', '', 'K', on.SERVER_2003, OLDER],
    ['2008', '', '2020-01-14', '', 'M', on.SERVER_2008, OLD],
    ['2011', '', '2020-01-14', '', 'K', on.SERVER_2008_R2, OLD],
  ]),
  ...sibling('Windows Essential Business Server', 'windows-ebs', [
    ['2008', '', '2020-01-14', '', 'M', on.SERVER_2008, OLD],
  ]),
  ...sibling('Windows Home Server', 'windows-home-server', [
    ['2011', '', '2016-04-12', '', 'M', on.SERVER_2008_R2, OLD],
  ]),
  ...sibling('Windows MultiPoint Server', 'windows-multipoint-server', [
    ['2012', '', '2023-10-10', '', 'M', on.SERVER_2012],
  ]),
  ...sibling('Windows Storage Server', 'windows-storage-server', [
    ['2012', '', '2023-10-10', '', 'M', on.SERVER_2012],
    ['2012 R2', '', '2023-10-10', '', 'M', on.SERVER_2012_R2],
    ['2016', '', '2027-01-12', '', 'M', on.SERVER_2016_2019],
  ]),
  ...sibling('Hyper-V Server', 'hyper-v-server', [
    ['2012', '', '2023-10-10', '', 'M', on.SERVER_2012],
    ['2012 R2', '', '2023-10-10', '', 'M', on.SERVER_2012_R2],
    ['2016', '', '2027-01-12', '', 'M', on.SERVER_2016_2019],
    ['2019', '', '2029-01-09', '', 'M', on.SERVER_2016_2019],
  ]),
]
