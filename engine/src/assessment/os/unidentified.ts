import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf } from './product-row.ts'
import { ASK, on, unsure } from './target-verdicts.ts'

/** Names that tell a kernel or nothing: never read as a product, neither supported nor unsupported. */

const BY_INSPECTION = on(
  unsure('virt-v2v has to look inside: ask who runs it'),
  unsure('the distribution is not known: ask who runs it'),
)

/** Kernel lines as vSphere offers them; a range that says "or later" covers every later kernel. */
const KERNEL_LINES = ['2.2.x', '2.4.x', '2.6.x', '3.x', '4.x', '5.x', '6.x', '7.x'] as const
const OR_LATER = ['3.x', '4.x', '5.x', '6.x', '7.x'] as const

const LINUX: readonly ProductRow[] = [
  ['', '', '', '', '', BY_INSPECTION, { precision: 'kind', id: 'other-linux', product: 'Other Linux' }],
  ...KERNEL_LINES.map(
    (line): ProductRow => [line, '', '', '', '', BY_INSPECTION, { precision: 'kind', product: `Other ${line} Linux` }],
  ),
  ...OR_LATER.map(
    (line): ProductRow => [
      `${line} or later`,
      '',
      '',
      '',
      '',
      BY_INSPECTION,
      { precision: 'kind', id: `other-linux-${line}+`, product: `Other ${line} or later Linux` },
    ],
  ),
]

export const UNKNOWN_SYSTEM: OsProduct = productsOf(
  { family: 'unknown', vendor: '', product: 'Unknown', idPrefix: 'unknown' },
  [['', '', '', '', '', ASK, { precision: 'kind' }]],
)[0]

export const UNIDENTIFIED: readonly OsProduct[] = [
  UNKNOWN_SYSTEM,
  ...productsOf({ family: 'unknown', vendor: '', product: 'Other', idPrefix: 'other' }, [
    ['', '', '', '', '', ASK, { precision: 'kind' }],
  ]),
  ...productsOf({ family: 'linux', vendor: '', product: 'Other Linux', idPrefix: 'other-linux' }, LINUX),
]
