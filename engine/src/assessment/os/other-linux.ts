import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf } from './product-row.ts'
import { limits, NO_CONVERSION, NOT_READ, no, on, REDEPLOY, unsure, yes } from './target-verdicts.ts'

/** Distributions that are seldom met; most were looked up for their name and fate only (os-support §2.6). */

const CONVERTS = on(yes(), NOT_READ)
const BOOTS = on(limits(`${NO_CONVERSION}, though a modern kernel carries the drivers`), NOT_READ)
const GONE = on(no(NO_CONVERSION), NOT_READ)
const NOT_LOOKED_UP = on(unsure('not looked up: ask its vendor'), NOT_READ)

const linux = (vendor: string, product: string, idPrefix: string, rows: readonly ProductRow[]) =>
  productsOf({ family: 'linux', vendor, product, idPrefix }, rows)

export const OTHER_LINUX: readonly OsProduct[] = [
  ...linux('Scientific Linux', 'Scientific Linux', 'scientific-linux', [
    ['6', '', '', '', 'K', CONVERTS, { ended: true }],
    ['7', '', '2024-06-30', '', 'K', CONVERTS],
    ['', '', '', '', 'K', CONVERTS, { ended: true }],
  ]),
  ...linux('EuroLinux', 'EuroLinux', 'eurolinux', [['', '', '2024-11-03', '', 'E', BOOTS]]),
  ...linux('Circle Linux', 'Circle Linux', 'circle-linux', [['', '', '', '', '', CONVERTS]]),
  ...linux('Asianux', 'Asianux', 'asianux', [
    ['3', '', '', '', '', NOT_LOOKED_UP],
    ['4', '', '', '', '', NOT_LOOKED_UP],
    ['7', '', '', '', '', NOT_LOOKED_UP],
    ['8', '', '', '', '', NOT_LOOKED_UP],
    ['9', '', '', '', '', NOT_LOOKED_UP],
    ['', '', '', '', '', NOT_LOOKED_UP],
  ]),
  ...linux('Cybertrust Japan', 'MIRACLE LINUX', 'miracle-linux', [
    ['8', '', '', '', '', NOT_LOOKED_UP],
    ['9', '', '', '', '', NOT_LOOKED_UP],
    ['', '', '', '', '', NOT_LOOKED_UP],
  ]),
  ...linux('BaseALT', 'ALT Linux', 'alt-linux', [['', '', '', '', '', on(yes('from 9 on'), NOT_READ)]]),
  ...linux('Kylin', 'Kylin', 'kylin', [['', '', '', '', '', CONVERTS]]),
  ...linux('OpenAnolis', 'Anolis OS', 'anolis', [['', '', '', '', '', CONVERTS]]),
  ...linux('xFusion', 'FusionOS', 'fusionos', [['', '', '', '', '', NOT_LOOKED_UP]]),
  ...linux('TUBITAK', 'Pardus', 'pardus', [['', '', '', '', '', NOT_LOOKED_UP]]),
  ...linux('TmaxSoft', 'ProLinux', 'prolinux', [['', '', '', '', '', NOT_LOOKED_UP]]),
  ...linux('Gentoo', 'Gentoo Linux', 'gentoo', [['', '', '', '', '', on(REDEPLOY, NOT_READ)]]),
  ...linux('Arch Linux', 'Arch Linux', 'arch', [['', '', '', '', '', on(REDEPLOY, NOT_READ)]]),
  ...linux('Intel', 'Clear Linux', 'clear-linux', [['', '', '2025-07-21', '', 'E', BOOTS]]),
  ...linux('Mandriva', 'Mandriva Linux', 'mandriva', [['', '', '', '', 'K', GONE, { ended: true }]]),
  ...linux('Turbolinux', 'Turbolinux', 'turbolinux', [['', '', '', '', 'K', GONE, { ended: true }]]),
  ...linux('Sun Microsystems', 'Sun Java Desktop System', 'sun-java-desktop', [
    ['', '', '', '', 'K', GONE, { ended: true }],
  ]),
]
